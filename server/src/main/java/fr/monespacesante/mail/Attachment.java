package fr.monespacesante.mail;

/// What is known of a part of a message that is not its text.
///
/// @param index its place among the attachments of the message, from 0; `MailReader.part` takes it
/// @param name a file name that is safe to offer: no path, no control character, never empty
/// @param mimeType what the bytes are, whatever was declared; `application/octet-stream` when nothing is known
/// @param size in bytes, decoded
public record Attachment(int index, String name, String mimeType, long size, Kind kind) {
    public enum Kind {
        FILE,
        /// Documents with their metadata: `IHE_XDM.ZIP`.
        XDM,
        /// A message inside the message.
        MESSAGE,
        /// A picture (JPEG, PNG or GIF) that the HTML showed among its words.
        INLINE_IMAGE
    }

    @Override
    public String toString() {
        return "Attachment[" + index + ", " + mimeType + ", " + kind + "]";
    }
}
