package fr.monespacesante.interop.mssante;

import fr.monespacesante.kernel.Ins;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.subethamail.smtp.DropConnectionException;
import org.subethamail.smtp.internal.command.StartTLSCommand;
import org.subethamail.smtp.internal.io.DotTerminatedInputStream;
import org.subethamail.smtp.internal.io.DotUnstuffingInputStream;
import org.subethamail.smtp.internal.server.Command;
import org.subethamail.smtp.internal.server.HelpMessage;
import org.subethamail.smtp.server.Session;

/// The commands that this server obeys, in place of the library's (ADR 49 says for each why): nothing
/// but EHLO before TLS, one way alone to end a message, nothing sent ahead of an answer that has to be
/// waited for, a status code in each answer and nothing of what was sent.
final class SmtpCommands {
    private static final List<String> NOT_OFFERED = List.of("VRFY", "EXPN", "HELP", "AUTH", "BDAT", "ETRN", "TURN");
    /// Who goes on beyond twice the limit is not waited for.
    private static final int PATIENCE = 2;

    private final SmtpServer server;
    private final Reception reception;
    private final StartTLSCommand startTls = new StartTLSCommand();

    SmtpCommands(SmtpServer server, Reception reception) {
        this.server = server;
        this.reception = reception;
    }

    private interface Body {
        /// @return null when it has answered by itself
        @Nullable
        Reply obey(Session session, SmtpState state, String argument) throws IOException, DropConnectionException;
    }

    List<Command> all() {
        List<Command> commands = new ArrayList<>(List.of(
                command("EHLO", false, this::ehlo),
                command("HELO", true, this::helo),
                command("STARTTLS", false, this::startTls),
                command("NOOP", false, (session, state, argument) -> Reply.FINE),
                command("QUIT", false, (session, state, argument) -> quit(session)),
                command("RSET", true, (session, state, argument) -> reset(state)),
                command("MAIL", true, (session, state, argument) -> mail(state, argument)),
                command("RCPT", true, (session, state, argument) -> recipient(state, argument)),
                command("DATA", true, this::data)));
        NOT_OFFERED.forEach(name -> commands.add(command(name, true, (session, state, argument) -> Reply.NOT_OFFERED)));
        return commands;
    }

    private Command command(String name, boolean afterTls, Body body) {
        return new Command() {
            @Override
            public void execute(String line, Session session) throws IOException, DropConnectionException {
                obey(session, line, name, afterTls, body);
            }

            @Override
            public HelpMessage getHelp() {
                return new HelpMessage(name, "");
            }

            @Override
            public String getName() {
                return name;
            }
        };
    }

    private void obey(Session session, String line, String name, boolean afterTls, Body body)
            throws IOException, DropConnectionException {
        SmtpState state = server.state(session);
        if (server.isClosing()) {
            throw end(Reply.CLOSING);
        }
        if (state.peer() != null) {
            state.within(server.limits().timeout());
        }
        boolean whole = line.length() == name.length() || line.charAt(name.length()) == ' ';
        boolean printable = line.chars().allMatch(c -> c >= ' ' && c < 127);
        Reply reply;
        if (afterTls && state.peer() == null) {
            reply = Reply.TLS_FIRST;
        } else if (!whole) {
            reply = Reply.UNKNOWN_COMMAND;
        } else if (!printable) {
            reply = Reply.SYNTAX;
        } else {
            reply = body.obey(session, state, line.substring(name.length()).strip());
        }
        if (reply == null) {
            return;
        }
        server.count(reply);
        session.sendResponse(reply.line());
        if (reply.refuses() && state.oneMoreError() >= server.limits().errors()) {
            throw end(Reply.TOO_MANY_ERRORS);
        }
    }

    private @Nullable Reply ehlo(Session session, SmtpState state, String argument)
            throws IOException, DropConnectionException {
        nothingAhead(session);
        if (argument.isEmpty()) {
            return Reply.ARGUMENTS;
        }
        state.greeted();
        List<String> offers = state.peer() == null
                ? List.of("STARTTLS", "ENHANCEDSTATUSCODES")
                : List.of("PIPELINING", "SIZE " + server.messageLimit(), "8BITMIME", "ENHANCEDSTATUSCODES");
        StringBuilder answer = new StringBuilder("250-" + server.name());
        for (int i = 0; i < offers.size(); i++) {
            answer.append("\r\n250").append(i < offers.size() - 1 ? '-' : ' ').append(offers.get(i));
        }
        session.sendResponse(answer.toString());
        return null;
    }

    private @Nullable Reply helo(Session session, SmtpState state, String argument)
            throws IOException, DropConnectionException {
        nothingAhead(session);
        if (argument.isEmpty()) {
            return Reply.ARGUMENTS;
        }
        state.greeted();
        session.sendResponse("250 " + server.name());
        return null;
    }

    /// What was sent in the clear behind this command must not be read as if it had come under TLS.
    private @Nullable Reply startTls(Session session, SmtpState state, String argument)
            throws IOException, DropConnectionException {
        if (state.peer() != null) {
            return Reply.OUT_OF_ORDER;
        }
        if (!argument.isEmpty()) {
            return Reply.ARGUMENTS;
        }
        nothingAhead(session);
        startTls.execute("STARTTLS", session);
        if (!session.isTLSStarted() || session.getTlsPeerCertificates() == null) {
            session.quit();
            return null;
        }
        Peer shown = Peer.of(session.getTlsPeerCertificates());
        if (!server.enter(session, shown)) {
            throw end(Reply.CROWDED);
        }
        state.known(shown);
        return null;
    }

    private static @Nullable Reply quit(Session session) throws IOException {
        session.sendResponse(Reply.BYE.line());
        session.quit();
        return null;
    }

    private static Reply reset(SmtpState state) {
        state.opens(null);
        return Reply.FINE;
    }

    private Reply mail(SmtpState state, String argument) {
        Optional<SmtpPath> path = SmtpPath.parse("FROM", argument);
        if (!state.isGreeted() || state.envelope() != null) {
            return Reply.OUT_OF_ORDER;
        }
        if (path.isEmpty()) {
            return Reply.SYNTAX;
        }
        for (String parameter : path.get().parameters()) {
            if (parameter.matches("SIZE=\\d{1,18}")) {
                if (Long.parseLong(parameter.substring(parameter.indexOf('=') + 1)) > server.messageLimit()) {
                    return Reply.TOO_LARGE;
                }
            } else if (!parameter.equals("BODY=7BIT") && !parameter.equals("BODY=8BITMIME")) {
                return Reply.PARAMETER;
            }
        }
        String address = path.get().address();
        if (!address.isEmpty() && !SmtpPath.isMailbox(address)) {
            return Reply.BAD_SENDER;
        }
        Reply reply = reception.sender(peer(state), address);
        if (!reply.refuses()) {
            state.opens(new Envelope(address));
        }
        return reply;
    }

    private Reply recipient(SmtpState state, String argument) throws DropConnectionException {
        Envelope open = state.envelope();
        if (open == null) {
            return Reply.OUT_OF_ORDER;
        }
        Optional<SmtpPath> path = SmtpPath.parse("TO", argument);
        if (path.isEmpty() || path.get().address().isEmpty()) {
            return Reply.SYNTAX;
        }
        if (!path.get().parameters().isEmpty()) {
            return Reply.PARAMETER;
        }
        if (open.recipients().size() >= server.limits().recipients()) {
            return Reply.TOO_MANY_RECIPIENTS;
        }
        return switch (reception.recipient(peer(state), open, path.get().address())) {
            case Reception.Recipient.Known(Ins ins) -> {
                open.add(ins);
                yield Reply.RECIPIENT_FINE;
            }
            case Reception.Recipient.Refused(Reply reply) -> {
                if (reply.forGood()
                        && state.oneMoreWrongRecipient() > server.limits().wrongRecipients()) {
                    throw end(Reply.TOO_MANY_WRONG_RECIPIENTS);
                }
                yield reply;
            }
        };
    }

    private @Nullable Reply data(Session session, SmtpState state, String argument)
            throws IOException, DropConnectionException {
        Envelope open = state.envelope();
        if (!argument.isEmpty()) {
            return Reply.ARGUMENTS;
        }
        if (open == null || open.recipients().isEmpty()) {
            return Reply.OUT_OF_ORDER;
        }
        nothingAhead(session);
        state.opens(null);
        session.sendResponse(Reply.GO_AHEAD.line());
        state.within(server.limits().dataTimeout());
        try (MessageBytes message = new MessageBytes(server.messageLimit(), server.memory())) {
            boolean clean = read(session, message);
            state.within(server.limits().dataTimeout());
            if (!clean) {
                throw end(Reply.BARE_LINE_ENDS);
            }
            if (message.isTooLarge()) {
                return Reply.TOO_LARGE;
            }
            return message.isWithoutRoom() ? Reply.NO_MEMORY : reception.message(peer(state), open, message.whole());
        }
    }

    /// The message to its very end, whatever becomes of it: what is left unread would be read as
    /// commands.
    ///
    /// @return whether each CR and each LF was part of a CR LF. Servers that disagree on what else ends
    /// a line can be made to see two messages where the first saw one (SMTP smuggling).
    private boolean read(Session session, MessageBytes message) throws IOException, DropConnectionException {
        InputStream in = new DotUnstuffingInputStream(new DotTerminatedInputStream(session.getRawInput()));
        boolean clean = true;
        boolean afterCr = false;
        for (int octet = in.read(); octet >= 0; octet = in.read()) {
            clean &= afterCr == (octet == '\n');
            afterCr = octet == '\r';
            message.add(octet);
            if (message.size() > PATIENCE * server.messageLimit()) {
                throw end(Reply.TOO_LARGE);
            }
        }
        return clean && !afterCr;
    }

    private void nothingAhead(Session session) throws IOException, DropConnectionException {
        if (session.getRawInput().available() > 0) {
            throw end(Reply.PIPELINED);
        }
    }

    private static Peer peer(SmtpState state) {
        Peer known = state.peer();
        if (known == null) {
            throw new IllegalStateException("before TLS");
        }
        return known;
    }

    /// Says so and closes the connection.
    private DropConnectionException end(Reply reply) {
        server.count(reply);
        return new DropConnectionException(reply.code(), reply.line().substring(4));
    }
}
