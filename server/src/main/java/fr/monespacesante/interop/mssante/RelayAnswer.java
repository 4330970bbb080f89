package fr.monespacesante.interop.mssante;

/// What came of giving one message to a relay.
sealed interface RelayAnswer {
    /// It is theirs now.
    record Accepted() implements RelayAnswer {}

    /// 4xx: to be tried again.
    record Later(String status, String words) implements RelayAnswer {}

    /// 5xx: for good.
    record Refused(String status, String words) implements RelayAnswer {}

    /// Nobody is there, or not who ought to be: for all of its messages.
    record Unreachable(String status, String words) implements RelayAnswer {}
}
