package fr.monespacesante.portal.pro;

import fr.monespacesante.content.DocumentContents;
import fr.monespacesante.identity.ProfessionalIdentity;
import fr.monespacesante.identity.ProfessionalSession;
import fr.monespacesante.kernel.Ids;
import fr.monespacesante.kernel.Mark;
import fr.monespacesante.kernel.Outcome;
import fr.monespacesante.kernel.Problem;
import fr.monespacesante.mail.Address;
import fr.monespacesante.mail.MailReader;
import fr.monespacesante.mail.MailWriter;
import fr.monespacesante.mail.Outgoing;
import fr.monespacesante.messaging.Correspondent;
import fr.monespacesante.messaging.Incoming;
import fr.monespacesante.messaging.MessagingProperties;
import fr.monespacesante.messaging.Replies;
import fr.monespacesante.portal.Form;
import fr.monespacesante.portal.record.DepositForm;
import fr.monespacesante.portal.record.Sent;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.web.multipart.MultipartFile;

/// What a professional wrote in a form, as a message about to come in. It is composed as mail, so that it is kept, read
/// and answered like any other (ADR 45).
@Component
class WriteForm {
    private static final int LONGEST_SUBJECT = 200;
    /// Nobody's mailbox: the pages of professionals know no INS once a patient is found.
    private static final String HOLDER = "titulaire";

    private static final String PRODUCT = "PORTAIL";

    private final MailWriter writer;
    private final MailReader reader;
    private final DocumentContents contents;
    private final MessagingProperties messaging;
    private final Ids ids;

    WriteForm(MailWriter writer, MailReader reader, DocumentContents contents, MessagingProperties messaging, Ids ids) {
        this.writer = writer;
        this.reader = reader;
        this.contents = contents;
        this.messaging = messaging;
        this.ids = ids;
    }

    /// What was typed, with what is wrong.
    static Form checked(Form typed, boolean subject) {
        Form form = typed;
        if (subject) {
            form = form.needs("subject", ExchangeWords.NEED_SUBJECT);
            form = form.value("subject").length() > LONGEST_SUBJECT
                    ? form.wrong("subject", ExchangeWords.LONG_SUBJECT)
                    : form;
        }
        form = form.needs("text", ExchangeWords.NEED_TEXT);
        return form.value("text").length() > Replies.LONGEST_TEXT ? form.wrong("text", ExchangeWords.LONG_TEXT) : form;
    }

    /// The files, each looked into like a document.
    ///
    /// @return refused as TOO_LARGE when they are too many or too much, else as `DocumentContents.inspect` does
    Outcome<List<Outgoing.File>> files(List<MultipartFile> sent) throws IOException {
        List<MultipartFile> chosen =
                sent.stream().filter(file -> !file.isEmpty()).toList();
        long size = chosen.stream().mapToLong(MultipartFile::getSize).sum();
        if (size > Replies.MOST_ATTACHED || chosen.size() > Replies.MOST_FILES) {
            return Outcome.refused(Problem.TOO_LARGE, "files");
        }
        List<Outgoing.File> files = new ArrayList<>();
        for (MultipartFile file : chosen) {
            byte[] bytes = file.getBytes();
            Outcome<Outgoing.File> one = contents.inspect(bytes, Sent.type(file))
                    .map(inspected -> new Outgoing.File(name(file), inspected.mimeType(), bytes));
            if (one instanceof Outcome.Refused<Outgoing.File>(Problem problem, String _)) {
                return Outcome.refused(problem, "files");
            }
            one.map(files::add);
        }
        return Outcome.done(files);
    }

    private static String name(MultipartFile file) {
        String name = Optional.ofNullable(file.getOriginalFilename()).orElse("");
        String plain = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1)
                .replaceAll("[\\p{Cntrl}\\u2028\\u2029]", " ")
                .strip();
        return plain.isEmpty() ? "piece-jointe" : plain;
    }

    /// @param in the exchange it goes on in, whose subject it has; empty when it opens one
    Outcome<Incoming> incoming(ProfessionalSession who, Form form, List<Outgoing.File> files, Optional<UUID> in) {
        Correspondent from = correspondent(who);
        UUID once = DepositForm.once(form, ids::next);
        Outgoing message = new Outgoing(
                "<" + once + "@portail." + messaging.domain() + ">",
                Instant.ofEpochMilli(once.version() == 7 ? once.getMostSignificantBits() >>> 16 : 0),
                new Address(from.address(), from.name()),
                List.of(Address.of(HOLDER + "@" + messaging.domain())),
                List.of(),
                in.isPresent() ? "" : line(form.value("subject")),
                form.value("text").strip(),
                files,
                form.has("closing", "oui"),
                false,
                PRODUCT);
        Set<Mark> marks = form.has("parents", "oui") ? Set.of(Mark.INVISIBLE_REPRESENTANTS_LEGAUX) : Set.of();
        return writer.newMessage(message)
                .map(raw ->
                        new Incoming(reader.read(raw), raw, from, List.of(), List.of(), marks, in, Optional.empty()));
    }

    static Correspondent correspondent(ProfessionalSession who) {
        String place = who.place()
                .map(ProfessionalIdentity.Place::structureName)
                .filter(name -> !name.isBlank())
                .map(name -> " (" + name + ")")
                .orElse("");
        return Correspondent.ofPortal(
                who.professional().rpps(), line(who.professional().name() + place));
    }

    private static String line(String text) {
        return text.replaceAll("[\\p{Cntrl}\\u2028\\u2029]+", " ").strip();
    }
}
