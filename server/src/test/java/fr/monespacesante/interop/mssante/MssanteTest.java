package fr.monespacesante.interop.mssante;

import static org.assertj.core.api.Assertions.assertThat;

import fr.monespacesante.ServerTest;
import fr.monespacesante.access.Caller;
import fr.monespacesante.access.Doors;
import fr.monespacesante.access.MessageAct;
import fr.monespacesante.account.Person;
import fr.monespacesante.account.Sex;
import fr.monespacesante.account.SpaceState;
import fr.monespacesante.account.TestSpaces;
import fr.monespacesante.content.FakeClamd;
import fr.monespacesante.kernel.Ids;
import fr.monespacesante.kernel.Ins;
import fr.monespacesante.kernel.InsAuthority;
import fr.monespacesante.kernel.Outcome;
import fr.monespacesante.kernel.SpaceId;
import fr.monespacesante.messaging.Conversation;
import fr.monespacesante.messaging.ConversationQuery;
import fr.monespacesante.messaging.Conversations;
import fr.monespacesante.sandbox.RunningSandbox;
import fr.monespacesante.sandbox.pki.Pki;
import fr.monespacesante.vault.Directory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/// The whole service with the operators of the sandbox beside it. Outgoing mail is carried when a test
/// says so.
public abstract class MssanteTest extends ServerTest {
    protected static final Path CERTIFICATES = directory();
    protected static final RunningSandbox WORLD = RunningSandbox.withOperators(CERTIFICATES);
    protected static final FakeClamd ANTIVIRUS = FakeClamd.atPort();
    protected static final Path LIST = list();
    protected static final String OPERATOR = "operator.p12";
    protected static final String OTHER = "operator-2.p12";
    protected static final String DOCTOR = "antoine.lefevre@tilleuls.mssante.example";
    protected static final String CARDIOLOGY = "secretariat.cardiologie@garonne.mssante.example";
    protected static final String NURSE = "nadia.benali@autre.mssante.example";
    private static final AtomicInteger NEXT = new AtomicInteger();

    @Autowired
    protected SmtpServer mail;

    @Autowired
    protected Doors doors;

    @Autowired
    protected Conversations conversations;

    @Autowired
    protected Directory directory;

    @Autowired
    private Ids ids;

    @DynamicPropertySource
    static void operators(DynamicPropertyRegistry properties) {
        properties.add("mes.antivirus.clamd", ANTIVIRUS::address);
        properties.add("mes.antivirus.timeout", () -> "PT2S");
        properties.add("mes.mssante.port", () -> "0");
        properties.add(
                "mes.mssante.key-store",
                () -> CERTIFICATES.resolve("mssante.p12").toString());
        properties.add("mes.mssante.key-store-password", () -> Pki.PASSWORD);
        properties.add(
                "mes.mssante.trusted-authority",
                () -> CERTIFICATES.resolve("ca.crt").toString());
        properties.add("mes.mssante.trusted-list", LIST::toString);
        properties.add("mes.mssante.message-limit", () -> "2MB");
        properties.add("mes.mssante.receiving.memory", () -> "16MB");
        properties.add("mes.mssante.receiving.tls-timeout", () -> "PT3S");
        properties.add("mes.mssante.sending.interval", () -> "P1D");
    }

    private static Path directory() {
        try {
            return Files.createTempDirectory("mssante");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path list() {
        try {
            return Files.writeString(
                    CERTIFICATES.resolve("domaines.csv"), WORLD.mssante().trustedList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Somebody with a space of their own.
    record Holder(SpaceId space, Person person) {
        String address() {
            return person.ins().value() + "@patient.mssante.fr";
        }

        Caller.Citizen citizen() {
            return new Caller.Citizen(space, person.displayName(), false, "PORTAL");
        }
    }

    Holder holder() {
        return holder(SpaceState.ACTIVATED);
    }

    Holder holder(SpaceState state) {
        String thirteen = "2840531%03d%03d".formatted(70, NEXT.incrementAndGet());
        Person person = new Person(
                Ins.of(thirteen + Ins.keyOf(thirteen)),
                InsAuthority.TEST,
                "DURAND",
                List.of("Claire"),
                "MARTIN-DURAND",
                "Claire",
                Sex.FEMALE,
                LocalDate.of(1984, 5, 12),
                "31070");
        SpaceId space = new SpaceId(ids.next());
        new TestSpaces(DATABASE.superuser(), directory).add(space, person, state);
        return new Holder(space, person);
    }

    protected SmtpTalk operator() throws IOException {
        return SmtpTalk.as(OPERATOR, CERTIFICATES, mail.port());
    }

    /// A short message as its author's program writes it.
    protected static String letter(String from, String subject) {
        return letter(from, subject, "<" + UUID.randomUUID() + "@tilleuls.mssante.example>");
    }

    protected static String letter(String from, String subject, String messageId) {
        return """
                From: Dr Antoine LEFEVRE <%s>\r
                To: <%s>\r
                Subject: %s\r
                Message-ID: %s\r
                Date: Sat, 21 Nov 2026 10:00:00 +0100\r
                MIME-Version: 1.0\r
                Content-Type: text/plain; charset=utf-8\r
                \r
                Bonjour,\r
                .les r=C3=A9sultats sont arriv=C3=A9s.\r
                """.formatted(from, "patient@patient.mssante.fr", subject, messageId);
    }

    protected static String letterWith(String from, String name, byte[] file) {
        String boundary = "----part-of-a-test";
        return letter(from, "Avec un fichier")
                .replaceFirst("(?s)Content-Type:.*", "")
                .concat("""
                        Content-Type: multipart/mixed; boundary="%1$s"\r
                        \r
                        --%1$s\r
                        Content-Type: text/plain\r
                        \r
                        Ci-joint.\r
                        --%1$s\r
                        Content-Type: application/octet-stream; name="%2$s"\r
                        Content-Disposition: attachment; filename="%2$s"\r
                        Content-Transfer-Encoding: base64\r
                        \r
                        %3$s\r
                        --%1$s--\r
                        """.formatted(boundary, name, Base64.getMimeEncoder().encodeToString(file)));
    }

    protected List<Conversation> conversationsOf(Holder holder) {
        Outcome<List<Conversation>> found = doors.enter(
                holder.citizen(),
                holder.space(),
                new MessageAct.ReadMessages(),
                visit -> Outcome.done(conversations
                        .list(visit, ConversationQuery.everything())
                        .page()));
        assertThat(found).isInstanceOf(Outcome.Done.class);
        return ((Outcome.Done<List<Conversation>>) found).value();
    }

    protected long count(String what) {
        return DATABASE.superuser()
                .sql("select count(*) from " + what)
                .query((row, number) -> row.getLong(1))
                .single();
    }

    /// What the space of this person tells of what happened to it, by act and outcome.
    protected long traces(Holder holder) {
        return count("audit.trace where space_id = '" + holder.space() + "'");
    }
}
