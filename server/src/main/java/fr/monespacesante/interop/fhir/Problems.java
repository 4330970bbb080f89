package fr.monespacesante.interop.fhir;

import fr.monespacesante.kernel.Problem;
import tools.jackson.core.JsonGenerator;

/// Every problem in FHIR's terms: status, issue code, words. The switches name each value, so that a new problem does
/// not compile until it has its answer here.
final class Problems {
    static final String SYSTEM = "urn:mes:problem";
    /// Error codes of the field for a document that is about someone else (facts, section 5).
    static final String MISMATCH_SYSTEM = "urn:mes:mdm-error";

    private Problems() {}

    static int status(Problem problem) {
        return switch (problem) {
            case INS_INVALID, INS_AUTHORITY_UNKNOWN -> 422;
            default -> status(problem.kind());
        };
    }

    private static int status(Problem.Kind kind) {
        return switch (kind) {
            case UNAUTHENTICATED -> 401;
            case FORBIDDEN -> 403;
            case NOT_FOUND -> 404;
            case NOT_ALLOWED -> 405;
            case INVALID -> 400;
            case UNPROCESSABLE -> 422;
            case UNSUPPORTED -> 415;
            case TOO_LARGE -> 413;
            case CONFLICT -> 409;
            case STALE -> 412;
            case THROTTLED -> 429;
            case DAMAGED -> 500;
            case UNAVAILABLE -> 503;
        };
    }

    /// Code of the value set issue-type.
    static String issue(Problem problem) {
        return switch (problem) {
            case REQUIRED_ELEMENT_MISSING -> "required";
            case TYPE_CODE_UNKNOWN, CODE_NOT_IN_VALUE_SET -> "code-invalid";
            case UNIQUE_ID_TAKEN -> "duplicate";
            case MALFORMED, INS_INVALID, INS_AUTHORITY_UNKNOWN, DOCUMENT_BROKEN -> "invalid";
            default ->
                switch (problem.kind()) {
                    case UNAUTHENTICATED -> "login";
                    case FORBIDDEN -> "forbidden";
                    case NOT_FOUND -> "not-found";
                    case NOT_ALLOWED, UNSUPPORTED -> "not-supported";
                    case INVALID -> "invalid";
                    case UNPROCESSABLE -> "business-rule";
                    case TOO_LARGE -> "too-long";
                    case CONFLICT, STALE -> "conflict";
                    case THROTTLED -> "throttled";
                    case DAMAGED -> "exception";
                    case UNAVAILABLE -> "transient";
                };
        };
    }

    static String words(Problem problem) {
        return switch (problem) {
            case NOT_AUTHENTICATED ->
                "An access token of Pro Santé Connect or a client certificate of a structure is needed.";
            case CREDENTIALS_WRONG -> "The access token or the certificate is not accepted.";
            case TOO_MANY_ATTEMPTS -> "Too many attempts; try again later.";
            case NOT_FOUND -> "There is no such resource.";
            case ACCESS_REFUSED -> "Access is refused.";
            case CONSENT_NEEDED -> "The patient's agreement is needed and has not been declared.";
            case NOT_THE_AUTHOR -> "Only the author of the document may do this.";
            case EMERGENCY_INCOMPLETE -> "An emergency needs both conditions declared and a reason.";
            case OTHER_PERSON -> "This was meant for another person.";
            case NOT_A_DOCTOR -> "Only a doctor can be the treating doctor.";
            case ONESELF -> "Nobody blocks themselves.";
            case BLOCKED_PROFESSIONAL -> "The patient keeps this professional out.";
            case REASON_MISSING -> "A reason is needed.";
            case END_IN_THE_PAST -> "The end is in the past.";
            case TOO_MANY_CAREGIVERS -> "Three caregivers are the most.";
            case TOO_MANY_HELPED -> "A caregiver helps five people at most.";
            case ALREADY_ACTS -> "This person acts in that space already.";
            case MINOR_NOT_ALONE -> "A minor does this through a legal representative.";
            case END_TOO_FAR -> "The end is too far away: a year at most.";
            case MINOR_OBJECTS -> "The minor objects: nothing was recorded, as asked.";
            case SPACE_NOT_OPEN -> "There is no open space for this person.";
            case MALFORMED -> "The request is not well formed, or asks for what this server does not know.";
            case INS_INVALID -> "This is no INS: its shape or its key is wrong.";
            case INS_AUTHORITY_UNKNOWN -> "The system is not that of an INS authority.";
            case PATIENT_MISMATCH -> "The document is about another person than the holder of this space.";
            case DOCUMENT_NOT_CDA -> "The document is XML, but no CDA R2 with a body.";
            case DOCUMENT_BROKEN -> "The document cannot be read: it is empty, broken or not well formed.";
            case DOCUMENT_DANGEROUS -> "The document holds something that is not accepted for safety.";
            case CONTENT_INFECTED -> "The antivirus found something in the content.";
            case MIME_TYPE_MISMATCH -> "The content is of another type than it says.";
            case MIME_TYPE_UNSUPPORTED -> "This type of content is not accepted.";
            case HASH_MISMATCH -> "The hash (SHA-1) does not match the content.";
            case SIZE_MISMATCH -> "The size does not match the content.";
            case TYPE_CODE_UNKNOWN -> "The type is not in the value set JDV_J07-XdsTypeCode-CISIS.";
            case CODE_NOT_IN_VALUE_SET -> "The code, or its system, is not in the value set of this element.";
            case REQUIRED_ELEMENT_MISSING -> "A mandatory element is missing.";
            case REPLACED_DOCUMENT_UNKNOWN -> "The document to replace is not there, or is not the sender's.";
            case REPLACED_DOCUMENT_NOT_CURRENT -> "The document to replace has been replaced already.";
            case CHANGE_NOT_ALLOWED -> "Only status, securityLabel, isArchived and isDeleted may be changed.";
            case MARK_NOT_ALLOWED -> "This visibility mark may not be set or removed here.";
            case NOT_LATEST_VERSION -> "Only the latest document of a chain of replacements can be deleted.";
            case TOO_LARGE -> "The document or the request is too large.";
            case UNIQUE_ID_TAKEN -> "Another document has this masterIdentifier already.";
            case CONVERSATION_CLOSED -> "The exchange is closed.";
            case VERSION_MISMATCH -> "The resource has changed meanwhile.";
            case VERSION_REQUIRED -> "If-Match is needed.";
            case CODE_EXPIRED -> "The code has expired.";
            case CODE_WRONG -> "The code is wrong.";
            case INVITATION_WITHDRAWN -> "The invitation was withdrawn.";
            case CODE_USED -> "The code has been used.";
            case TRANSITION_NOT_ALLOWED -> "This is not possible in the present state.";
            case PASSWORD_TOO_WEAK -> "The password is too weak.";
            case LOGIN_TAKEN -> "The login is taken.";
            case DOCUMENT_DAMAGED -> "The stored document is damaged and is not shown.";
            case BUSY -> "Too many deposits at the moment; try again.";
            case UNAVAILABLE -> "The service is not available for the moment; nothing was done.";
        };
    }

    /// An OperationOutcome with this one error.
    ///
    /// @param where the path of what is wrong, or empty
    static JsonBody outcome(Problem problem, String where, String detail) {
        return json -> {
            json.writeStartObject();
            json.writeStringProperty("resourceType", "OperationOutcome");
            json.writeArrayPropertyStart("issue");
            json.writeStartObject();
            json.writeStringProperty("severity", "error");
            json.writeStringProperty("code", issue(problem));
            json.writeObjectPropertyStart("details");
            json.writeArrayPropertyStart("coding");
            coding(json, SYSTEM, problem.name());
            if (problem == Problem.PATIENT_MISMATCH) {
                coding(json, MISMATCH_SYSTEM, mismatch(where));
            }
            json.writeEndArray();
            json.writeEndObject();
            json.writeStringProperty("diagnostics", detail.isEmpty() ? words(problem) : words(problem) + " " + detail);
            if (!where.isEmpty()) {
                json.writeArrayPropertyStart("expression");
                json.writeString(where);
                json.writeEndArray();
            }
            json.writeEndObject();
            json.writeEndArray();
            json.writeEndObject();
        };
    }

    /// 903 no INS, 905 incomplete, 904 another one.
    private static String mismatch(String where) {
        if (where.endsWith("ins.missing")) {
            return "903";
        }
        return where.endsWith("incomplete") ? "905" : "904";
    }

    private static void coding(JsonGenerator json, String system, String code) {
        json.writeStartObject();
        json.writeStringProperty("system", system);
        json.writeStringProperty("code", code);
        json.writeEndObject();
    }
}
