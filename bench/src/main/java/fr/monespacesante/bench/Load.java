package fr.monespacesante.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.HdrHistogram.Histogram;

/// A closed loop: each client does its work, waits for the answer, and does the next.
final class Load {
    private static final int DIGITS = 3;

    private final Programs programs;
    private final int seconds;

    Load(Programs programs, int seconds) {
        this.programs = programs;
        this.seconds = seconds;
    }

    private static final class Tally {
        private final Histogram micros = new Histogram(DIGITS);
        private final Map<Integer, Long> errors = new TreeMap<>();
    }

    /// @param name as the table shows it
    Measured run(String name, int clients, Work work) throws InterruptedException {
        long start = System.nanoTime();
        long warm = start + 1_000_000_000L * Math.max(2, seconds / 3);
        long end = warm + 1_000_000_000L * seconds;
        List<Tally> tallies = new ArrayList<>();
        Usage before;
        Usage after;
        try (ExecutorService threads = Executors.newFixedThreadPool(clients)) {
            List<Future<?>> running = new ArrayList<>();
            for (int i = 0; i < clients; i++) {
                Tally tally = new Tally();
                int number = i;
                tallies.add(tally);
                running.add(threads.submit(() -> loop(number, work, tally, warm, end)));
            }
            sleepUntil(warm);
            before = programs.usage();
            sleepUntil(end);
            after = programs.usage();
            for (Future<?> each : running) {
                each.get();
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException("a client broke", e.getCause());
        }
        Histogram all = new Histogram(DIGITS);
        Map<Integer, Long> errors = new TreeMap<>();
        for (Tally tally : tallies) {
            all.add(tally.micros);
            tally.errors.forEach((status, count) -> errors.merge(status, count, Long::sum));
        }
        return new Measured(name, clients, seconds, all, errors, after.since(before));
    }

    private void loop(int number, Work work, Tally tally, long warm, long end) {
        Random chance = new Random(System.nanoTime() * 31 + number);
        try (Client client = Client.of(number, programs)) {
            for (long start = System.nanoTime(); start < end; start = System.nanoTime()) {
                int status = attempt(work, client, chance);
                long done = System.nanoTime();
                if (start < warm || done > end) {
                    continue;
                }
                if (status == 0) {
                    tally.micros.recordValue((done - start) / 1_000);
                } else {
                    tally.errors.merge(status, 1L, Long::sum);
                }
            }
        }
    }

    private static int attempt(Work work, Client client, Random chance) {
        try {
            return work.once(client, chance);
        } catch (IOException e) {
            return -1;
        }
    }

    private static void sleepUntil(long nanos) throws InterruptedException {
        long left = nanos - System.nanoTime();
        if (left > 0) {
            Thread.sleep(left / 1_000_000, (int) (left % 1_000_000));
        }
    }
}
