package fr.monespacesante.mail;

/// Why a document that came by mail could not be taken in, with the codes of the table applicationErrorCondition of
/// the national specification (hl7v2 `error-codes`; facts, section 5). The words are ours.
public enum IntegrationError {
    WRONG_VERSION("900", "Le document à remplacer n'est pas la dernière version"),
    AUTHOR_NOT_ALLOWED("901", "Auteur non autorisé à remplacer ce document"),
    PATIENT_UNKNOWN("902", "Patient inconnu"),
    INS_MISSING("903", "Le document ne porte pas d'INS"),
    INS_DIFFERS("904", "L'INS ou les traits du document sont ceux d'une autre personne"),
    INS_INCOMPLETE("905", "INS incomplet"),
    OTHER("906", "Le document ne peut pas être lu");

    private final String code;
    private final String words;

    IntegrationError(String code, String words) {
        this.code = code;
        this.words = words;
    }

    public String code() {
        return code;
    }

    public String words() {
        return words;
    }
}
