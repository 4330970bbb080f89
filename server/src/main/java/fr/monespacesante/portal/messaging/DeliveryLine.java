package fr.monespacesante.portal.messaging;

import fr.monespacesante.messaging.Delivery;
import fr.monespacesante.portal.Message;
import java.util.Optional;

/// How far an answer has come to one addressee.
///
/// @param why it did not arrive, and what to do
/// @param code as mail systems write it, for who asks for help
public record DeliveryLine(Message state, String icon, Optional<DeliveryText> why, Optional<String> code) {
    static DeliveryLine of(Delivery delivery) {
        String to = Who.name(delivery.to());
        return switch (delivery.state()) {
            case WAITING -> going(DeliveryText.WAITING.with(to), "fr-icon-time-line");
            case DELAYED -> going(DeliveryText.DELAYED.with(to, delivery.since()), "fr-icon-time-line");
            case SENT -> going(DeliveryText.SENT.with(to, delivery.since()), "fr-icon-checkbox-circle-line");
            case RECEIVED -> going(DeliveryText.RECEIVED.with(to, delivery.since()), "fr-icon-checkbox-circle-line");
            case READ -> going(DeliveryText.READ.with(to, delivery.since()), "fr-icon-eye-line");
            case FAILED -> {
                String code = delivery.status() == null ? "" : delivery.status();
                yield new DeliveryLine(
                        DeliveryText.FAILED.with(to),
                        "fr-icon-close-circle-line",
                        Optional.of(why(code)),
                        Optional.of(code).filter(known -> !known.isEmpty()));
            }
        };
    }

    private static DeliveryLine going(Message state, String icon) {
        return new DeliveryLine(state, icon, Optional.empty(), Optional.empty());
    }

    public boolean failed() {
        return why.isPresent();
    }

    /// By the enhanced status code (RFC 3463): what the subject is, then the detail.
    static DeliveryText why(String status) {
        String[] parts = status.split("\\.");
        String subject = parts.length > 1 ? parts[1] : "";
        String detail = parts.length > 2 ? parts[2] : "";
        return switch (subject) {
            case "1" -> detail.equals("8") || detail.equals("7") ? DeliveryText.WHY_REFUSED : DeliveryText.WHY_ADDRESS;
            case "2" ->
                switch (detail) {
                    case "2" -> DeliveryText.WHY_FULL;
                    case "3" -> DeliveryText.WHY_SIZE;
                    default -> DeliveryText.WHY_ADDRESS;
                };
            case "3" -> detail.equals("4") ? DeliveryText.WHY_SIZE : DeliveryText.WHY_UNREACHABLE;
            case "4" -> DeliveryText.WHY_UNREACHABLE;
            case "6" -> DeliveryText.WHY_CONTENT;
            case "7" ->
                detail.equals("26") || detail.equals("10") ? DeliveryText.WHY_UNTRUSTED : DeliveryText.WHY_REFUSED;
            default -> DeliveryText.WHY_OTHER;
        };
    }
}
