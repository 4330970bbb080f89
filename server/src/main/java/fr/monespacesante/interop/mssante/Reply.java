package fr.monespacesante.interop.mssante;

import fr.monespacesante.kernel.Problem;

/// Everything that the server answers: code (RFC 5321), enhanced status code (RFC 3463), words. No
/// reply repeats what was sent, and none holds an identity.
enum Reply {
    BYE(221, "2.0.0", "Closing"),
    FINE(250, "2.0.0", "OK"),
    SENDER_FINE(250, "2.1.0", "Sender accepted"),
    RECIPIENT_FINE(250, "2.1.5", "Recipient accepted"),
    ACCEPTED(250, "2.0.0", "Message stored"),
    GO_AHEAD(354, "", "End data with <CR><LF>.<CR><LF>"),

    CLOSING(421, "4.3.2", "Service is closing, try again later"),
    CROWDED(421, "4.7.0", "Too many connections, try again later"),
    TIMED_OUT(421, "4.4.2", "Timeout, closing"),
    TOO_MANY_WRONG_RECIPIENTS(421, "4.7.0", "Too many wrong recipients, closing"),
    TOO_MANY_ERRORS(421, "4.7.0", "Too many errors, closing"),
    /// Nothing was stored, or not for everybody: what comes again is recognised.
    AWAY(451, "4.3.0", "Temporary failure, try again later"),
    NO_MEMORY(452, "4.3.1", "Out of memory for now, try again later"),
    TOO_MANY_RECIPIENTS(452, "4.5.3", "Too many recipients, send the others separately"),

    UNKNOWN_COMMAND(500, "5.5.1", "Command not recognised"),
    LINE_TOO_LONG(500, "5.5.2", "Line too long, closing"),
    LINE_END(500, "5.5.2", "Bare CR or LF, closing"),
    SYNTAX(501, "5.5.2", "Syntax error"),
    ARGUMENTS(501, "5.5.4", "Invalid arguments"),
    NOT_OFFERED(502, "5.5.1", "Command not offered"),
    OUT_OF_ORDER(503, "5.5.1", "Bad sequence of commands"),
    PIPELINED(503, "5.5.1", "Improper use of pipelining, closing"),
    TLS_FIRST(530, "5.7.0", "Must issue a STARTTLS command first"),
    NO_MAILBOX(550, "5.1.1", "No such mailbox"),
    BAD_MAILBOX(553, "5.1.3", "A mailbox here is an INS of 15 characters with its key"),
    BAD_SENDER(553, "5.1.7", "Malformed sender address"),
    /// By decision of the recipient or of this service.
    POLICY(550, "5.7.1", "Delivery not authorised, message refused"),
    RELAY(550, "5.7.1", "Relaying denied"),
    NOT_YOUR_DOMAIN(550, "5.7.1", "The certificate does not speak for the sender's domain"),
    NOT_YOUR_AUTHOR(550, "5.7.1", "The certificate does not speak for the domain in From"),
    REPORTS_ONLY(550, "5.7.1", "Without a sender only reports on messages from here are taken"),
    INFECTED(550, "5.7.1", "The antivirus found something in the message"),
    KEPT_FROM_READERS(550, "5.7.1", "A document in the message is marked as not to be shown to its reader"),
    TOO_LARGE(552, "5.3.4", "Message too large"),
    LOOP(554, "5.4.6", "Too many hops, mail loop"),
    BARE_LINE_ENDS(554, "5.6.0", "Bare CR or LF in the message"),
    BAD_HEADERS(554, "5.6.0", "The message needs exactly one From"),
    PARAMETER(555, "5.5.4", "Parameter not recognised");

    private final int code;
    private final String status;
    private final String words;

    Reply(int code, String status, String words) {
        this.code = code;
        this.status = status;
        this.words = words;
    }

    int code() {
        return code;
    }

    boolean refuses() {
        return code >= 400;
    }

    boolean forGood() {
        return code >= 500;
    }

    String line() {
        return status.isEmpty() ? code + " " + words : code + " " + status + " " + words;
    }

    /// What a sender may know of a refusal at the door. That somebody has no space here, or has not
    /// opened it, or has closed it, or does not want one, is one and the same.
    static Reply to(Problem problem) {
        return switch (problem) {
            case SPACE_NOT_OPEN, NOT_FOUND -> NO_MAILBOX;
            case MARK_NOT_ALLOWED -> KEPT_FROM_READERS;
            case CONTENT_INFECTED -> INFECTED;
            case TOO_LARGE -> TOO_LARGE;
            case BUSY, UNAVAILABLE, DOCUMENT_DAMAGED, TOO_MANY_ATTEMPTS -> AWAY;
            case NOT_AUTHENTICATED,
                    CREDENTIALS_WRONG,
                    ACCESS_REFUSED,
                    CONSENT_NEEDED,
                    NOT_THE_AUTHOR,
                    EMERGENCY_INCOMPLETE,
                    NOT_A_DOCTOR,
                    ONESELF,
                    BLOCKED_PROFESSIONAL,
                    REASON_MISSING,
                    END_IN_THE_PAST,
                    END_TOO_FAR,
                    TOO_MANY_CAREGIVERS,
                    TOO_MANY_HELPED,
                    ALREADY_ACTS,
                    MINOR_NOT_ALONE,
                    MINOR_OBJECTS,
                    MALFORMED,
                    INS_INVALID,
                    INS_AUTHORITY_UNKNOWN,
                    PATIENT_MISMATCH,
                    DOCUMENT_NOT_CDA,
                    DOCUMENT_BROKEN,
                    DOCUMENT_DANGEROUS,
                    MIME_TYPE_MISMATCH,
                    MIME_TYPE_UNSUPPORTED,
                    HASH_MISMATCH,
                    SIZE_MISMATCH,
                    TYPE_CODE_UNKNOWN,
                    CODE_NOT_IN_VALUE_SET,
                    REQUIRED_ELEMENT_MISSING,
                    REPLACED_DOCUMENT_UNKNOWN,
                    REPLACED_DOCUMENT_NOT_CURRENT,
                    CHANGE_NOT_ALLOWED,
                    NOT_LATEST_VERSION,
                    UNIQUE_ID_TAKEN,
                    OTHER_PERSON,
                    CONVERSATION_CLOSED,
                    VERSION_MISMATCH,
                    VERSION_REQUIRED,
                    CODE_EXPIRED,
                    CODE_WRONG,
                    CODE_USED,
                    INVITATION_WITHDRAWN,
                    TRANSITION_NOT_ALLOWED,
                    PASSWORD_TOO_WEAK,
                    LOGIN_TAKEN -> POLICY;
        };
    }
}
