package fr.monespacesante.portal.messaging;

import fr.monespacesante.kernel.Outcome;
import fr.monespacesante.mail.Attachment;
import fr.monespacesante.mail.MailReader;
import fr.monespacesante.mail.PartContent;
import fr.monespacesante.messaging.Conversations;
import fr.monespacesante.messaging.Message;
import fr.monespacesante.messaging.SavedAttachments;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Takes out of a kept message what its pages show of it.
@Component
class Packages {
    private final MailReader mails;
    private final SavedAttachments attachments;

    Packages(MailReader mails, SavedAttachments attachments) {
        this.mails = mails;
        this.attachments = attachments;
    }

    /// The attachment whole, a package too.
    Optional<PartContent> attachment(Conversations.Opened opened, int index) throws IOException {
        return mails.part(opened.raw().bytes(), index);
    }

    /// One of the documents of a package, or of what lies beside them.
    Optional<PartContent> document(Conversations.Opened opened, int index, int place) {
        return attachments.open(opened, index, place) instanceof Outcome.Done<PartContent>(PartContent part)
                ? Optional.of(part)
                : Optional.empty();
    }

    /// @param standing what was saved of the message and is there still
    /// @param opened null for a message that brings no package
    FileView view(
            Message message,
            Attachment attachment,
            List<Message.Saved> standing,
            Conversations.@Nullable Opened opened) {
        List<PackageView.Standing> saved = standing.stream()
                .filter(one -> one.index() == attachment.index())
                .map(one -> new PackageView.Standing(one.part(), one.document()))
                .toList();
        return FileView.of(attachment, message, saved, inside(message, attachment, saved, opened));
    }

    private Optional<PackageView> inside(
            Message message,
            Attachment attachment,
            List<PackageView.Standing> saved,
            Conversations.@Nullable Opened opened) {
        if (opened == null || attachment.kind() != Attachment.Kind.XDM) {
            return Optional.empty();
        }
        return Optional.of(
                switch (attachments.look(opened, attachment.index())) {
                    case Outcome.Done<List<SavedAttachments.Held>>(List<SavedAttachments.Held> held) ->
                        PackageView.of(held, saved, message.integration());
                    case Outcome.Refused<List<SavedAttachments.Held>> _ -> PackageView.broken();
                });
    }
}
