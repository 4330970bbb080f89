package fr.monespacesante.messaging;

import fr.monespacesante.account.Person;
import fr.monespacesante.kernel.Mark;
import fr.monespacesante.kernel.Outcome;
import fr.monespacesante.kernel.Problem;
import fr.monespacesante.mail.Attachment;
import fr.monespacesante.mail.Attachment.Kind;
import fr.monespacesante.mail.IntegrationError;
import fr.monespacesante.mail.Mail;
import fr.monespacesante.mail.MailReader;
import fr.monespacesante.mail.PartContent;
import fr.monespacesante.mail.XdmPackage;
import fr.monespacesante.mail.XdmReader;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// The documents with metadata (`IHE_XDM.ZIP`) that messages enclose. Works on bytes, outside any visit.
///
/// A channel that takes a message in looks first (`look`), asks the door with the marks that it found, and hands over
/// `incoming.with(enclosed.error(visit.space().person()))`: the receipt will say what could not be taken in.
public final class Enclosures {
    private final MailReader mails;
    private final XdmReader packages;

    Enclosures(MailReader mails, XdmReader packages) {
        this.mails = mails;
        this.packages = packages;
    }

    /// What a message encloses.
    ///
    /// @param marks of all its documents together
    /// @param patients whom its documents name
    /// @param unreadable true when some package cannot be read
    public record Enclosed(Set<Mark> marks, List<XdmPackage.Patient> patients, boolean unreadable) {
        public Enclosed {
            marks = Set.copyOf(marks);
            patients = List.copyOf(patients);
        }

        /// Why its documents cannot be taken into the record of this person; empty when they can, and without any.
        public Optional<IntegrationError> error(Person person) {
            return unreadable
                    ? Optional.of(IntegrationError.OTHER)
                    : patients.stream()
                            .flatMap(patient -> Enclosures.difference(patient, person).stream())
                            .findFirst();
        }
    }

    public Enclosed look(Mail mail, byte[] raw) {
        Set<Mark> marks = EnumSet.noneOf(Mark.class);
        List<XdmPackage.Patient> patients = new ArrayList<>();
        boolean unreadable = false;
        for (Attachment attachment : mail.attachments()) {
            if (attachment.kind() == Kind.XDM) {
                switch (read(raw, attachment.index())) {
                    case Outcome.Done<XdmPackage>(XdmPackage found) -> {
                        marks.addAll(found.marks());
                        found.documents().forEach(document -> patients.add(document.patient()));
                    }
                    case Outcome.Refused<XdmPackage>(Problem _, String _) -> unreadable = true;
                }
            }
        }
        return new Enclosed(marks, patients, unreadable);
    }

    Optional<PartContent> part(byte[] raw, int index) {
        return mails.part(raw, index);
    }

    Outcome<XdmPackage> read(byte[] raw, int index) {
        return part(raw, index)
                .map(part -> packages.read(part.bytes()))
                .orElseGet(() -> Outcome.refused(Problem.NOT_FOUND));
    }

    /// Empty when the metadata are about this person.
    static Optional<IntegrationError> difference(XdmPackage.Patient named, Person person) {
        if (!named.named()) {
            return Optional.of(IntegrationError.INS_MISSING);
        }
        if (named.ins().isEmpty()) {
            return Optional.of(IntegrationError.INS_INCOMPLETE);
        }
        boolean same = named.ins().filter(person.ins()::equals).isPresent()
                && named.authority().filter(person.authority()::equals).isPresent()
                && named.birthDate()
                        .filter(date -> !date.equals(person.birthDate()))
                        .isEmpty();
        return same ? Optional.empty() : Optional.of(IntegrationError.INS_DIFFERS);
    }
}
