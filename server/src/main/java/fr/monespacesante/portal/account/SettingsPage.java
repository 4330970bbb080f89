package fr.monespacesante.portal.account;

import fr.monespacesante.portal.Message;
import fr.monespacesante.portal.PageModel;
import fr.monespacesante.portal.Section;

/// The way to each setting.
public record SettingsPage() implements PageModel {
    @Override
    public Message title() {
        return SettingsText.SETTINGS.plain();
    }

    @Override
    public Section section() {
        return Section.SETTINGS;
    }
}
