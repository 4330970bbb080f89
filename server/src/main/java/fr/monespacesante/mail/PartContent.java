package fr.monespacesante.mail;

/// An attachment with its bytes, decoded.
public record PartContent(Attachment attachment, byte[] bytes) {
    @Override
    public String toString() {
        return "PartContent[" + attachment + "]";
    }
}
