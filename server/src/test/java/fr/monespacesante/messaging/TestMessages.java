package fr.monespacesante.messaging;

import fr.monespacesante.kernel.Mark;
import fr.monespacesante.kernel.Outcome;
import fr.monespacesante.mail.Address;
import fr.monespacesante.mail.MailLimits;
import fr.monespacesante.mail.MailReader;
import fr.monespacesante.mail.MailWriter;
import fr.monespacesante.mail.Outgoing;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/// Short ways to say what a professional writes to a citizen.
public final class TestMessages {
    public static final Correspondent CARDIOLOGY =
            new Correspondent("secretariat.cardiologie@garonne.mssante.example", "Secrétariat de cardiologie", null);
    public static final Correspondent DOCTOR =
            new Correspondent("antoine.lefevre@tilleuls.mssante.example", "Dr Antoine LEFÈVRE", null);

    private static final MailReader READER = new MailReader(MailLimits.defaults());
    private static final Address CITIZEN = Address.of("284053155512379@patient.mssante.fr");

    private TestMessages() {}

    /// A message about to come in.
    public static final class Letter {
        private final Correspondent from;
        private final String subject;
        private final String text;
        private String id = "<" + UUID.randomUUID() + "@garonne.mssante.example>";
        private String answers = "";
        private boolean closes;
        private boolean receipt;
        private Set<Mark> marks = Set.of();
        private List<Correspondent> to = List.of();
        private Optional<UUID> conversation = Optional.empty();
        private final List<Outgoing.File> files = new ArrayList<>();

        private Letter(Correspondent from, String subject, String text) {
            this.from = from;
            this.subject = subject;
            this.text = text;
        }

        public Letter id(String messageId) {
            id = messageId;
            return this;
        }

        public Letter answering(String messageId) {
            answers = messageId;
            return this;
        }

        public Letter in(UUID exchange) {
            conversation = Optional.of(exchange);
            return this;
        }

        public Letter to(Correspondent... others) {
            to = List.of(others);
            return this;
        }

        public Letter closing() {
            closes = true;
            return this;
        }

        public Letter wantingReceipt() {
            receipt = true;
            return this;
        }

        public Letter marked(Mark mark) {
            marks = Set.of(mark);
            return this;
        }

        public Letter with(String name, String content) {
            files.add(new Outgoing.File(name, "text/plain", content.getBytes(StandardCharsets.UTF_8)));
            return this;
        }

        public Letter with(String name, String mimeType, byte[] content) {
            files.add(new Outgoing.File(name, mimeType, content));
            return this;
        }

        public Set<Mark> marks() {
            return marks;
        }

        public Incoming incoming() {
            Address mailbox = from.ofPortal() ? Address.of("portail@patient.mssante.fr") : from.mailbox();
            Outgoing message = new Outgoing(
                    id,
                    Instant.parse("2026-11-21T09:59:00Z"),
                    mailbox,
                    List.of(CITIZEN),
                    List.of(),
                    subject,
                    text,
                    files,
                    closes,
                    receipt,
                    "TEST");
            MailWriter writer = new MailWriter();
            Outcome<byte[]> written =
                    answers.isEmpty() ? writer.newMessage(message) : writer.reply(message, answers, List.of());
            if (!(written instanceof Outcome.Done<byte[]>(byte[] raw))) {
                throw new IllegalArgumentException(written.toString());
            }
            return new Incoming(READER.read(raw), raw, from, to, List.of(), marks, conversation, Optional.empty());
        }
    }

    public static Letter letter(Correspondent from, String subject, String text) {
        return new Letter(from, subject, text);
    }
}
