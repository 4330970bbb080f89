package fr.monespacesante.sandbox.messages;

import java.time.Instant;

/// A text message.
public record Sms(long id, Instant receivedAt, String to, String text) implements Received {
    @Override
    public boolean isFor(String recipient) {
        return digits(to).equals(digits(recipient));
    }

    /// 0639980101 and +33639980101 are one number.
    private static String digits(String number) {
        String compact = number.replaceAll("[^0-9+]", "");
        return compact.startsWith("+33") ? "0" + compact.substring(3) : compact;
    }
}
