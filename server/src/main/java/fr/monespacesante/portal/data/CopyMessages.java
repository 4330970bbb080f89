package fr.monespacesante.portal.data;

import fr.monespacesante.access.Visit;
import fr.monespacesante.mail.Attachment;
import fr.monespacesante.mail.Mail;
import fr.monespacesante.mail.MailReader;
import fr.monespacesante.messaging.Conversation;
import fr.monespacesante.messaging.Conversations;
import fr.monespacesante.messaging.Correspondent;
import fr.monespacesante.messaging.Delivery;
import fr.monespacesante.messaging.Message;
import fr.monespacesante.portal.Language;
import fr.monespacesante.portal.Literal;
import fr.monespacesante.portal.Texts;
import fr.monespacesante.takeout.Chapter;
import fr.monespacesante.takeout.Parcel;
import fr.monespacesante.vault.SpaceKey;
import gg.jte.TemplateEngine;
import gg.jte.output.Utf8ByteOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/// The messages inside a copy (EXP-01): each as it came or was sent, its attachments beside it, and pages to read them.
/// One message is in memory at a time, and the words of one exchange.
@Component
@Order(2)
class CopyMessages implements Chapter {
    /// What a page shows of one message; the file beside it has all.
    private static final int WORDS = 50_000;

    private final TemplateEngine engine;
    private final Conversations conversations;
    private final MailReader reader;

    CopyMessages(TemplateEngine engine, Conversations conversations, MailReader reader) {
        this.engine = engine;
        this.conversations = conversations;
        this.reader = reader;
    }

    @Override
    public Writing prepare(Visit visit) {
        List<Conversation> all = new ArrayList<>();
        conversations.each(visit, all::add);
        List<CopiedExchange> exchanges = new ArrayList<>();
        int[] number = {0};
        for (Conversation one : all) {
            List<CopiedExchange.Letter> letters = new ArrayList<>();
            conversations.each(visit, one.id(), opened -> letters.add(letter(++number[0], opened)));
            exchanges.add(new CopiedExchange(
                    exchanges.size() + 1,
                    one.subject(),
                    names(one.correspondents()),
                    one.lastAt(),
                    one.closed(),
                    letters));
        }
        return (parcel, contents) -> write(parcel, exchanges);
    }

    private static CopiedExchange.Letter letter(int number, Conversations.Opened opened) {
        Message message = opened.message();
        List<Correspondent> to = message.deliveries().stream().map(Delivery::to).toList();
        return new CopiedExchange.Letter(
                number,
                message.at(),
                message.outgoing() ? message.writtenBy() : named(message.from()),
                message.outgoing() ? names(to) : "",
                message.subject(),
                opened.raw());
    }

    private static String names(List<Correspondent> all) {
        return all.stream().map(CopyMessages::named).collect(Collectors.joining(", "));
    }

    private static String named(Correspondent one) {
        return one.ofPortal() || one.display().equals(one.address())
                ? one.display()
                : one.display() + " (" + one.address() + ")";
    }

    private void write(Parcel parcel, List<CopiedExchange> exchanges) throws IOException {
        Texts french = new Texts(Language.FRENCH);
        Texts english = new Texts(Language.ENGLISH);
        page(
                parcel,
                "pages/messages",
                "messages",
                new CopyFrame(french, DataText.C_MESSAGES.plain(), "../", "../", "../en/messages.html"),
                Map.of("exchanges", exchanges));
        page(
                parcel,
                "en/messages",
                "messages",
                new CopyFrame(english, DataText.C_MESSAGES.plain(), "../", "./", "../pages/messages.html"),
                Map.of("exchanges", exchanges));
        for (CopiedExchange exchange : exchanges) {
            List<CopiedExchange.Shown> shown = new ArrayList<>();
            for (CopiedExchange.Letter letter : exchange.messages()) {
                shown.add(written(parcel, letter));
            }
            CopyFrame frame = new CopyFrame(
                    french,
                    exchange.subject().isBlank() ? DataText.C_NO_SUBJECT.plain() : Literal.of(exchange.subject()),
                    "../",
                    "../",
                    "");
            page(parcel, "pages/" + exchange.page(), "exchange", frame, Map.of("exchange", exchange, "shown", shown));
        }
    }

    private CopiedExchange.Shown written(Parcel parcel, CopiedExchange.Letter letter) throws IOException {
        byte[] raw;
        try {
            raw = letter.raw().bytes();
        } catch (SpaceKey.DamagedStream damaged) {
            return new CopiedExchange.Shown(letter, "", List.of(), "", true);
        }
        Mail mail = reader.read(raw);
        String whole = letter.folder() + "/message.eml";
        parcel.add(whole, raw);
        List<CopiedExchange.File> files = new ArrayList<>();
        for (Filed part : parts(mail, raw)) {
            String path = letter.folder() + "/" + part.name();
            parcel.add(path, part.bytes());
            files.add(new CopiedExchange.File(part.attachment().name(), "../" + CopyList.href(path)));
        }
        String text = mail.text();
        String cut = text.length() > WORDS ? text.substring(0, WORDS) + " […]" : text;
        return new CopiedExchange.Shown(letter, cut, files, "../" + whole, false);
    }

    private record Filed(Attachment attachment, byte[] bytes) {
        /// The number makes it the only one of its name, and none that a system reserves.
        String name() {
            String plain = attachment.name().replaceAll("[~%#&$]", "_");
            return String.format("%02d-%s", attachment.index() + 1, plain);
        }
    }

    /// An unreadable message is its own attachment, and beside this already.
    private List<Filed> parts(Mail mail, byte[] raw) {
        if (!mail.readable()) {
            return List.of();
        }
        return reader.parts(raw).stream()
                .map(part -> new Filed(part.attachment(), part.bytes()))
                .toList();
    }

    private void page(Parcel parcel, String path, String template, CopyFrame frame, Map<String, Object> model)
            throws IOException {
        Map<String, Object> all = new HashMap<>(model);
        all.put("frame", frame);
        all.put("t", frame.texts());
        Utf8ByteOutput output = new Utf8ByteOutput();
        engine.render("data/copy/" + template + ".jte", all, output);
        parcel.add(path + ".html", output::writeTo);
    }
}
