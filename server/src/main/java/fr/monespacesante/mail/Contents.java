package fr.monespacesante.mail;

import fr.monespacesante.content.RealTypes;
import fr.monespacesante.mail.Attachment.Kind;
import fr.monespacesante.mail.Structure.Multipart;
import fr.monespacesante.mail.Structure.Node;
import fr.monespacesante.mail.Structure.Single;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Sorts the parts of a message into its words and what is attached to them. The same bytes give the same list each
/// time, since attachments are known by their place in it.
final class Contents {
    private static final Set<String> PICTURES = Set.of("image/jpeg", "image/png", "image/gif");
    private static final Set<String> OUTLOOK = Set.of("application/ms-tnef", "application/vnd.ms-tnef");
    private static final String WHOLE = "message-complet";

    private final MailLimits limits;
    private final RealTypes types;
    private final List<Body> bodies = new ArrayList<>();
    private final List<PartContent> attached = new ArrayList<>();
    private Optional<Report> report = Optional.empty();

    /// The words of one part in one or both forms; a form that is not there is empty.
    private record Body(String plain, String html) {}

    private Contents(MailLimits limits, RealTypes types) {
        this.limits = limits;
        this.types = types;
    }

    static Contents of(Node root, MailLimits limits, RealTypes types) {
        Contents contents = new Contents(limits, types);
        contents.take(root, false);
        contents.attachWhatIsTooLong();
        return contents;
    }

    /// Of a message that cannot be read.
    static Contents unreadable(byte[] raw, MailLimits limits, RealTypes types) {
        Contents contents = new Contents(limits, types);
        contents.attach("message.eml", "message/rfc822", raw, Kind.MESSAGE);
        return contents;
    }

    Optional<Report> report() {
        return report;
    }

    List<PartContent> attached() {
        return attached;
    }

    List<Attachment> attachments() {
        return attached.stream().map(PartContent::attachment).toList();
    }

    /// Plain, in the order of the parts; from the HTML where a part has nothing else.
    String text(SafeHtml safeHtml) {
        String text = bodies.stream()
                .map(body -> body.plain().isEmpty() ? safeHtml.text(shortenedHtml(body.html())) : body.plain())
                .collect(Collectors.joining("\n\n"));
        return shortened(text).strip();
    }

    /// Sanitised; empty when no part has HTML.
    Optional<String> html(SafeHtml safeHtml) {
        if (bodies.stream().allMatch(body -> body.html().isEmpty())) {
            return Optional.empty();
        }
        StringBuilder html = new StringBuilder();
        for (Body body : bodies) {
            html.append(
                    body.html().isEmpty()
                            ? SafeHtml.ofPlain(shortened(body.plain()))
                            : safeHtml.clean(shortenedHtml(body.html())));
        }
        return Optional.of(html.toString());
    }

    private String shortened(String text) {
        return Words.cut(text, limits.textCharacters());
    }

    private String shortenedHtml(String html) {
        String cut = shortened(html);
        int tags = 0;
        for (int at = cut.indexOf('<'); at >= 0; at = cut.indexOf('<', at + 1)) {
            if (++tags > limits.htmlTags()) {
                return cut.substring(0, at);
            }
        }
        return cut;
    }

    private void attachWhatIsTooLong() {
        String plain = bodies.stream().map(Body::plain).collect(Collectors.joining("\n\n"));
        String html = bodies.stream().map(Body::html).collect(Collectors.joining("\n"));
        if (plain.length() > limits.textCharacters()) {
            attach(WHOLE + ".txt", "text/plain", plain.getBytes(StandardCharsets.UTF_8), Kind.FILE);
        }
        if (shortenedHtml(html).length() < html.length()) {
            attach(WHOLE + ".html", "text/html", html.getBytes(StandardCharsets.UTF_8), Kind.FILE);
        }
    }

    private void take(Node node, boolean related) {
        switch (node) {
            case Multipart(Headers _, String subtype, List<Node> children) -> {
                if (subtype.equals("alternative")) {
                    alternative(children);
                } else {
                    children.forEach(child -> take(child, related || subtype.equals("related")));
                }
            }
            case Single single -> take(single, related);
        }
    }

    /// The plain words of the first alternative that has some, the HTML of the last: the sender's preferred one.
    private void alternative(List<Node> children) {
        int before = bodies.size();
        String plain = "";
        String html = "";
        for (Node child : children) {
            take(child, false);
            List<Body> own = bodies.subList(before, bodies.size());
            String childPlain = own.stream().map(Body::plain).collect(Collectors.joining("\n\n"));
            String childHtml = own.stream().map(Body::html).collect(Collectors.joining());
            own.clear();
            plain = plain.isBlank() ? childPlain : plain;
            html = childHtml.isBlank() ? html : childHtml;
        }
        if (!plain.isBlank() || !html.isBlank()) {
            bodies.add(new Body(plain.isBlank() ? "" : plain, html));
        }
    }

    private void take(Single part, boolean related) {
        boolean body = !part.disposition().equals("attachment") && part.name().isEmpty();
        switch (part.type()) {
            case "text/plain" -> {
                if (body) {
                    plain(Words.lines(Words.decode(part.bytes(), part.charset())));
                } else {
                    file(part, related);
                }
            }
            case "text/html" -> {
                if (body) {
                    bodies.add(new Body("", Words.lines(Words.decode(part.bytes(), htmlCharset(part)))));
                } else {
                    file(part, related);
                }
            }
            case "message/delivery-status", "message/global-delivery-status" ->
                report = Optional.of(Reports.delivery(part.bytes()));
            case "message/disposition-notification", "message/global-disposition-notification" ->
                report = Optional.of(Reports.receipt(part.bytes()));
            case "message/rfc822", "message/global" -> {
                report = report.map(known -> Reports.about(known, part.bytes(), limits));
                attach(part.name().isEmpty() ? "message.eml" : part.name(), part.type(), part.bytes(), Kind.MESSAGE);
            }
            case "text/rfc822-headers" -> {
                report = report.map(known -> Reports.about(known, part.bytes(), limits));
                file(part, related);
            }
            default -> file(part, related);
        }
    }

    /// A charset that only the HTML itself names.
    private static String htmlCharset(Single part) {
        if (!part.charset().isEmpty()) {
            return part.charset();
        }
        String head = new String(part.bytes(), 0, Math.min(2_048, part.bytes().length), StandardCharsets.ISO_8859_1);
        var named = java.util.regex.Pattern.compile("(?i)<meta[^>]{0,200}charset=[\"']?([\\w.:-]{1,40})")
                .matcher(head);
        return named.find() ? named.group(1) : "";
    }

    private void plain(String text) {
        Uuencoded found = Uuencoded.in(text, limits.parts() - attached.size());
        bodies.add(new Body(found.text(), ""));
        found.files().forEach(file -> attach(file.name(), "", file.bytes(), Kind.FILE));
    }

    private void file(Single part, boolean related) {
        byte[] bytes = part.bytes();
        if (OUTLOOK.contains(part.type()) || part.name().equalsIgnoreCase("winmail.dat")) {
            Optional<Tnef> unpacked = Tnef.read(bytes, limits);
            if (unpacked.isPresent()) {
                take(unpacked.get());
                return;
            }
        }
        boolean shown = related
                && !part.disposition().equals("attachment")
                && !part.headers().first("content-id").isEmpty();
        attach(part.name(), part.type(), bytes, shown ? Kind.INLINE_IMAGE : Kind.FILE);
    }

    private void take(Tnef unpacked) {
        if (!unpacked.text().isBlank() && bodies.stream().allMatch(body -> (body.plain() + body.html()).isBlank())) {
            bodies.add(new Body(Words.lines(unpacked.text()), ""));
        }
        unpacked.files().forEach(file -> attach(file.name(), file.type(), file.bytes(), Kind.FILE));
    }

    private void attach(String name, String declared, byte[] bytes, Kind wanted) {
        String real = wanted == Kind.MESSAGE ? "message/rfc822" : types.of(bytes, declared);
        Kind kind = wanted;
        if (kind == Kind.INLINE_IMAGE && !PICTURES.contains(real)) {
            kind = Kind.FILE;
        }
        if (kind == Kind.FILE && real.equals("application/zip") && XdmReader.looksLikeXdm(name, bytes)) {
            kind = Kind.XDM;
        }
        Attachment known = new Attachment(
                attached.size(), FileNames.safe(name, real, attached.size() + 1), real, bytes.length, kind);
        attached.add(new PartContent(known, bytes));
    }
}
