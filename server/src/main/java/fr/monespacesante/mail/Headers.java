package fr.monespacesante.mail;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.james.mime4j.dom.address.AddressList;
import org.apache.james.mime4j.dom.address.Mailbox;
import org.apache.james.mime4j.field.address.LenientAddressParser;
import org.apache.james.mime4j.stream.Field;
import org.apache.james.mime4j.util.ByteSequence;

/// The headers of a message or of one of its parts, unfolded, with their characters decoded.
final class Headers {
    private static final Pattern ID = Pattern.compile("<[^<>\\s]{1,900}>");
    private static final Pattern DATE =
            Pattern.compile("(?:\\p{Alpha}{2,9}\\.?,? )?(\\d{1,2})[ -](\\p{Alpha}{3})\\p{Alpha}*[ -](\\d{2,4}) "
                    + "(\\d{1,2}):(\\d{2})(?::(\\d{2}))? ?([+-]\\d{4}|\\p{Alpha}{1,5})?.*");
    private static final String MONTHS = "janfebmaraprmayjunjulaugsepoctnovdec";
    private static final int MOST_IDS = 100;
    private static final int SUBJECT = 1_000;

    private final Map<String, List<String>> fields = new LinkedHashMap<>();
    private final int mostAddresses;

    Headers(int mostAddresses) {
        this.mostAddresses = mostAddresses;
    }

    void add(Field field) {
        add(field.getName(), raw(field));
    }

    void add(String name, String value) {
        fields.computeIfAbsent(name.strip().toLowerCase(Locale.ROOT), _ -> new ArrayList<>())
                .add(value);
    }

    /// The first field of this name; empty when there is none. Encoded words are still encoded.
    String first(String name) {
        List<String> all = fields.getOrDefault(name, List.of());
        return all.isEmpty() ? "" : all.getFirst();
    }

    int count(String name) {
        return fields.getOrDefault(name, List.of()).size();
    }

    boolean isEmpty() {
        return fields.isEmpty();
    }

    Parameters parameters(String name) {
        return Parameters.of(first(name));
    }

    String subject() {
        return Words.cut(Words.plain(EncodedWords.decode(first("subject"))), SUBJECT);
    }

    /// The id in a header, with its `<>`.
    String id(String name) {
        String value = first(name);
        Matcher id = ID.matcher(value);
        if (id.find()) {
            return id.group();
        }
        String bare = Words.plain(value).replace(" ", "").replaceAll("[<>]", "");
        return bare.isEmpty() || bare.length() > 900 ? "" : "<" + bare + ">";
    }

    /// The first one begins the thread; of too many, the latest ones tell the most.
    List<String> references() {
        Set<String> ids = new LinkedHashSet<>();
        for (String name : List.of("references", "in-reply-to")) {
            for (String value : fields.getOrDefault(name, List.of())) {
                Matcher id = ID.matcher(value);
                while (id.find()) {
                    ids.add(id.group());
                }
            }
        }
        List<String> all = new ArrayList<>(ids);
        if (all.size() > MOST_IDS) {
            all.subList(1, all.size() - MOST_IDS + 1).clear();
        }
        return all;
    }

    List<Address> addresses(String name) {
        List<Address> found = new ArrayList<>();
        for (String value : fields.getOrDefault(name, List.of())) {
            for (Address address : parsed(value)) {
                if (found.size() < mostAddresses) {
                    found.add(address);
                }
            }
        }
        return found;
    }

    private static List<Address> parsed(String value) {
        try {
            AddressList parsed = LenientAddressParser.DEFAULT.parseAddressList(ascii(value));
            List<Address> addresses = new ArrayList<>();
            for (Mailbox mailbox : parsed.flatten()) {
                String name = mailbox.getName() == null ? "" : EncodedWords.decode(mailbox.getName());
                Address address = new Address(EncodedWords.decode(mailbox.getAddress()), Words.cut(name, 200));
                if (!address.address().isEmpty() && address.address().length() <= 320) {
                    addresses.add(address);
                }
            }
            return addresses;
        } catch (RuntimeException rubbish) {
            return List.of();
        }
    }

    /// Letters that were written as they are become encoded words, which the parser leaves alone.
    private static String ascii(String value) {
        Matcher letters = Pattern.compile("[^\\x00-\\x7F]+").matcher(value);
        return letters.replaceAll(found ->
                Matcher.quoteReplacement(EncodedWords.encode(found.group()).replace("\r\n ", "")));
    }

    Optional<Instant> date() {
        String text = first("date")
                .replaceAll("\\([^()]*\\)", " ")
                .replaceAll("\\s+", " ")
                .strip();
        Matcher date = DATE.matcher(Words.cut(text, 100));
        if (!date.matches()) {
            return Optional.empty();
        }
        int month = MONTHS.indexOf(date.group(2).toLowerCase(Locale.ROOT));
        int year = Integer.parseInt(date.group(3));
        if (month < 0 || month % 3 != 0) {
            return Optional.empty();
        }
        try {
            return Optional.of(LocalDateTime.of(
                            year < 70 ? year + 2000 : year < 1000 ? year + 1900 : year,
                            month / 3 + 1,
                            Integer.parseInt(date.group(1)),
                            Integer.parseInt(date.group(4)),
                            Integer.parseInt(date.group(5)),
                            date.group(6) == null ? 0 : Math.min(59, Integer.parseInt(date.group(6))))
                    .toInstant(offset(date.group(7))));
        } catch (DateTimeException noSuchDay) {
            return Optional.empty();
        }
    }

    private static ZoneOffset offset(@org.jspecify.annotations.Nullable String zone) {
        if (zone == null) {
            return ZoneOffset.UTC;
        }
        return switch (zone.toUpperCase(Locale.ROOT)) {
            case "EST" -> ZoneOffset.ofHours(-5);
            case "EDT", "CST" -> zone.startsWith("E") ? ZoneOffset.ofHours(-4) : ZoneOffset.ofHours(-6);
            case "CET", "MET" -> ZoneOffset.ofHours(1);
            case "CEST", "MEST" -> ZoneOffset.ofHours(2);
            default ->
                zone.matches("[+-]\\d{4}")
                        ? ZoneOffset.of(zone.substring(0, 3) + ":" + zone.substring(3))
                        : ZoneOffset.UTC;
        };
    }

    private static String raw(Field field) {
        ByteSequence raw = field.getRaw();
        if (raw == null) {
            String body = field.getBody();
            return body == null ? "" : unfolded(body);
        }
        String text = Words.decode(raw.toByteArray(), "");
        return unfolded(text.substring(text.indexOf(':') + 1));
    }

    private static String unfolded(String text) {
        return text.replaceAll("[\\r\\n]+", " ").replace('\t', ' ').strip();
    }
}
