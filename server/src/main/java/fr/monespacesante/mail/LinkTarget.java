package fr.monespacesante.mail;

import java.net.IDN;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/// Where a link in a message leads, when that may be offered: the web or a mailbox, without a name or password before
/// the host, and with the host in the letters it really has.
///
/// @param address for a browser
/// @param shown for a reader
record LinkTarget(String address, String shown) {
    private static final int LONGEST = 2_000;

    static Optional<LinkTarget> of(String href) {
        if (href.length() > LONGEST) {
            return Optional.empty();
        }
        String wanted = Words.plain(href).replace(" ", "%20");
        try {
            URI uri = new URI(wanted);
            return switch (Objects.requireNonNullElse(uri.getScheme(), "").toLowerCase(Locale.ROOT)) {
                case "mailto" -> mailbox(uri);
                case "http", "https" -> page(uri);
                default -> Optional.empty();
            };
        } catch (URISyntaxException | IllegalArgumentException noTarget) {
            return Optional.empty();
        }
    }

    private static Optional<LinkTarget> mailbox(URI uri) {
        String box = uri.getSchemeSpecificPart().split("\\?", 2)[0];
        return box.matches("[\\w.+-]+@[\\w.-]+") ? Optional.of(new LinkTarget("mailto:" + box, box)) : Optional.empty();
    }

    private static Optional<LinkTarget> page(URI uri) {
        String authority = uri.getRawAuthority();
        if (authority == null || authority.contains("@") || authority.contains("%")) {
            return Optional.empty();
        }
        String address = uri.getScheme().toLowerCase(Locale.ROOT) + "://" + IDN.toASCII(authority, IDN.ALLOW_UNASSIGNED)
                + Objects.requireNonNullElse(uri.getRawPath(), "")
                + (uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery())
                + (uri.getRawFragment() == null ? "" : "#" + uri.getRawFragment());
        return Optional.of(new LinkTarget(address, address));
    }
}
