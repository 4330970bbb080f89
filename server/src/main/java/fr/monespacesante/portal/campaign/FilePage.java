package fr.monespacesante.portal.campaign;

import fr.monespacesante.portal.Crumb;
import fr.monespacesante.portal.Literal;
import fr.monespacesante.portal.Message;
import fr.monespacesante.portal.PageModel;
import fr.monespacesante.portal.Section;
import java.util.List;

/// One campaign file: how far it is, what came of it, what is wrong with it.
///
/// @param faults the first of the report
public record FilePage(FileLine line, List<Fault> faults) implements PageModel {
    public record Fault(String line, String field, String reason) {
        static Fault of(String text) {
            String[] parts = text.split(";", 3);
            return new Fault(parts[0], parts.length > 1 ? parts[1] : "", parts.length > 2 ? unquoted(parts[2]) : "");
        }

        private static String unquoted(String text) {
            return text.startsWith("\"") && text.endsWith("\"") && text.length() > 1
                    ? text.substring(1, text.length() - 1)
                    : text;
        }
    }

    @Override
    public Message title() {
        return Literal.of(line.file().name());
    }

    @Override
    public Section section() {
        return Section.CAMPAIGNS;
    }

    @Override
    public List<Crumb> trail() {
        return List.of(
                Crumb.of(CampaignController.PAGE, CampaignText.TITLE),
                Crumb.of(CampaignController.FILES, CampaignText.FILES_TITLE),
                new Crumb("", title()));
    }
}
