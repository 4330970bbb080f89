package fr.monespacesante.interop.mssante;

import fr.monespacesante.account.Person;
import fr.monespacesante.content.Antivirus;
import fr.monespacesante.kernel.Mark;
import fr.monespacesante.kernel.Outcome;
import fr.monespacesante.mail.Attachment;
import fr.monespacesante.mail.IntegrationError;
import fr.monespacesante.mail.Mail;
import fr.monespacesante.mail.MailReader;
import fr.monespacesante.mail.PartContent;
import fr.monespacesante.mail.XdmPackage;
import fr.monespacesante.mail.XdmReader;
import fr.monespacesante.messaging.Enclosures;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// What is in a message, as far as it matters to taking it.
final class Inspection {
    private static final Pattern FROM = Pattern.compile("(?i)^from[ \\t]*:.*");
    private static final int HEADERS = 256 << 10;

    private final MailReader reader;
    private final XdmReader packages;
    private final Antivirus antivirus;

    Inspection(MailReader reader, XdmReader packages, Antivirus antivirus) {
        this.reader = reader;
        this.packages = packages;
        this.antivirus = antivirus;
    }

    /// @param marks of all documents together
    /// @param patients whom the documents are about
    /// @param unreadable a package that is none
    record Documents(Set<Mark> marks, List<XdmPackage.Patient> patients, boolean unreadable) {
        Documents {
            marks = Set.copyOf(marks);
            patients = List.copyOf(patients);
        }

        /// Why they cannot be taken into this person's record, when that can be told already.
        Optional<IntegrationError> error(Person recipient) {
            return unreadable
                    ? Optional.of(IntegrationError.OTHER)
                    : patients.stream()
                            .flatMap(patient -> Enclosures.difference(patient, recipient).stream())
                            .findFirst();
        }
    }

    Mail read(byte[] raw) {
        return reader.read(raw);
    }

    /// How many lines say who wrote it: each reader would believe another one.
    static long authors(byte[] raw) {
        String head = new String(raw, 0, Math.min(raw.length, HEADERS), StandardCharsets.ISO_8859_1);
        return head.lines()
                .takeWhile(line -> !line.isEmpty())
                .filter(line -> FROM.matcher(line).matches())
                .count();
    }

    /// The message as it came, and each part as it will be opened.
    Antivirus.Finding check(byte[] raw) {
        if (!antivirus.isConfigured()) {
            return Antivirus.Finding.CLEAN;
        }
        Antivirus.Finding whole = antivirus.look(raw);
        if (whole != Antivirus.Finding.CLEAN) {
            return whole;
        }
        for (PartContent part : reader.parts(raw)) {
            Antivirus.Finding found = antivirus.look(part.bytes());
            if (found != Antivirus.Finding.CLEAN) {
                return found;
            }
        }
        return Antivirus.Finding.CLEAN;
    }

    Documents documents(Mail mail, byte[] raw) {
        Set<Mark> marks = EnumSet.noneOf(Mark.class);
        List<XdmPackage.Patient> patients = new ArrayList<>();
        boolean unreadable = false;
        boolean any = mail.attachments().stream().anyMatch(one -> one.kind() == Attachment.Kind.XDM);
        for (PartContent part : any ? reader.parts(raw) : List.<PartContent>of()) {
            if (part.attachment().kind() == Attachment.Kind.XDM) {
                switch (packages.read(part.bytes())) {
                    case Outcome.Done<XdmPackage>(XdmPackage found) -> {
                        marks.addAll(found.marks());
                        found.documents().forEach(document -> patients.add(document.patient()));
                    }
                    case Outcome.Refused<XdmPackage> refused -> unreadable = true;
                }
            }
        }
        return new Documents(marks, patients, unreadable);
    }
}
