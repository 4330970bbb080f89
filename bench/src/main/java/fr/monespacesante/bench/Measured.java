package fr.monespacesante.bench;

import java.util.Map;
import org.HdrHistogram.Histogram;

/// What one workload came to with so many clients.
///
/// @param micros of the requests that went well, in microseconds
/// @param errors by status; -1 is a connection that broke
record Measured(
        String name, int clients, double seconds, Histogram micros, Map<Integer, Long> errors, Usage.Spent spent) {
    double perSecond() {
        return micros.getTotalCount() / seconds;
    }

    double millisAt(double percentile) {
        return micros.getValueAtPercentile(percentile) / 1000.0;
    }

    /// What one request costs the processors, service and database together: it says more than the rate where
    /// others use the machine too.
    double processorMillis() {
        double rate = perSecond();
        return rate == 0 ? 0 : 1000 * (spent.service() + spent.database()) / rate;
    }

    long failed() {
        return errors.values().stream().mapToLong(Long::longValue).sum();
    }
}
