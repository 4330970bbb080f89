package fr.monespacesante.portal.campaign;

import fr.monespacesante.account.CampaignCounts.Figures;
import fr.monespacesante.account.CampaignCounts.OfDay;
import fr.monespacesante.account.CampaignCounts.OfDepartment;
import fr.monespacesante.portal.Form;
import fr.monespacesante.portal.Literal;
import fr.monespacesante.portal.Message;
import fr.monespacesante.portal.Option;
import fr.monespacesante.portal.PageModel;
import fr.monespacesante.portal.Section;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/// The figures of the campaigns (ENR-16).
///
/// @param total of the department chosen, or of all
/// @param days newest first
public record CampaignPage(Form filter, Figures total, List<OfDepartment> departments, List<OfDay> days)
        implements PageModel {
    private static final DateTimeFormatter SHORT = DateTimeFormatter.ofPattern("dd/MM");

    @Override
    public Message title() {
        return CampaignText.TITLE.plain();
    }

    @Override
    public Section section() {
        return Section.CAMPAIGNS;
    }

    public boolean isEmpty() {
        return departments.isEmpty();
    }

    public List<Option> choices() {
        return departments.stream()
                .map(each -> new Option(each.department(), name(each.department())))
                .toList();
    }

    public static Message name(String department) {
        return department.equals("--") ? CampaignText.NO_DEPARTMENT.plain() : Literal.of(department);
    }

    /// Of those invited, with two digits.
    public static String percent(Figures figures, Locale locale) {
        return String.format(locale, "%.2f", figures.opposedPercent());
    }

    public Bars byDepartment() {
        return Bars.of(
                "graphique-departements",
                CampaignText.CHART_DEPARTMENTS,
                CampaignText.INVITED,
                CampaignText.OPENED,
                departments.stream()
                        .map(each -> new Bars.Value(
                                each.department(),
                                each.figures().invited(),
                                each.figures().opened()))
                        .toList());
    }

    public Bars byDay() {
        return Bars.of(
                "graphique-jours",
                CampaignText.CHART_DAYS,
                CampaignText.INVITED,
                CampaignText.OPENED,
                days.reversed().stream()
                        .map(each -> new Bars.Value(
                                SHORT.format(each.day()),
                                each.figures().invited(),
                                each.figures().opened()))
                        .toList());
    }

    public Bars few() {
        return Bars.of(
                "graphique-oppositions",
                CampaignText.CHART_FEW,
                CampaignText.OPPOSED,
                CampaignText.ACTIVATED,
                days.reversed().stream()
                        .map(each -> new Bars.Value(
                                SHORT.format(each.day()),
                                each.figures().opposed(),
                                each.figures().activated()))
                        .toList());
    }
}
