package fr.monespacesante.account;

import fr.monespacesante.identity.Guard;
import fr.monespacesante.identity.Throttle;
import fr.monespacesante.kernel.Ins;
import fr.monespacesante.kernel.Outcome;
import fr.monespacesante.kernel.Problem;
import fr.monespacesante.kernel.SpaceId;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.text.Normalizer;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Component;

/// Compares what a caller answers with what the health insurance announced (SUP-01). All answers must be right; which
/// one was not is said to nobody, and nothing that is known is ever shown for it.
@Component
public final class Identification {
    private static final int SERIAL_END = 4;

    private final InsuredPeople people;
    private final Spaces spaces;
    private final Throttle throttle;
    private final Clock clock;

    Identification(InsuredPeople people, Spaces spaces, Throttle throttle, Clock clock) {
        this.people = people;
        this.spaces = spaces;
        this.throttle = throttle;
        this.clock = clock;
    }

    /// @param ins of the person whose space it is about
    /// @param familyName at birth or in use
    /// @param serialEnd the last four digits of the card's serial number
    /// @param representative INS of the caller when it is a minor's legal representative; else empty
    public record Answers(
            String ins,
            String familyName,
            LocalDate birthDate,
            String postalCode,
            String serialEnd,
            Optional<String> representative) {
        @Override
        public String toString() {
            return "Answers[redacted]";
        }
    }

    /// Refused with `CREDENTIALS_WRONG`, or with `TOO_MANY_ATTEMPTS` and the seconds to wait.
    ///
    /// @param agent who asks the questions: their guesses are slowed as well
    public Outcome<SpaceId> prove(Answers answers, String agent) {
        String key = Activation.key(answers.ins());
        Optional<Duration> slow = throttle.enter(Guard.SUPPORT_INS, key);
        if (slow.isEmpty()) {
            slow = throttle.enter(Guard.SUPPORT_AGENT, agent);
        }
        if (slow.isPresent()) {
            return Outcome.refused(
                    Problem.TOO_MANY_ATTEMPTS, String.valueOf(slow.get().toSeconds() + 1));
        }
        Optional<InsuredPeople.Known> known = Ins.parse(answers.ins()).flatMap(people::find);
        if (known.filter(one -> right(one.insured(), answers) && mayCall(one, answers.representative()))
                .isEmpty()) {
            return Outcome.refused(Problem.CREDENTIALS_WRONG);
        }
        throttle.forget(Guard.SUPPORT_INS, key);
        throttle.giveBack(Guard.SUPPORT_AGENT, agent);
        return Outcome.done(new SpaceId(known.get().space()));
    }

    private boolean right(Insured insured, Answers answers) {
        Person person = insured.person();
        Insured.Details details = insured.details();
        boolean name = same(person.birthFamilyName(), answers.familyName())
                || same(person.usedFamilyName(), answers.familyName());
        String serial = details.vitaleSerial();
        boolean card = serial.length() >= SERIAL_END
                && MessageDigest.isEqual(
                        serial.substring(serial.length() - SERIAL_END).getBytes(StandardCharsets.UTF_8),
                        answers.serialEnd().replaceAll("\\D", "").getBytes(StandardCharsets.UTF_8));
        return name
                && card
                && person.birthDate().equals(answers.birthDate())
                && same(details.postalCode(), answers.postalCode());
    }

    /// An adult calls in person, a minor's representatives call for them. Nobody calls for who is under protection
    /// from those who represent them (REP-06): they know every answer.
    private boolean mayCall(InsuredPeople.Known known, Optional<String> representative) {
        if (!known.insured().person().isMinorAt(clock.instant())) {
            return representative.isEmpty();
        }
        boolean concealed = spaces.find(new SpaceId(known.space()))
                .filter(space -> space.standing().concealed())
                .isPresent();
        return !concealed
                && representative.isPresent()
                && known.insured().details().guardians().stream()
                        .anyMatch(guardian -> Activation.key(guardian).equals(Activation.key(representative.get())));
    }

    private static boolean same(String known, String said) {
        return letters(known).equals(letters(said));
    }

    private static String letters(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFD)
                .replaceAll("[^\\p{L}\\p{N}]", "")
                .toUpperCase(Locale.ROOT);
    }
}
