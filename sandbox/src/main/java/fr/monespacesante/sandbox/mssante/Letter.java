package fr.monespacesante.sandbox.mssante;

import fr.monespacesante.sandbox.examples.Example;
import fr.monespacesante.sandbox.examples.Examples;
import fr.monespacesante.sandbox.laboratory.SourceDocument;
import fr.monespacesante.sandbox.laboratory.SourceReader;
import jakarta.activation.DataHandler;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.util.ByteArrayDataSource;
import java.io.IOException;
import java.io.UnsupportedEncodingException;
import java.text.Normalizer;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Properties;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A mail that a professional writes, before it becomes MIME.
///
/// @param to addresses; a citizen's is `<INS>@patient.mssante.fr`
/// @param html beside the text; empty for none
/// @param closes the exchange: the citizen can no longer answer (`X-MSS-MES: FIN`)
/// @param receipt asks for a disposition notification (MDN)
/// @param answers the mail that this one answers
public record Letter(
        Mailbox from,
        List<String> to,
        String subject,
        String text,
        String html,
        List<File> files,
        List<Structured> structured,
        boolean closes,
        boolean receipt,
        @Nullable MimeMessage answers) {
    /// Reference of this program as a product of the field, which each mail carries.
    private static final String PRODUCT = "BAC-A-SABLE/1";

    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");
    private static final DateTimeFormatter COMPACT = DateTimeFormatter.ofPattern("yyyyMMdd");

    /// An attachment.
    @SuppressWarnings("ArrayRecordComponent") // the bytes of a file, never compared
    public record File(String name, String type, byte[] bytes) {}

    /// A CDA document that goes as `IHE_XDM.ZIP`, with a PDF beside it for people.
    @SuppressWarnings("ArrayRecordComponent") // the bytes of a file, never compared
    public record Structured(SourceDocument about, byte[] bytes) {
        /// @throws IllegalArgumentException when it is no CDA document
        public static Structured of(Example cda) {
            SourceReader reader = new SourceReader(new SourceReader.Defaults(
                    null,
                    "1.2.250.1.213.1.4.10",
                    cda.typeCode(),
                    cda.title(),
                    null,
                    fr.monespacesante.sandbox.examples.Cast.BIOLOGIST));
            try {
                return new Structured(reader.read(cda.name(), cda.bytes(), LocalDate.EPOCH), cda.bytes());
            } catch (IOException e) {
                throw new IllegalArgumentException("not a CDA document: " + e.getMessage(), e);
            }
        }
    }

    public Letter {
        to = List.copyOf(to);
        files = List.copyOf(files);
        structured = List.copyOf(structured);
    }

    public static Letter of(Mailbox from, String to, String subject, String text) {
        return new Letter(from, List.of(to), subject, text, "", List.of(), List.of(), false, false, null);
    }

    public Letter with(File file) {
        List<File> more = Stream.concat(files.stream(), Stream.of(file)).toList();
        return new Letter(from, to, subject, text, html, more, structured, closes, receipt, answers);
    }

    public Letter withStructured(Structured document) {
        List<Structured> more =
                Stream.concat(structured.stream(), Stream.of(document)).toList();
        return new Letter(from, to, subject, text, html, files, more, closes, receipt, answers);
    }

    public Letter withHtml(String body) {
        return new Letter(from, to, subject, text, body, files, structured, closes, receipt, answers);
    }

    public Letter alsoTo(String address) {
        List<String> more = Stream.concat(to.stream(), Stream.of(address)).toList();
        return new Letter(from, more, subject, text, html, files, structured, closes, receipt, answers);
    }

    public Letter closing() {
        return new Letter(from, to, subject, text, html, files, structured, true, receipt, answers);
    }

    public Letter wantingReceipt() {
        return new Letter(from, to, subject, text, html, files, structured, closes, true, answers);
    }

    public Letter answering(MimeMessage mail) {
        return new Letter(from, to, subject, text, html, files, structured, closes, receipt, mail);
    }

    /// @param when it is dated
    public MimeMessage mime(Instant when) throws MessagingException {
        Written mail = new Written(from);
        try {
            mail.setFrom(new InternetAddress(from.address(), from.owner(), "UTF-8"));
        } catch (UnsupportedEncodingException e) {
            throw new IllegalStateException(e);
        }
        for (String address : to) {
            mail.addRecipient(RecipientType.TO, new InternetAddress(address));
        }
        mail.setSubject(wholeSubject(), "UTF-8");
        mail.setSentDate(Date.from(when));
        headers(mail);
        List<MimeBodyPart> parts = new ArrayList<>();
        parts.add(words());
        if (!structured.isEmpty()) {
            parts.add(part(new File("IHE_XDM.ZIP", "application/zip", xdm(when))));
            for (Structured each : structured) {
                parts.add(part(companion(each.about())));
            }
        }
        for (File file : files) {
            parts.add(part(file));
        }
        if (parts.size() == 1 && html.isEmpty()) {
            mail.setText(text, "UTF-8");
        } else {
            MimeMultipart all = new MimeMultipart("mixed");
            for (MimeBodyPart each : parts) {
                all.addBodyPart(each);
            }
            mail.setContent(all);
        }
        mail.saveChanges();
        return mail;
    }

    private void headers(MimeMessage mail) throws MessagingException {
        mail.setHeader("X-MSS-NIL", PRODUCT);
        mail.setHeader("X-MSS-INS", structured.isEmpty() ? "N" : "O");
        if (!structured.isEmpty()) {
            mail.setHeader(
                    "X-MSS-CODECDA",
                    String.join(
                            ",",
                            structured.stream()
                                    .map(each -> each.about().type().code())
                                    .distinct()
                                    .toList()));
        }
        if (closes) {
            mail.setHeader("X-MSS-MES", "FIN");
        }
        if (receipt) {
            mail.setHeader("Disposition-Notification-To", from.address());
        }
        MimeMessage earlier = answers;
        if (earlier != null && earlier.getMessageID() != null) {
            String before = earlier.getHeader("References", " ");
            mail.setHeader("In-Reply-To", earlier.getMessageID());
            mail.setHeader("References", (before == null ? "" : before + " ") + earlier.getMessageID());
        }
    }

    private String wholeSubject() {
        if (structured.isEmpty()) {
            return subject;
        }
        SourceDocument about = structured.getFirst().about();
        var birth = about.subject().birthDate();
        return "XDM/1.0/DDM+%s %s %s %s"
                .formatted(
                        about.type().label(),
                        about.subject().family(),
                        about.subject().given(),
                        birth == null ? "" : DAY.format(birth))
                .strip();
    }

    private MimeBodyPart words() throws MessagingException {
        MimeBodyPart plain = new MimeBodyPart();
        plain.setText(text, "UTF-8");
        if (html.isEmpty()) {
            return plain;
        }
        MimeBodyPart marked = new MimeBodyPart();
        marked.setText(html, "UTF-8", "html");
        MimeBodyPart both = new MimeBodyPart();
        both.setContent(new MimeMultipart("alternative", plain, marked));
        return both;
    }

    private byte[] xdm(Instant when) {
        return new XdmPackage(
                        structured.stream()
                                .map(each -> new XdmPackage.Content(each.about(), each.bytes()))
                                .toList(),
                        when)
                .zip();
    }

    private static File companion(SourceDocument about) {
        String day = COMPACT.format(about.created().atZoneSameInstant(PARIS));
        String name = "%s_%s_%s_%s.pdf"
                .formatted(
                        day,
                        plain(about.type().label()),
                        plain(about.subject().family()),
                        plain(about.subject().given().split(" ", 2)[0]));
        byte[] pdf = Examples.paper(
                about.title(),
                List.of(
                        "# " + about.title(),
                        about.custodian().name(),
                        "Patient : " + about.subject().given() + " "
                                + about.subject().family(),
                        "Auteur : " + about.author().given() + " "
                                + about.author().family(),
                        "Date : " + DAY.format(about.created().atZoneSameInstant(PARIS)),
                        "",
                        "Le document structuré est joint dans IHE_XDM.ZIP."));
        return new File(name, "application/pdf", pdf);
    }

    private static String plain(String label) {
        return Normalizer.normalize(label, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .replaceAll("[^A-Za-z0-9-]+", "_");
    }

    private static MimeBodyPart part(File file) throws MessagingException {
        MimeBodyPart part = new MimeBodyPart();
        part.setDataHandler(new DataHandler(new ByteArrayDataSource(file.bytes(), file.type())));
        part.setFileName(file.name());
        part.setDisposition("attachment");
        return part;
    }

    /// Its Message-ID is of the sender's domain, not of this machine.
    private static final class Written extends MimeMessage {
        private final String domain;

        Written(Mailbox from) {
            super(Session.getInstance(new Properties()));
            domain = from.address().replaceFirst(".*@", "");
        }

        @Override
        protected void updateMessageID() throws MessagingException {
            if (getMessageID() == null) {
                setHeader("Message-ID", "<" + UUID.randomUUID() + "@" + domain + ">");
            }
        }
    }
}
