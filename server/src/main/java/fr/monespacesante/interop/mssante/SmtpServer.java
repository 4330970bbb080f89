package fr.monespacesante.interop.mssante;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.scheduling.annotation.Scheduled;
import org.subethamail.smtp.server.SMTPServer;
import org.subethamail.smtp.server.Session;
import org.subethamail.smtp.server.SessionHandler;

/// The door for mail of MSSanté. The library listens, reads lines and makes TLS; `SmtpCommands` obeys;
/// here are the connections and their limits.
public final class SmtpServer implements SmartLifecycle, SessionHandler {
    private static final Logger LOG = LoggerFactory.getLogger(SmtpServer.class);
    /// So many beyond the limit are told; more wait to be taken.
    private static final int TOLD = 20;
    private static final Duration GRACE = Duration.ofSeconds(10);

    private final MssanteProperties properties;
    private final String name;
    private final MssanteTls tls;
    private final Reception reception;
    private final MemoryBudget memory;
    private final MailCounts counts;
    private final Map<Session, SmtpState> sessions = new ConcurrentHashMap<>();
    private final Map<Session, String> operators = new HashMap<>();
    private final AtomicReference<@Nullable SMTPServer> open = new AtomicReference<>();
    private volatile boolean closing;

    /// @param name of this service among mail servers: the citizens' domain
    SmtpServer(MssanteProperties properties, String name, MssanteTls tls, Reception reception, MailCounts counts) {
        this.properties = properties;
        this.name = name;
        this.tls = tls;
        this.reception = reception;
        this.memory = new MemoryBudget(properties.receiving().memory().toBytes());
        this.counts = counts;
    }

    /// Where it listens; -1 when it does not.
    public int port() {
        SMTPServer running = open.get();
        return running == null ? -1 : running.getPortAllocated();
    }

    @Override
    public void start() {
        SMTPServer next = SMTPServer.port(properties.port())
                .bindAddress(address())
                .hostName(name)
                .softwareName("")
                .enableTLS()
                .requireTLS()
                .startTlsSocketFactory(tls::answering)
                .maxConnections(properties.receiving().connections() + TOLD)
                .connectionTimeoutMs((int) properties.receiving().timeout().toMillis())
                .maxMessageSize((int) messageLimit())
                .insertReceivedHeaders(false)
                .sessionHandler(this)
                .executorService(Executors.newThreadPerTaskExecutor(
                        Thread.ofVirtual().name("mssante-", 1).factory()))
                .serverThreadName("mssante")
                .messageHandlerFactory(context -> {
                    throw new IllegalStateException("every command that would ask for one is replaced");
                })
                .build();
        new SmtpCommands(this, reception).all().forEach(next.getCommandHandler()::addCommand);
        closing = false;
        next.start();
        open.set(next);
        LOG.info("mail of MSSanté is taken at port {}", next.getPortAllocated());
    }

    private InetAddress address() {
        try {
            return InetAddress.getByName(properties.address());
        } catch (UnknownHostException e) {
            throw new IllegalStateException("mes.mssante.address is none", e);
        }
    }

    /// Lets messages come to their end, for a while; who begins one is told to come again.
    @Override
    public void stop() {
        closing = true;
        SMTPServer running = open.getAndSet(null);
        if (running != null) {
            reception.awaitIdle(GRACE);
            running.stop();
        }
    }

    @Override
    public boolean isRunning() {
        return open.get() != null;
    }

    @Override
    public SessionAcceptance accept(Session session) {
        sessions.put(session, new SmtpState(limits().tlsTimeout()));
        if (sessions.size() > limits().connections()) {
            sessions.remove(session);
            count(Reply.CROWDED);
            return SessionAcceptance.failure(
                    Reply.CROWDED.code(), Reply.CROWDED.line().substring(4));
        }
        return SessionAcceptance.success();
    }

    @Override
    public void onSessionEnd(Session session) {
        sessions.remove(session);
        synchronized (operators) {
            operators.remove(session);
        }
    }

    /// Who sends a byte a minute holds a connection as well as anybody.
    @Scheduled(fixedDelay = 1_000)
    void endTheSlow() {
        sessions.forEach((session, state) -> {
            if (state.isOver()) {
                count(Reply.TIMED_OUT);
                state.within(limits().dataTimeout());
                // closing may wait for a client that does not read: nobody else waits with it
                Thread.ofVirtual().start(session::quit);
            }
        });
    }

    SmtpState state(Session session) {
        SmtpState state = sessions.get(session);
        if (state == null) {
            throw new IllegalStateException("the session has ended");
        }
        return state;
    }

    /// False when this operator has as many connections as it may.
    boolean enter(Session session, Peer peer) {
        synchronized (operators) {
            String operator = peer.display();
            long now = operators.values().stream().filter(operator::equals).count();
            if (now >= limits().connectionsPerOperator()) {
                return false;
            }
            operators.put(session, operator);
            return true;
        }
    }

    String name() {
        return name;
    }

    MemoryBudget memory() {
        return memory;
    }

    long messageLimit() {
        return properties.messageLimit().toBytes();
    }

    MssanteProperties.Receiving limits() {
        return properties.receiving();
    }

    boolean isClosing() {
        return closing;
    }

    int connections() {
        return sessions.size();
    }

    void count(Reply reply) {
        counts.replied(reply);
    }
}
