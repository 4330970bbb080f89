package fr.monespacesante.account;

import fr.monespacesante.courier.Letter;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Component;

/// What an invitation says, and to whom it goes.
@Component
final class InvitationLetters {
    private static final DateTimeFormatter FRENCH = DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.FRENCH);
    private static final DateTimeFormatter ENGLISH = DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.ENGLISH);
    private static final int LONGEST_BLOCK = 6;

    private final AccountProperties properties;
    private final Invitations.CodeSource codes;
    private final OppositionPeriod opposition;

    InvitationLetters(AccountProperties properties, Invitations.CodeSource codes, OppositionPeriod opposition) {
        this.properties = properties;
        this.codes = codes;
        this.opposition = opposition;
    }

    /// All the letters of one invitation: one code, for each who receives it one letter.
    ///
    /// @param sent the day from which everything runs
    record Made(
            InsuredPeople.Known invited, byte[] hash, Instant sent, List<Letter.Email> emails, List<Sheet> sheets) {}

    /// The moments from which everything runs, the same for all letters of a turn.
    record Sending(Instant now, Instant posted) {}

    Sending sending() {
        return new Sending(opposition.now(), opposition.posted());
    }

    /// A letter on paper.
    ///
    /// @param address the block of the envelope, at most six lines
    /// @param child the given name of the minor it is about; empty for one's own
    record Sheet(List<String> address, String child, ProvisionalCode code, LocalDate lastDay) {
        @Override
        public String toString() {
            return "Sheet[redacted]";
        }
    }

    /// The person's own letter; for a minor one for each representative who is known here, by e-mail where
    /// there is one; when none is known, one on paper to where the child lives.
    ///
    /// @param guardians by INS
    /// @param paper for somebody whom e-mails do not reach
    Made make(InsuredPeople.Known known, Map<String, Insured> guardians, boolean paper, Sending sending) {
        Insured insured = known.insured();
        boolean minor = insured.person().isMinorAt(sending.now());
        String child = minor ? insured.person().usedGivenName() : "";
        List<Insured> recipients = minor
                ? insured.details().guardians().stream()
                        .distinct()
                        .filter(guardians::containsKey)
                        .map(guardians::get)
                        .toList()
                : List.of(insured);
        // one day for all letters of a code: that of the slowest
        boolean onPaper = recipients.isEmpty()
                || recipients.stream().anyMatch(each -> paper || each.details().email() == null);
        Instant sent = onPaper ? sending.posted() : sending.now();
        LocalDate lastDay = opposition
                .codeEndsFor(sent)
                .atZone(Deadlines.FRANCE)
                .toLocalDate()
                .minusDays(1);
        ProvisionalCode code = codes.next();
        List<Letter.Email> emails = new ArrayList<>();
        List<Sheet> sheets = new ArrayList<>();
        for (Insured to : recipients) {
            String email = paper ? null : to.details().email();
            if (email == null) {
                sheets.add(new Sheet(addressBlock(to), child, code, lastDay));
            } else {
                emails.add(email(email, child, code, lastDay));
            }
        }
        if (recipients.isEmpty()) {
            String parents = "Aux représentants légaux de";
            List<String> block = new ArrayList<>(addressBlock(insured));
            block.addFirst(parents);
            sheets.add(new Sheet(shortened(block), child, code, lastDay));
        }
        return new Made(known, codes.hash(known.space(), code.text()), sent, emails, sheets);
    }

    static List<String> addressBlock(Insured to) {
        List<String> block = new ArrayList<>();
        block.add(to.person().displayName());
        block.addAll(to.details().address());
        block.add(to.details().postalCode() + " " + to.details().city().toUpperCase(Locale.FRENCH));
        return shortened(block);
    }

    /// Who, where to, and as much between them as a window shows.
    private static List<String> shortened(List<String> block) {
        if (block.size() <= LONGEST_BLOCK) {
            return List.copyOf(block);
        }
        List<String> shorter = new ArrayList<>(block.subList(0, LONGEST_BLOCK - 1));
        shorter.add(block.getLast());
        return List.copyOf(shorter);
    }

    private Letter.Email email(String to, String child, ProvisionalCode code, LocalDate lastDay) {
        String who = child.isEmpty() ? "" : " de " + child;
        String whose = child.isEmpty() ? "Your" : child + "'s";
        String url = properties.publicUrl().toString();
        return new Letter.Email(to, "Votre espace santé vous attend / Your health space awaits you", """
                        Bonjour,

                        L'espace santé%s va être ouvert. Pour l'activer, rendez-vous sur
                        %s/activation
                        avec la carte Vitale et ce code provisoire, valable jusqu'au %s :

                            %s

                        Vous pouvez aussi vous y opposer, sur le même site ou au 3422, pendant six semaines.

                        --

                        Hello,

                        %s health space is about to be opened. To activate it, go to
                        %s/activation
                        with the Vitale card and the code above, valid until %s.
                        You may also object, on the same site or by calling 3422, within six weeks.
                        """.formatted(
                        who, url, FRENCH.format(lastDay), code.text(), whose, url, ENGLISH.format(lastDay)));
    }
}
