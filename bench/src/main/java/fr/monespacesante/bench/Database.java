package fr.monespacesante.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/// The service's own embedded PostgreSQL, seen from outside: for sizes, for waiting, and for the raw limits.
final class Database {
    private final int port;
    private final Path passwordFile;

    /// @param passwordFile of the superuser, as the service leaves it beside its data
    Database(int port, Path passwordFile) {
        this.port = port;
        this.passwordFile = passwordFile;
    }

    Connection connect() throws SQLException {
        return DriverManager.getConnection("jdbc:postgresql://127.0.0.1:" + port + "/postgres", "postgres", password());
    }

    static void close(Connection connection) {
        try {
            connection.close();
        } catch (SQLException e) {
            throw new IllegalStateException("a connection does not close", e);
        }
    }

    private String password() {
        try {
            return Files.readString(passwordFile).strip();
        } catch (IOException e) {
            throw new UncheckedIOException("the service has left no password for its database", e);
        }
    }

    long number(String question) throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                ResultSet answer = statement.executeQuery(question)) {
            answer.next();
            return answer.getLong(1);
        }
    }

    long opened() throws SQLException {
        return number("select count(*) from account.space where state in ('OPEN', 'ACTIVATED')");
    }

    long lettersLeft() throws SQLException {
        return number("select count(*) from courier.letter");
    }

    long documents() throws SQLException {
        return number("select count(*) from record.document");
    }

    long size() throws SQLException {
        return number("select pg_database_size('postgres')");
    }
}
