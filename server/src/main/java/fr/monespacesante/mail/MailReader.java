package fr.monespacesante.mail;

import fr.monespacesante.content.RealTypes;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Reads a message as it came. Never fails and never throws: what cannot be read is one attachment, so that nothing
/// of it is lost. Holds no state: one serves the whole program.
public final class MailReader {
    private final MailLimits limits;
    private final RealTypes types = new RealTypes();
    private final SafeHtml safeHtml = new SafeHtml();

    public MailReader(MailLimits limits) {
        this.limits = limits;
    }

    public Mail read(byte[] raw) {
        Structure structure = Structure.of(raw, limits);
        Contents contents = contents(structure, raw);
        Headers headers = structure.headers();
        boolean readable = structure.root().isPresent();
        return new Mail(
                readable,
                headers.id("message-id"),
                headers.references(),
                headers.addresses("from").stream().findFirst(),
                headers.addresses("to"),
                headers.addresses("cc"),
                headers.addresses("reply-to"),
                headers.subject(),
                headers.date(),
                readable ? contents.text(safeHtml) : "",
                readable ? contents.html(safeHtml) : Optional.empty(),
                contents.attachments(),
                signs(headers, contents.report().isPresent()),
                contents.report(),
                Fingerprint.of(raw));
    }

    /// The attachment at this place of `Mail.attachments`, with its bytes.
    public Optional<PartContent> part(byte[] raw, int index) {
        List<PartContent> attached = contents(Structure.of(raw, limits), raw).attached();
        return index < 0 || index >= attached.size() ? Optional.empty() : Optional.of(attached.get(index));
    }

    /// All of `Mail.attachments`, with their bytes.
    public List<PartContent> parts(byte[] raw) {
        return List.copyOf(contents(Structure.of(raw, limits), raw).attached());
    }

    /// Did both come from the same message?
    public static boolean same(Mail one, Mail other) {
        return MessageDigest.isEqual(one.digest(), other.digest());
    }

    private Contents contents(Structure structure, byte[] raw) {
        return structure
                .root()
                .map(root -> Contents.of(root, limits, types))
                .orElseGet(() -> Contents.unreadable(raw, limits, types));
    }

    private static MailSigns signs(Headers headers, boolean report) {
        String automatic = headers.parameters("auto-submitted").value();
        return new MailSigns(
                Words.plain(headers.first("x-mss-mes")).equalsIgnoreCase("FIN"),
                headers.addresses("disposition-notification-to").stream().findFirst(),
                Arrays.stream(headers.first("x-mss-codecda").split(","))
                        .map(Words::plain)
                        .filter(code -> !code.isEmpty() && code.length() <= 40)
                        .limit(50)
                        .toList(),
                Words.plain(headers.first("x-mss-ins")).equalsIgnoreCase("O"),
                Words.cut(Words.plain(headers.first("x-mss-nil")), 100),
                report
                        || !(automatic.isEmpty() || automatic.equals("no"))
                        || headers.parameters("content-type").value().equals("multipart/report")
                        || Stream.of("bulk", "junk", "list")
                                .anyMatch(headers.parameters("precedence").value()::equals),
                headers.count("received"));
    }
}
