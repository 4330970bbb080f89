package fr.monespacesante.bench;

/// The connections of one client of the closed loop: one to each of the service's doors.
///
/// @param number from 0
/// @param software mutual TLS
/// @param pages plain HTTP on the loopback interface
record Client(int number, Connection software, Connection pages) implements AutoCloseable {
    static Client of(int number, Programs programs) {
        return new Client(
                number,
                new Connection(programs.ports().software(), programs.tls()),
                new Connection(programs.ports().service(), null));
    }

    @Override
    public void close() {
        software.close();
        pages.close();
    }
}
