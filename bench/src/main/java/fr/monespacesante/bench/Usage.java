package fr.monespacesante.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// What processes have used of the machine, as the kernel counts it (Linux only).
///
/// @param serviceCpu, databaseCpu, driverCpu seconds of processor since their start
/// @param serviceMemory resident bytes of the service; its database is counted apart
/// @param databaseMemory proportional bytes of all processes of PostgreSQL
record Usage(
        long nanos, double serviceCpu, double databaseCpu, double driverCpu, long serviceMemory, long databaseMemory) {
    private static final double TICKS = 100;

    /// Processors used on average, and memory at the end.
    record Spent(double service, double database, double driver, long serviceMemory, long databaseMemory) {}

    static Usage of(long service, long postmaster) {
        double databaseCpu = 0;
        long databaseMemory = 0;
        for (long pid : withChildren(postmaster)) {
            databaseCpu += cpu(pid);
            databaseMemory += kilobytes(Path.of("/proc/" + pid + "/smaps_rollup"), "Pss:");
        }
        return new Usage(
                System.nanoTime(),
                cpu(service),
                databaseCpu,
                cpu(ProcessHandle.current().pid()),
                kilobytes(Path.of("/proc/" + service + "/status"), "VmRSS:"),
                databaseMemory);
    }

    Spent since(Usage before) {
        double seconds = (nanos - before.nanos()) / 1e9;
        return new Spent(
                (serviceCpu - before.serviceCpu()) / seconds,
                Math.max(0, databaseCpu - before.databaseCpu()) / seconds,
                (driverCpu - before.driverCpu()) / seconds,
                serviceMemory,
                databaseMemory);
    }

    private static List<Long> withChildren(long pid) {
        return ProcessHandle.of(pid)
                .map(parent -> Stream.concat(Stream.of(parent), parent.children())
                        .map(ProcessHandle::pid)
                        .toList())
                .orElseGet(List::of);
    }

    /// Of a process and of its children that have ended.
    private static double cpu(long pid) {
        String stat = read(Path.of("/proc/" + pid + "/stat"));
        int name = stat.lastIndexOf(')');
        if (name < 0) {
            return 0;
        }
        String[] fields = stat.substring(name + 2).split(" ");
        return (Long.parseLong(fields[11]) + Long.parseLong(fields[12])) / TICKS;
    }

    private static long kilobytes(Path file, String name) {
        return read(file)
                        .lines()
                        .filter(line -> line.startsWith(name))
                        .map(line -> line.replaceAll("\\D", ""))
                        .mapToLong(Long::parseLong)
                        .sum()
                * 1024;
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (NoSuchFileException _) {
            return "";
        } catch (IOException e) {
            // a process that ends while it is read
            return "";
        }
    }
}
