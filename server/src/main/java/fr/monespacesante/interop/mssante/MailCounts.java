package fr.monespacesante.interop.mssante;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.EnumMap;
import java.util.Map;

/// What the operator sees of it in figures.
final class MailCounts {
    private final Map<Reply, Counter> replies = new EnumMap<>(Reply.class);
    private final MeterRegistry meters;

    MailCounts(MeterRegistry meters) {
        this.meters = meters;
        for (Reply reply : Reply.values()) {
            if (reply == Reply.ACCEPTED || reply.refuses()) {
                replies.put(
                        reply,
                        Counter.builder("mes.mssante.replies")
                                .description("messages accepted, and what was refused")
                                .tag("reply", reply.name())
                                .register(meters));
            }
        }
    }

    void replied(Reply reply) {
        Counter counter = replies.get(reply);
        if (counter != null) {
            counter.increment();
        }
    }

    /// @param outcome sent, later or failed
    void carried(String outcome) {
        meters.counter("mes.mssante.carried", "outcome", outcome).increment();
    }
}
