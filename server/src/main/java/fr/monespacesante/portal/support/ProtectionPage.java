package fr.monespacesante.portal.support;

import fr.monespacesante.account.Measure;
import fr.monespacesante.portal.Crumb;
import fr.monespacesante.portal.Form;
import fr.monespacesante.portal.Message;
import fr.monespacesante.portal.Option;
import fr.monespacesante.portal.PageModel;
import fr.monespacesante.portal.Section;
import fr.monespacesante.support.ProtectionDesk;
import java.util.Arrays;
import java.util.List;

/// Who may act for the caller: nobody, or somebody by a measure.
///
/// @param back the call
public record ProtectionPage(String back, ProtectionDesk.Standing standing, Form form) implements PageModel {
    @Override
    public Message title() {
        return SupportText.PROTECTION.plain();
    }

    @Override
    public Section section() {
        return Section.SUPPORT;
    }

    @Override
    public List<Crumb> trail() {
        return List.of(
                Crumb.of(QuestionsPage.ADDRESS, SupportText.TITLE),
                Crumb.of(back, SupportText.CALL),
                Crumb.of("", SupportText.PROTECTION));
    }

    public Message measure() {
        return standing.measure()
                .map(measure -> measure.until()
                        .map(end ->
                                SupportText.MEASURE_IS_UNTIL.with(SupportText.of(measure.kind()), end.minusSeconds(1)))
                        .orElseGet(() -> SupportText.MEASURE_IS.with(SupportText.of(measure.kind()))))
                .orElseGet(SupportText.MEASURE_NONE::plain);
    }

    public List<Option> kinds() {
        return Arrays.stream(Measure.Kind.values())
                .map(kind -> Option.of(kind.name(), SupportText.of(kind)))
                .toList();
    }
}
