package fr.monespacesante.ops;

/// Where the service is stopped dead: each is a moment between two effects that must not come apart.
enum FaultPoint {
    BEFORE_BLOB,
    AFTER_BLOB,
    AFTER_NOTICE,
    AFTER_TRACE,
    BEFORE_COMMIT,
    AFTER_COMMIT,
    BEFORE_ANSWER,
    DEBT_TAKEN,
    LETTER_HANDED,
    LETTER_COMMITTED,
    LETTER_CARRIED,
    MAIL_TAKEN,
    MAIL_CARRIED
}
