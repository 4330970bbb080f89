package fr.monespacesante.mail;

/// What reading a message may cost at most. The size of the message itself is the channel's rule.
///
/// @param depth multiparts inside multiparts; deeper ones are an attachment as they stand
/// @param parts of one message; one with more is shown as a file
/// @param headerBytes the headers of one part together
/// @param textCharacters of the text and of the HTML; a longer text is cut and attached whole
/// @param htmlTags of the HTML, which is cut and attached whole in the same way: parsers slow down with the square
/// @param addresses of one header
/// @param zipEntries in an `IHE_XDM.ZIP`
/// @param zipBytes all of them together, unpacked
/// @param zipRatio how many times larger than the archive, once past a first mebibyte
public record MailLimits(
        int depth,
        int parts,
        int headerBytes,
        int textCharacters,
        int htmlTags,
        int addresses,
        int zipEntries,
        int zipBytes,
        int zipRatio) {
    public static MailLimits defaults() {
        return new MailLimits(20, 500, 256 << 10, 1_000_000, 20_000, 500, 500, 100 << 20, 200);
    }
}
