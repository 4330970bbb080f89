package fr.monespacesante.messaging;

import com.fasterxml.jackson.annotation.JsonInclude;
import fr.monespacesante.mail.Attachment;
import fr.monespacesante.mail.IntegrationError;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// One message of an exchange. The whole of it, as it came or as it was sent, is the blob.
///
/// @param at when it came in, or was sent
/// @param outgoing written by the citizen's side
/// @param from who wrote, when a professional did
/// @param to the professionals it was addressed to, besides the holder
/// @param writtenBy the name of the citizen who wrote: the holder, or somebody for them; empty for a professional
/// @param text plain, always
/// @param html safe to show, when the sender wrote any
/// @param readable false for what could not be understood: it is its own attachment then
/// @param messageId with its `<>`
/// @param references what it answers, oldest first
/// @param closes the professional ended the exchange with it
/// @param receiptTo where the sender wants to hear that it came
/// @param deliveries one for each addressee of an outgoing message
/// @param saved what was saved from it to the record
/// @param integration why a document in it cannot be taken into the record; null when nothing is wrong
@JsonInclude(JsonInclude.Include.ALWAYS)
public record Message(
        UUID id,
        UUID conversation,
        long version,
        Instant at,
        boolean outgoing,
        Correspondent from,
        List<Correspondent> to,
        List<Correspondent> cc,
        String writtenBy,
        String subject,
        String text,
        @Nullable String html,
        boolean readable,
        List<Attachment> attachments,
        String messageId,
        List<String> references,
        boolean closes,
        @Nullable String receiptTo,
        UUID blob,
        long size,
        List<Delivery> deliveries,
        List<Saved> saved,
        @Nullable IntegrationError integration) {
    private static final Pattern FOR_SOFTWARE = Pattern.compile("^XDM/\\d\\.\\d/DDM\\+?");

    public Message {
        to = List.copyOf(to);
        cc = List.copyOf(cc);
        attachments = List.copyOf(attachments);
        references = List.copyOf(references);
        deliveries = List.copyOf(deliveries);
        saved = List.copyOf(saved);
    }

    /// A document of the record that was made of an attachment.
    ///
    /// @param index of the attachment
    /// @param part within it, for a package of documents; 0 otherwise
    public record Saved(int index, int part, UUID document) {}

    /// Software writes for software at the head of a subject (`XDM/1.0/DDM+`, facts, section 6); people read the rest.
    static String inWords(String subject) {
        String rest = FOR_SOFTWARE.matcher(subject).replaceFirst("").strip();
        return rest.isEmpty() ? subject : rest;
    }

    /// The subject as people read it.
    public String title() {
        return inWords(subject);
    }

    List<Correspondent> everybody() {
        return outgoing
                ? Stream.concat(to.stream(), cc.stream()).toList()
                : Stream.of(Stream.of(from), to.stream(), cc.stream())
                        .flatMap(each -> each)
                        .toList();
    }

    boolean failed() {
        return deliveries.stream().anyMatch(delivery -> delivery.state() == Delivery.State.FAILED);
    }

    Message with(List<Delivery> changed) {
        return changed(changed, saved);
    }

    Message saving(Saved added) {
        return changed(
                deliveries, Stream.concat(saved.stream(), Stream.of(added)).toList());
    }

    private Message changed(List<Delivery> nowDeliveries, List<Saved> nowSaved) {
        return new Message(
                id,
                conversation,
                version + 1,
                at,
                outgoing,
                from,
                to,
                cc,
                writtenBy,
                subject,
                text,
                html,
                readable,
                attachments,
                messageId,
                references,
                closes,
                receiptTo,
                blob,
                size,
                nowDeliveries,
                nowSaved,
                integration);
    }

    @Override
    public String toString() {
        return "Message[" + id + "]";
    }
}
