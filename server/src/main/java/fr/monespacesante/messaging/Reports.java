package fr.monespacesante.messaging;

import fr.monespacesante.mail.Report;
import java.time.Instant;
import java.util.Locale;
import java.util.Objects;

/// What a report says about one delivery.
final class Reports {
    private Reports() {}

    static Delivery after(Delivery delivery, Report report, Instant now) {
        return switch (report) {
            case Report.DeliveryReport bounced -> bounced(delivery, bounced, now);
            case Report.ReceiptReport receipt -> receipt(delivery, receipt, now);
        };
    }

    private static Delivery bounced(Delivery delivery, Report.DeliveryReport report, Instant now) {
        return report.recipients().stream()
                .filter(recipient -> isFor(delivery, recipient.address()))
                .findFirst()
                .map(recipient -> after(delivery, recipient, now))
                .orElse(delivery);
    }

    private static Delivery after(Delivery delivery, Report.Recipient recipient, Instant now) {
        boolean read = delivery.state() == Delivery.State.RECEIVED || delivery.state() == Delivery.State.READ;
        return switch (recipient.action()) {
            case FAILED -> delivery.now(Delivery.State.FAILED, now, recipient.status(), recipient.diagnostic());
            case DELAYED ->
                read || delivery.state() == Delivery.State.FAILED
                        ? delivery
                        : delivery.now(Delivery.State.DELAYED, now, recipient.status(), recipient.diagnostic());
            case DELIVERED -> read ? delivery : delivery.now(Delivery.State.RECEIVED, now);
            case RELAYED, EXPANDED, UNKNOWN -> delivery;
        };
    }

    private static Delivery receipt(Delivery delivery, Report.ReceiptReport report, Instant now) {
        if (!isFor(delivery, report.finalRecipient())) {
            return delivery;
        }
        if (report.failed()) {
            return delivery.now(Delivery.State.FAILED, now, "5.6.0", report.error());
        }
        boolean displayed = report.disposition().toLowerCase(Locale.ROOT).equals("displayed");
        return displayed || delivery.state() == Delivery.State.READ
                ? delivery.now(Delivery.State.READ, now)
                : delivery.now(Delivery.State.RECEIVED, now);
    }

    private static boolean isFor(Delivery delivery, String address) {
        return Objects.equals(delivery.to().address(), address.strip().toLowerCase(Locale.ROOT));
    }
}
