package fr.monespacesante.portal.pro;

import fr.monespacesante.account.Person;
import fr.monespacesante.account.Sex;
import fr.monespacesante.kernel.SpaceId;
import java.io.Serializable;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Someone whom the professional found in this session, as the pages name them.
///
/// @param number of this session alone: what stands in addresses
/// @param urgency while one lasts; null in ordinary care
public record Patient(
        UUID number,
        SpaceId space,
        String name,
        String birthName,
        boolean female,
        LocalDate birthDate,
        @Nullable Urgency urgency)
        implements Serializable {
    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
    private static final int ADULT = 18;

    static Patient of(UUID number, SpaceId space, Person person) {
        return new Patient(
                number,
                space,
                person.displayName(),
                person.birthFamilyName(),
                person.sex() == Sex.FEMALE,
                person.birthDate(),
                null);
    }

    Patient with(@Nullable Urgency declared) {
        return new Patient(number, space, name, birthName, female, birthDate, declared);
    }

    public Optional<String> urgentReason() {
        return Optional.ofNullable(urgency).map(Urgency::reason);
    }

    public Optional<Instant> urgentUntil() {
        return Optional.ofNullable(urgency).map(Urgency::until);
    }

    public boolean regulated() {
        return urgency != null && urgency.regulation();
    }

    int age(Instant now) {
        return Period.between(birthDate, LocalDate.ofInstant(now, PARIS)).getYears();
    }

    boolean minor(Instant now) {
        return age(now) < ADULT;
    }

    /// The first of their pages; the others lie below it.
    public String address() {
        return "/pro/patient/" + number;
    }

    public String documents() {
        return address() + "/documents/";
    }

    @Override
    public String toString() {
        return "Patient[" + number + "]";
    }
}
