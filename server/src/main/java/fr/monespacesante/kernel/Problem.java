package fr.monespacesante.kernel;

/// Everything that can be refused, in one vocabulary. Each channel maps every value to its own error form; a test in
/// each channel shows that none is missing. A problem carries no identity and no health content.
public enum Problem {
    // who asks
    NOT_AUTHENTICATED(Kind.UNAUTHENTICATED),
    CREDENTIALS_WRONG(Kind.UNAUTHENTICATED),
    TOO_MANY_ATTEMPTS(Kind.THROTTLED),
    // what may be done: what a caller may not know of is NOT_FOUND, never FORBIDDEN
    NOT_FOUND(Kind.NOT_FOUND),
    ACCESS_REFUSED(Kind.FORBIDDEN),
    CONSENT_NEEDED(Kind.FORBIDDEN),
    NOT_THE_AUTHOR(Kind.FORBIDDEN),
    /// An emergency without both conditions and a reason.
    EMERGENCY_INCOMPLETE(Kind.UNPROCESSABLE),
    NOT_A_DOCTOR(Kind.UNPROCESSABLE),
    /// Somebody blocks a professional of exactly their own name.
    ONESELF(Kind.UNPROCESSABLE),
    /// Something is asked for a professional whom the holder keeps out.
    BLOCKED_PROFESSIONAL(Kind.UNPROCESSABLE),
    REASON_MISSING(Kind.UNPROCESSABLE),
    END_IN_THE_PAST(Kind.UNPROCESSABLE),
    END_TOO_FAR(Kind.UNPROCESSABLE),
    /// Three people help already, or have been asked to (REP-05).
    TOO_MANY_CAREGIVERS(Kind.CONFLICT),
    /// This person helps five others already (REP-05).
    TOO_MANY_HELPED(Kind.CONFLICT),
    /// This person acts in that space already.
    ALREADY_ACTS(Kind.CONFLICT),
    /// A minor does this through who represents them by law.
    MINOR_NOT_ALONE(Kind.UNPROCESSABLE),
    /// The minor objects: nothing was kept, as asked (DOC-10).
    MINOR_OBJECTS(Kind.UNPROCESSABLE),
    SPACE_NOT_OPEN(Kind.NOT_FOUND),
    // what was sent
    MALFORMED(Kind.INVALID),
    INS_INVALID(Kind.INVALID),
    INS_AUTHORITY_UNKNOWN(Kind.INVALID),
    PATIENT_MISMATCH(Kind.UNPROCESSABLE),
    DOCUMENT_NOT_CDA(Kind.UNPROCESSABLE),
    DOCUMENT_BROKEN(Kind.UNPROCESSABLE),
    DOCUMENT_DANGEROUS(Kind.UNPROCESSABLE),
    /// The antivirus found something (MSG-06).
    CONTENT_INFECTED(Kind.UNPROCESSABLE),
    MIME_TYPE_MISMATCH(Kind.UNPROCESSABLE),
    MIME_TYPE_UNSUPPORTED(Kind.UNSUPPORTED),
    HASH_MISMATCH(Kind.UNPROCESSABLE),
    SIZE_MISMATCH(Kind.UNPROCESSABLE),
    TYPE_CODE_UNKNOWN(Kind.UNPROCESSABLE),
    CODE_NOT_IN_VALUE_SET(Kind.UNPROCESSABLE),
    REQUIRED_ELEMENT_MISSING(Kind.UNPROCESSABLE),
    REPLACED_DOCUMENT_UNKNOWN(Kind.UNPROCESSABLE),
    REPLACED_DOCUMENT_NOT_CURRENT(Kind.UNPROCESSABLE),
    CHANGE_NOT_ALLOWED(Kind.NOT_ALLOWED),
    MARK_NOT_ALLOWED(Kind.UNPROCESSABLE),
    NOT_LATEST_VERSION(Kind.UNPROCESSABLE),
    TOO_LARGE(Kind.TOO_LARGE),
    // the state of things
    UNIQUE_ID_TAKEN(Kind.CONFLICT),
    /// The page was made for another person than the session shows by now.
    OTHER_PERSON(Kind.CONFLICT),
    /// A professional ended the exchange, or it holds nobody to answer (MSG-02).
    CONVERSATION_CLOSED(Kind.CONFLICT),
    VERSION_MISMATCH(Kind.STALE),
    VERSION_REQUIRED(Kind.STALE),
    CODE_EXPIRED(Kind.UNPROCESSABLE),
    CODE_WRONG(Kind.UNPROCESSABLE),
    CODE_USED(Kind.UNPROCESSABLE),
    INVITATION_WITHDRAWN(Kind.UNPROCESSABLE),
    TRANSITION_NOT_ALLOWED(Kind.CONFLICT),
    PASSWORD_TOO_WEAK(Kind.UNPROCESSABLE),
    LOGIN_TAKEN(Kind.CONFLICT),
    DOCUMENT_DAMAGED(Kind.DAMAGED),
    BUSY(Kind.UNAVAILABLE),
    UNAVAILABLE(Kind.UNAVAILABLE);

    /// The families a channel needs to choose an answer.
    public enum Kind {
        UNAUTHENTICATED,
        FORBIDDEN,
        NOT_FOUND,
        NOT_ALLOWED,
        INVALID,
        UNPROCESSABLE,
        UNSUPPORTED,
        TOO_LARGE,
        CONFLICT,
        STALE,
        THROTTLED,
        DAMAGED,
        UNAVAILABLE
    }

    private final Kind kind;

    Problem(Kind kind) {
        this.kind = kind;
    }

    public Kind kind() {
        return kind;
    }
}
