package fr.monespacesante.portal.campaign;

import fr.monespacesante.account.CampaignFile;
import fr.monespacesante.account.CampaignFile.Problem;
import fr.monespacesante.portal.Message;
import java.util.List;

/// A campaign file in the list and on its page.
public record FileLine(CampaignFile file) {
    private static final String HEADER =
            "ins;ins_oid;birth_family_name;birth_given_names;used_family_name;used_given_name;sex;birth_date;"
                    + "birth_place_cog;scheme;address_lines;postal_code;city;email;phone;vitale_serial;representatives";

    public String address() {
        return CampaignController.FILES + "/" + file.id();
    }

    public CampaignText state() {
        return switch (file.state()) {
            case WAITING -> CampaignText.STATE_WAITING;
            case READING -> CampaignText.STATE_READING;
            case DONE -> CampaignText.STATE_DONE;
            case REFUSED -> CampaignText.STATE_REFUSED;
        };
    }

    public String badge() {
        return switch (file.state()) {
            case WAITING, READING -> "fr-badge--info";
            case DONE -> "fr-badge--success";
            case REFUSED -> "fr-badge--error";
        };
    }

    /// What is wrong with the file as a whole, and what to do about it; empty when nothing is.
    public List<Message> advice() {
        return file.problem().map(this::advice).orElse(List.of());
    }

    private List<Message> advice(Problem problem) {
        return switch (problem) {
            case EMPTY -> List.of(CampaignText.PROBLEM_EMPTY.plain(), CampaignText.DO_EMPTY.plain());
            case NOT_TEXT -> List.of(CampaignText.PROBLEM_NOT_TEXT.plain(), CampaignText.DO_NOT_TEXT.plain());
            case NOT_UTF8 -> List.of(CampaignText.PROBLEM_NOT_UTF8.plain(), CampaignText.DO_NOT_UTF8.plain());
            case OTHER_SEPARATOR ->
                List.of(CampaignText.PROBLEM_OTHER_SEPARATOR.plain(), CampaignText.DO_OTHER_SEPARATOR.plain());
            case NO_LINES -> List.of(CampaignText.PROBLEM_NO_LINES.plain(), CampaignText.DO_NO_LINES.plain());
            case NO_HEADER -> List.of(CampaignText.PROBLEM_NO_HEADER.plain(), CampaignText.DO_NO_HEADER.with(HEADER));
            case COLUMNS_MISSING ->
                List.of(
                        CampaignText.PROBLEM_COLUMNS_MISSING.with(String.join(", ", file.missing())),
                        CampaignText.DO_COLUMNS_MISSING.plain());
            case COLUMNS_TOO_MANY ->
                List.of(CampaignText.PROBLEM_COLUMNS_TOO_MANY.plain(), CampaignText.DO_COLUMNS_TOO_MANY.plain());
            case GONE -> List.of(CampaignText.PROBLEM_GONE.plain(), CampaignText.DO_GONE.plain());
        };
    }

    public boolean nothingTaken() {
        return file.problem().filter(problem -> problem != Problem.GONE).isPresent();
    }
}
