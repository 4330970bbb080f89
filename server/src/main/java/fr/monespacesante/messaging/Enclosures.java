package fr.monespacesante.messaging;

import fr.monespacesante.account.Person;
import fr.monespacesante.kernel.Outcome;
import fr.monespacesante.kernel.Problem;
import fr.monespacesante.mail.IntegrationError;
import fr.monespacesante.mail.MailReader;
import fr.monespacesante.mail.PartContent;
import fr.monespacesante.mail.XdmPackage;
import fr.monespacesante.mail.XdmReader;
import java.util.Optional;

/// The documents with metadata (`IHE_XDM.ZIP`) that messages enclose. Works on bytes, outside any visit.
public final class Enclosures {
    private final MailReader mails;
    private final XdmReader packages;

    Enclosures(MailReader mails, XdmReader packages) {
        this.mails = mails;
        this.packages = packages;
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
    public static Optional<IntegrationError> difference(XdmPackage.Patient named, Person person) {
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
