package fr.monespacesante.portal;

import java.text.NumberFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;

/// Says texts, dates, sizes and numbers in one language, with the clock of Paris.
public final class Texts {
    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
    private static final long KILO = 1000;

    private final Language language;

    public Texts(Language language) {
        this.language = language;
    }

    public Language language() {
        return language;
    }

    public String of(Text text, Object... arguments) {
        return fill(text, List.of(arguments));
    }

    public String of(Message message) {
        return fill(message.text(), message.arguments());
    }

    /// 21 novembre 2026, 1er mai 2026
    public String date(LocalDate date) {
        String words = DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
                .withLocale(language.locale())
                .format(date);
        return language == Language.FRENCH && date.getDayOfMonth() == 1 ? words.replaceFirst("^1 ", "1er ") : words;
    }

    public String date(Instant moment) {
        return date(LocalDate.ofInstant(moment, PARIS));
    }

    /// 21/11/2026
    public String shortDate(Instant moment) {
        return DateTimeFormatter.ofPattern("dd/MM/yyyy").withZone(PARIS).format(moment);
    }

    /// 21 novembre 2026 à 14:05
    public String moment(Instant moment) {
        return date(moment) + (language == Language.FRENCH ? " à " : " at ") + time(moment);
    }

    /// 14:05
    public String time(Instant moment) {
        return DateTimeFormatter.ofPattern("HH:mm").withZone(PARIS).format(moment);
    }

    /// novembre 2026
    public String month(LocalDate date) {
        return DateTimeFormatter.ofPattern("LLLL yyyy", language.locale()).format(date);
    }

    /// 340 Ko, 1,2 Mo
    public String size(long bytes) {
        String unit = language == Language.FRENCH ? "o" : "B";
        if (bytes < KILO) {
            return number(bytes) + " " + (language == Language.FRENCH ? "octets" : "bytes");
        }
        if (bytes < KILO * KILO) {
            return number(Math.round((double) bytes / KILO)) + " K" + unit;
        }
        NumberFormat format = NumberFormat.getNumberInstance(language.locale());
        format.setMaximumFractionDigits(1);
        return format.format((double) bytes / (KILO * KILO)) + " M" + unit;
    }

    public String number(long number) {
        return NumberFormat.getIntegerInstance(language.locale()).format(number);
    }

    /// For the `datetime` attribute of `<time>`.
    public String machine(Instant moment) {
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(
                moment.atZone(PARIS).withNano(0).toOffsetDateTime());
    }

    private String fill(Text text, List<Object> arguments) {
        String words = text.in(language);
        if (arguments.isEmpty() || text instanceof Literal) {
            return words;
        }
        int bar = words.indexOf('|');
        if (bar >= 0 && arguments.getFirst() instanceof Number count) {
            boolean one = language == Language.FRENCH ? count.longValue() < 2 : count.longValue() == 1;
            words = one ? words.substring(0, bar) : words.substring(bar + 1);
        }
        for (int i = 0; i < arguments.size(); i++) {
            words = words.replace("{" + i + "}", shown(arguments.get(i)));
        }
        return words;
    }

    private String shown(Object argument) {
        return switch (argument) {
            case Message message -> of(message);
            case Text text -> of(text);
            case Instant moment -> moment(moment);
            case LocalDate date -> date(date);
            case Integer number -> number(number);
            case Long number -> number(number);
            default -> argument.toString();
        };
    }
}
