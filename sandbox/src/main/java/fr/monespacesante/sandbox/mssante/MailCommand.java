package fr.monespacesante.sandbox.mssante;

import fr.monespacesante.sandbox.examples.Example;
import fr.monespacesante.sandbox.mssante.Letter.File;
import fr.monespacesante.sandbox.mssante.Letter.Structured;
import jakarta.mail.MessagingException;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URLConnection;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/// The command `mail`: what a professional's mail program does, from a shell.
public final class MailCommand {
    static final String USAGE = """
            usage: mail send|list|demo [options] [files…]
              --trust <p12>         the authority of the operator's doors (var/sandbox/pki/truststore.p12)
              --submission <port>   (2587)       --imap <port>   (2993)
              --from <mailbox>      lefevre, laboratory, cardiology, marchand, benali (lefevre)
            send, to a citizen:
              --to <INS or address> --subject <text> --text <text>
              --xdm <example>       a structured document as IHE_XDM.ZIP, such as ordonnance.xml; also a CDA file
              --close               this exchange is over        --receipt   asks for a notice of reading
            list: the mails of a mailbox
            demo: the exchanges of the demonstration, written to Claire
            """;

    private static final Set<String> VALUED =
            Set.of("trust", "submission", "imap", "from", "to", "subject", "text", "xdm");
    private static final Set<String> FLAGS = Set.of("close", "receipt");

    private final Map<String, String> options;
    private final List<Path> files;
    private final PrintStream out;
    private final Clock clock;

    private MailCommand(Map<String, String> options, List<Path> files, PrintStream out, Clock clock) {
        this.options = options;
        this.files = files;
        this.out = out;
        this.clock = clock;
    }

    /// @return 0 when done, 1 when the operator refused, 2 when the command was not understood
    public static int run(List<String> arguments, PrintStream out, Clock clock) {
        Map<String, String> options = new HashMap<>();
        List<Path> files = new ArrayList<>();
        try {
            parse(arguments, options, files);
            MailCommand command = new MailCommand(options, files, out, clock);
            switch (arguments.isEmpty() ? "" : arguments.getFirst()) {
                case "send" -> command.send();
                case "list" -> command.list();
                case "demo" -> command.demo();
                default -> throw new IllegalArgumentException("what shall be done?");
            }
            return 0;
        } catch (IllegalArgumentException e) {
            out.println(e.getMessage());
            out.print(USAGE);
            return 2;
        } catch (MessagingException | IOException e) {
            out.println("not done: " + e.getMessage());
            return 1;
        }
    }

    private static void parse(List<String> arguments, Map<String, String> options, List<Path> files) {
        for (int i = 1; i < arguments.size(); i++) {
            String argument = arguments.get(i);
            String name = argument.startsWith("--") ? argument.substring(2) : "";
            if (name.isEmpty()) {
                files.add(Path.of(argument));
            } else if (FLAGS.contains(name)) {
                options.put(name, "yes");
            } else if (!VALUED.contains(name) || i + 1 == arguments.size()) {
                throw new IllegalArgumentException("unknown option, or one without its value: " + argument);
            } else {
                options.put(name, arguments.get(++i));
            }
        }
    }

    private void send() throws MessagingException, IOException {
        String to = needed("to");
        String ins = to.replaceFirst("@.*", "");
        Letter letter = Letter.of(
                mailbox(),
                to.contains("@") ? to : Conversations.address(to),
                options.getOrDefault("subject", "Message"),
                options.getOrDefault("text", ""));
        String xdm = options.get("xdm");
        if (xdm != null) {
            letter = letter.withStructured(Structured.of(document(ins, xdm)));
        }
        for (Path file : files) {
            String name = String.valueOf(file.getFileName());
            String type = Objects.requireNonNullElse(
                    URLConnection.guessContentTypeFromName(name), "application/octet-stream");
            letter = letter.with(new File(name, type, Files.readAllBytes(file)));
        }
        letter = options.containsKey("close") ? letter.closing() : letter;
        letter = options.containsKey("receipt") ? letter.wantingReceipt() : letter;
        client(letter.from()).send(letter.mime(clock.instant()));
        out.println("handed in for " + letter.to().getFirst());
    }

    private static Example document(String ins, String named) throws IOException {
        Path file = Path.of(named);
        if (Files.exists(file)) {
            return new Example(String.valueOf(file.getFileName()), Example.CDA, "", "", Files.readAllBytes(file));
        }
        return Conversations.cdaAbout(ins, named)
                .orElseThrow(() -> new IllegalArgumentException("no file and no example document " + named));
    }

    private void list() throws MessagingException, IOException {
        for (MailClient.Received each : client(mailbox()).inbox()) {
            out.printf(
                    "%d\t%s\t%s%n",
                    each.uid(),
                    String.valueOf(
                            each.mail().getFrom() == null ? "" : each.mail().getFrom()[0]),
                    each.mail().getSubject());
        }
    }

    private void demo() throws MessagingException {
        out.printf("%d mails handed in for Claire%n", new Conversations(this::client, clock).send());
    }

    private Mailbox mailbox() {
        String named = options.getOrDefault("from", "lefevre");
        return Mailbox.named(named)
                .or(() -> Mailbox.at(named))
                .orElseThrow(() -> new IllegalArgumentException("no mailbox " + named));
    }

    private MailClient client(Mailbox mailbox) {
        return new MailClient(
                mailbox,
                port("submission", 2587),
                port("imap", 2993),
                Path.of(options.getOrDefault("trust", "var/sandbox/pki/truststore.p12")));
    }

    private int port(String name, int usual) {
        String given = options.get(name);
        if (given != null && !given.matches("\\d{1,5}")) {
            throw new IllegalArgumentException("--" + name + " is a port");
        }
        return given == null ? usual : Integer.parseInt(given);
    }

    private String needed(String name) {
        String value = options.get(name);
        if (value == null) {
            throw new IllegalArgumentException("--" + name + " is missing");
        }
        return value;
    }
}
