package fr.monespacesante.sandbox.examples;

/// One example document: a file name, what it is, and its bytes.
///
/// @param typeCode code of JDV_J07; for a CDA the one its header says
@SuppressWarnings("ArrayRecordComponent") // the bytes of a file; examples are never compared
public record Example(String name, String contentType, String typeCode, String title, byte[] bytes) {

    public static final String CDA = "text/xml";

    public boolean isCda() {
        return contentType.equals(CDA);
    }
}
