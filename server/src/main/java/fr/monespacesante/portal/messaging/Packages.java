package fr.monespacesante.portal.messaging;

import fr.monespacesante.kernel.Outcome;
import fr.monespacesante.kernel.Problem;
import fr.monespacesante.mail.Attachment;
import fr.monespacesante.mail.MailReader;
import fr.monespacesante.mail.PartContent;
import fr.monespacesante.mail.XdmPackage;
import fr.monespacesante.mail.XdmReader;
import fr.monespacesante.messaging.KeptMessage;
import java.io.IOException;
import java.util.Optional;
import org.springframework.stereotype.Component;

/// Takes out of a kept message what its pages show of it.
@Component
class Packages {
    private final MailReader mails;
    private final XdmReader xdms;

    Packages(MailReader mails, XdmReader xdms) {
        this.mails = mails;
        this.xdms = xdms;
    }

    /// Something to be sent to a browser.
    record Bytes(byte[] content, String mimeType, String name) {}

    Optional<Bytes> attachment(KeptMessage raw, int index) throws IOException {
        return mails.part(raw.bytes(), index)
                .map(part -> new Bytes(
                        part.bytes(),
                        part.attachment().mimeType(),
                        part.attachment().name()));
    }

    /// Refused as DOCUMENT_BROKEN for what is no package.
    Outcome<XdmPackage> xdm(KeptMessage raw, int index) throws IOException {
        Optional<PartContent> part = mails.part(raw.bytes(), index)
                .filter(found -> found.attachment().kind() == Attachment.Kind.XDM);
        return part.isPresent() ? xdms.read(part.get().bytes()) : Outcome.refused(Problem.DOCUMENT_BROKEN);
    }

    /// One of the documents of a package, or of what lies beside them.
    Optional<Bytes> document(KeptMessage raw, int index, int place) throws IOException {
        if (!(xdm(raw, index) instanceof Outcome.Done<XdmPackage>(XdmPackage xdm))) {
            return Optional.empty();
        }
        int documents = xdm.documents().size();
        if (place < documents) {
            XdmPackage.Document document = xdm.documents().get(place);
            String name = document.uri().substring(document.uri().lastIndexOf('/') + 1);
            return Optional.of(new Bytes(document.bytes(), document.mimeType(), name));
        }
        return place - documents < xdm.companions().size()
                ? Optional.of(xdm.companions().get(place - documents))
                        .map(companion -> new Bytes(companion.bytes(), "application/pdf", companion.name()))
                : Optional.empty();
    }
}
