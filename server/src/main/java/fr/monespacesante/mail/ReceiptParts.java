package fr.monespacesante.mail;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// The three parts of a receipt: words for people, fields for machines, and the message it is about (RFC 6522). The
/// whole message comes back beside an error, so that it can be sent again once it is corrected; else its headers.
final class ReceiptParts {
    private static final int WHOLE = 20 << 20;
    private static final int HEADERS = 64 << 10;

    private final Receipt receipt;
    private final String disposition;

    ReceiptParts(Receipt receipt) {
        this.receipt = receipt;
        this.disposition = "automatic-action/MDN-sent-automatically; processed"
                + receipt.error()
                        .map(error -> "/Error: " + error.code() + "^" + unaccented(error.words()))
                        .orElse("");
    }

    byte[] bytes() {
        MimeLines lines = new MimeLines();
        lines.date(receipt.date());
        lines.header("From", MimeLines.mailbox(receipt.from()));
        lines.header("To", MimeLines.mailbox(receipt.to()));
        lines.header("Message-ID", receipt.messageId());
        if (!receipt.originalMessageId().isEmpty()) {
            lines.header("In-Reply-To", receipt.originalMessageId());
            lines.header("References", receipt.originalMessageId());
        }
        lines.header("Subject", EncodedWords.encode(subject()));
        lines.header("Auto-Submitted", "auto-replied");
        if (!receipt.product().isEmpty()) {
            lines.header("X-MSS-NIL", receipt.product());
        }
        lines.header("MIME-Version", "1.0");
        String boundary = lines.boundary(receipt.messageId());
        lines.header(
                "Content-Type",
                "multipart/report; report-type=disposition-notification; boundary=\"" + boundary + "\"");
        lines.open(boundary);
        lines.text(words());
        lines.open(boundary);
        lines.header("Content-Type", "message/disposition-notification");
        lines.endOfHeaders();
        lines.header("Reporting-UA", "mon-espace-sante");
        lines.header(
                "Original-Recipient", "rfc822;" + receipt.originalRecipient().address());
        lines.header("Final-Recipient", "rfc822;" + receipt.from().address());
        if (!receipt.originalMessageId().isEmpty()) {
            lines.header("Original-Message-ID", receipt.originalMessageId());
        }
        lines.ascii("Disposition: " + disposition + "\r\n");
        lines.open(boundary);
        original(lines);
        lines.close(boundary);
        return lines.bytes();
    }

    private String subject() {
        return receipt.error()
                .map(error -> "[KO Intégration système !][" + error.code() + "] " + receipt.originalSubject())
                .orElse(receipt.originalSubject());
    }

    private String words() {
        return receipt.error()
                .map(error -> """
                        Votre message est arrivé dans l'espace de son destinataire, mais un document joint n'a pas pu \
                        être enregistré : %s (code %s).
                        """.formatted(error.words(), error.code()))
                .orElse("Votre message est arrivé dans l'espace de son destinataire.\n");
    }

    private void original(MimeLines lines) {
        boolean whole = receipt.error().isPresent() && receipt.original().length <= WHOLE;
        if (whole && sevenBit(receipt.original())) {
            lines.header("Content-Type", "message/rfc822");
            lines.endOfHeaders();
            lines.raw(receipt.original());
        } else {
            // headers may hold letters as they are: written so that they survive
            lines.header("Content-Type", "text/rfc822-headers; charset=utf-8");
            lines.header("Content-Transfer-Encoding", "base64");
            lines.endOfHeaders();
            lines.raw(java.util.Base64.getMimeEncoder().encode(headers(receipt.original())));
            lines.ascii("\r\n");
        }
    }

    private static byte[] headers(byte[] original) {
        int end = Fingerprint.headerEnd(original);
        return Arrays.copyOf(original, Math.min(end, HEADERS));
    }

    /// As it is, it may be put inside another message: ASCII in lines that end as they must.
    private static boolean sevenBit(byte[] bytes) {
        int width = 0;
        for (int i = 0; i < bytes.length; i++) {
            boolean ends = bytes[i] == '\n';
            if (bytes[i] <= 0 || (ends && (i == 0 || bytes[i - 1] != '\r')) || (!ends && ++width > 999)) {
                return false;
            }
            if (bytes[i] == '\r' && (i + 1 == bytes.length || bytes[i + 1] != '\n')) {
                return false;
            }
            width = ends ? 0 : width;
        }
        return true;
    }

    /// The fields of a report are ASCII.
    private static String unaccented(String text) {
        String plain = java.text.Normalizer.normalize(text, java.text.Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "");
        return new String(plain.getBytes(StandardCharsets.US_ASCII), StandardCharsets.US_ASCII);
    }
}
