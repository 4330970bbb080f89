package fr.monespacesante.mail;

import fr.monespacesante.mail.Report.Action;
import fr.monespacesante.mail.Report.DeliveryReport;
import fr.monespacesante.mail.Report.ReceiptReport;
import fr.monespacesante.mail.Report.Recipient;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/// Reads the parts of a report that are meant for machines.
final class Reports {
    private static final int LONGEST = 500;
    private static final int MOST = 500;

    private Reports() {}

    static Report delivery(byte[] part) {
        List<Headers> groups = groups(part);
        List<Recipient> recipients = new ArrayList<>();
        for (Headers group : groups) {
            if (group.count("action") > 0 && recipients.size() < MOST) {
                recipients.add(new Recipient(
                        address(group.first("original-recipient"), group.first("final-recipient")),
                        action(group.first("action")),
                        Words.cut(Words.plain(group.first("status")).split(" ", 2)[0], 20),
                        value(group.first("diagnostic-code"))));
            }
        }
        // not in the RFC, and written by the most frequent servers
        String id = groups.isEmpty() ? "" : groups.getFirst().id("x-original-message-id");
        return new DeliveryReport(id, recipients);
    }

    static Report receipt(byte[] part) {
        List<Headers> groups = groups(part);
        Headers fields = groups.isEmpty() ? new Headers(1) : groups.getFirst();
        String disposition = fields.first("disposition");
        String what = disposition.substring(disposition.indexOf(';') + 1).strip();
        int modifier = what.indexOf('/');
        String type = modifier < 0 ? what : what.substring(0, modifier).strip();
        String rest = modifier < 0 ? "" : what.substring(modifier + 1).strip();
        boolean failed = rest.toLowerCase(Locale.ROOT).startsWith("error")
                || rest.toLowerCase(Locale.ROOT).startsWith("failure")
                || fields.count("failure") > 0;
        String told = rest.indexOf(':') < 0 ? "" : rest.substring(rest.indexOf(':') + 1);
        String error = told.isBlank() ? fields.first("error") + " " + fields.first("failure") : told;
        return new ReceiptReport(
                fields.id("original-message-id"),
                address("", fields.first("final-recipient")),
                Words.cut(Words.plain(type).toLowerCase(Locale.ROOT), 40),
                failed,
                Words.cut(Words.plain(EncodedWords.decode(error)), LONGEST));
    }

    /// The same, with the id of the message that came back with it where the report did not say.
    static Report about(Report report, byte[] original, MailLimits limits) {
        if (!report.originalMessageId().isEmpty()) {
            return report;
        }
        List<Headers> groups = groups(Arrays.copyOf(original, Math.min(original.length, limits.headerBytes())));
        String id = groups.isEmpty() ? "" : groups.getFirst().id("message-id");
        return switch (report) {
            case DeliveryReport(String _, List<Recipient> recipients) -> new DeliveryReport(id, recipients);
            case ReceiptReport(String _, String to, String disposition, boolean failed, String error) ->
                new ReceiptReport(id, to, disposition, failed, error);
        };
    }

    /// Groups of fields between empty lines.
    private static List<Headers> groups(byte[] part) {
        List<Headers> groups = new ArrayList<>();
        String text = Words.lines(Words.decode(part, "")).replaceAll("\n[ \t]+(?=\\S)", " ");
        for (String block : text.split("\n[ \t]*\n", MOST + 1)) {
            Headers fields = new Headers(1);
            for (String line : block.split("\n")) {
                int colon = line.indexOf(':');
                if (colon > 0) {
                    fields.add(
                            line.substring(0, colon), line.substring(colon + 1).strip());
                }
            }
            if (!fields.isEmpty()) {
                groups.add(fields);
            }
        }
        return groups;
    }

    private static String address(String original, String end) {
        String typed = original.isBlank() ? end : original;
        return Words.cut(Address.of(value(typed).replaceAll("[<>]", "")).address(), 320);
    }

    /// Without the type before it: `rfc822; someone@…`, `smtp; 550 …`.
    private static String value(String typed) {
        return Words.cut(Words.plain(typed.substring(typed.indexOf(';') + 1)), LONGEST);
    }

    private static Action action(String text) {
        String word = Words.plain(text).split(" ", 2)[0].toUpperCase(Locale.ROOT);
        return Arrays.stream(Action.values())
                .filter(action -> action.name().equals(word))
                .findFirst()
                .orElse(Action.UNKNOWN);
    }
}
