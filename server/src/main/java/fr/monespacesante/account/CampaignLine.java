package fr.monespacesante.account;

import fr.monespacesante.identity.Contact;
import fr.monespacesante.kernel.Ins;
import fr.monespacesante.kernel.InsAuthority;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// One line of a campaign file: what it says, or every field that is wrong with the reason. Reasons never
/// repeat what
/// the field holds: the report travels by mail.
sealed interface CampaignLine {
    List<String> HEADER = List.of(
            "ins",
            "ins_oid",
            "birth_family_name",
            "birth_given_names",
            "used_family_name",
            "used_given_name",
            "sex",
            "birth_date",
            "birth_place_cog",
            "scheme",
            "address_lines",
            "postal_code",
            "city",
            "email",
            "phone",
            "vitale_serial",
            "representatives");

    record Good(Insured insured) implements CampaignLine {}

    /// Somebody who is known already has changed.
    record Changed(Insured insured) implements CampaignLine {}

    /// A death, or the word that one was told by mistake (ENR-17).
    record Died(Ins ins, boolean withdrawn) implements CampaignLine {}

    record Bad(List<Fault> faults) implements CampaignLine {}

    record Fault(String field, String reason) {}

    /// What a line of a feed tells (ENR-07).
    enum Event {
        /// Somebody born, or newly insured.
        ARRIVAL,
        CHANGE,
        /// Only the INS counts.
        DEATH,
        DEATH_WITHDRAWN
    }

    static CampaignLine bad(String field, String reason) {
        return new Bad(List.of(new Fault(field, reason)));
    }

    /// @param event the name of one; empty for an arrival
    static CampaignLine read(String event, List<String> values, LocalDate today) {
        String name = event.strip().isEmpty() ? Event.ARRIVAL.name() : event.strip();
        Optional<Event> found = Arrays.stream(Event.values())
                .filter(each -> each.name().equals(name))
                .findFirst();
        if (found.isEmpty()) {
            return bad(CampaignHeader.EVENT, "not one of " + List.of(Event.values()));
        }
        return switch (found.get()) {
            case ARRIVAL -> read(values, today);
            case CHANGE -> {
                CampaignLine line = read(values, today);
                yield line instanceof Good(Insured insured) ? new Changed(insured) : line;
            }
            case DEATH, DEATH_WITHDRAWN ->
                Ins.parse(values.getFirst().strip())
                        .<CampaignLine>map(ins -> new Died(ins, found.get() == Event.DEATH_WITHDRAWN))
                        .orElseGet(() -> bad("ins", "not a valid INS (shape or key)"));
        };
    }

    /// @param values in the order of the header
    static CampaignLine read(List<String> values, LocalDate today) {
        return values.size() == HEADER.size()
                ? new Reading(values, today).line()
                : new Bad(List.of(new Fault("", values.size() + " fields in place of " + HEADER.size())));
    }

    /// Collects the faults of one line.
    final class Reading {
        private static final Pattern COG = Pattern.compile("\\d{5}|2[AB]\\d{3}");
        private static final Pattern POSTAL_CODE = Pattern.compile("\\d{5}");
        private static final Pattern SERIAL = Pattern.compile("\\d{11}");
        private static final Pattern SCHEME = Pattern.compile("[0-9A-Z]{2,3}");
        private static final int LONGEST_NAME = 100;

        private final List<String> values;
        private final LocalDate today;
        private final List<Fault> faults = new ArrayList<>();

        private Reading(List<String> values, LocalDate today) {
            this.values = values;
            this.today = today;
        }

        private CampaignLine line() {
            Optional<Ins> ins = Ins.parse(field("ins"));
            Optional<InsAuthority> authority = InsAuthority.ofOid(field("ins_oid"));
            Optional<Sex> sex = Sex.ofLetter(field("sex"));
            require(ins.isPresent(), "ins", "not a valid INS (shape or key)");
            require(authority.isPresent(), "ins_oid", "not an authority that issues INS");
            require(sex.isPresent(), "sex", "not F, M or I");
            String familyName = name("birth_family_name");
            List<String> givenNames =
                    Arrays.stream(name("birth_given_names").split("\\s+")).toList();
            LocalDate birth = birth();
            require(matches("birth_place_cog", COG), "birth_place_cog", "not a COG code of 5 characters");
            require(matches("scheme", SCHEME), "scheme", "not a scheme");
            require(matches("postal_code", POSTAL_CODE), "postal_code", "not 5 digits");
            require(!field("city").isEmpty(), "city", "missing");
            require(matches("vitale_serial", SERIAL), "vitale_serial", "not 11 digits");
            String email = contact("email", Contact.parseEmail(field("email")), "not an e-mail address");
            String phone = contact("phone", Contact.parsePhone(field("phone")), "not a phone number");
            List<String> representatives = representatives();
            if (!faults.isEmpty() || ins.isEmpty() || authority.isEmpty() || sex.isEmpty() || birth == null) {
                return new Bad(List.copyOf(faults));
            }
            Person person = new Person(
                    ins.get(),
                    authority.get(),
                    familyName,
                    givenNames,
                    orElse(field("used_family_name"), familyName),
                    orElse(field("used_given_name"), givenNames.getFirst()),
                    sex.get(),
                    birth,
                    field("birth_place_cog"));
            List<String> address = Arrays.stream(field("address_lines").split("\\|"))
                    .map(String::strip)
                    .filter(part -> !part.isEmpty())
                    .toList();
            return new Good(new Insured(
                    person,
                    new Insured.Details(
                            field("scheme"),
                            address,
                            field("postal_code"),
                            field("city"),
                            email,
                            phone,
                            field("vitale_serial"),
                            representatives)));
        }

        private String field(String name) {
            return values.get(HEADER.indexOf(name)).strip();
        }

        private void require(boolean good, String field, String reason) {
            if (!good) {
                faults.add(new Fault(field, reason));
            }
        }

        private boolean matches(String field, Pattern pattern) {
            return pattern.matcher(field(field)).matches();
        }

        private String name(String field) {
            String value = field(field);
            require(!value.isEmpty(), field, "missing");
            require(value.length() <= LONGEST_NAME, field, "longer than " + LONGEST_NAME + " characters");
            require(
                    value.indexOf('\uFFFD') < 0 && value.chars().noneMatch(Character::isISOControl),
                    field,
                    "not readable as UTF-8 text");
            return value;
        }

        private @Nullable LocalDate birth() {
            try {
                LocalDate date = LocalDate.parse(field("birth_date"));
                boolean possible = !date.isAfter(today) && date.isAfter(today.minusYears(150));
                require(possible, "birth_date", "not the date of a birth");
                return possible ? date : null;
            } catch (DateTimeException _) {
                faults.add(new Fault("birth_date", "not a date of the calendar (YYYY-MM-DD)"));
                return null;
            }
        }

        private @Nullable String contact(String field, Optional<String> parsed, String reason) {
            require(parsed.isPresent() || field(field).isEmpty(), field, reason);
            return parsed.orElse(null);
        }

        private List<String> representatives() {
            List<String> all = Arrays.stream(field("representatives").split("[|, ]+"))
                    .filter(text -> !text.isEmpty())
                    .toList();
            require(
                    all.stream().allMatch(text -> Ins.parse(text).isPresent()),
                    "representatives",
                    "not a valid INS (shape or key)");
            require(all.size() <= 4, "representatives", "more than 4");
            return all;
        }

        private static String orElse(String text, String other) {
            return text.isEmpty() ? other : text;
        }
    }
}
