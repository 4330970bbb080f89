package fr.monespacesante.ops;

import fr.monespacesante.MonEspaceSante;
import fr.monespacesante.access.Doors;
import fr.monespacesante.access.MessageAct;
import fr.monespacesante.access.People;
import fr.monespacesante.account.Person;
import fr.monespacesante.account.Sex;
import fr.monespacesante.account.SpaceState;
import fr.monespacesante.account.Spaces;
import fr.monespacesante.account.TestSpaces;
import fr.monespacesante.kernel.Ins;
import fr.monespacesante.kernel.InsAuthority;
import fr.monespacesante.kernel.Outcome;
import fr.monespacesante.kernel.SpaceId;
import fr.monespacesante.messaging.Conversation;
import fr.monespacesante.messaging.Conversations;
import fr.monespacesante.messaging.Message;
import fr.monespacesante.messaging.Replies;
import fr.monespacesante.vault.Directory;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The whole service in a process of its own, which takes mail. `receive` goes on until it is killed; `stop <point>…`
/// lets one message after the other come to its point and then ends without any farewell; `answer <point>` is the same
/// with the holder of the first space answering what is there; `tell` prints what the spaces hold.
public final class MailService {
    static final int KILLED = 99;
    static final int SPACES = 6;

    private final ConfigurableApplicationContext service;

    private MailService(ConfigurableApplicationContext service) {
        this.service = service;
    }

    public static void main(String[] arguments) throws InterruptedException {
        List<String> words = Arrays.stream(arguments)
                .filter(argument -> !argument.startsWith("--"))
                .toList();
        List<FaultPoint> points =
                words.stream().skip(1).map(FaultPoint::valueOf).toList();
        Faults faults = new Faults(points.size());
        SpringApplication application = new SpringApplication(MonEspaceSante.class);
        if (!points.isEmpty()) {
            application.addInitializers(context -> context.getBeanFactory().addBeanPostProcessor(faults));
        }
        MailService service = new MailService(application.run(Arrays.stream(arguments)
                .filter(argument -> argument.startsWith("--"))
                .toArray(String[]::new)));
        service.openSpaces();
        points.forEach(faults::armJobs);
        System.out.println("READY");
        switch (words.getFirst()) {
            case "stop", "answer" -> {
                if (words.getFirst().equals("answer")) {
                    service.answer(space(0));
                }
                faults.awaitEverybody();
                Runtime.getRuntime().halt(KILLED);
            }
            case "tell" -> {
                service.tell();
                System.exit(SpringApplication.exit(service.service));
            }
            default -> Thread.currentThread().join();
        }
    }

    /// Nobody else's: the order of birth is the number of the space.
    static Ins ins(int number) {
        String thirteen = "2840533065%03d".formatted(number);
        return Ins.of(thirteen + Ins.keyOf(thirteen));
    }

    static SpaceId space(int number) {
        return new SpaceId(UUID.nameUUIDFromBytes(("mail-" + number).getBytes(StandardCharsets.US_ASCII)));
    }

    private void openSpaces() {
        TestSpaces spaces = new TestSpaces(service.getBean(JdbcClient.class), service.getBean(Directory.class));
        for (int i = 0; i < SPACES; i++) {
            if (service.getBean(Spaces.class).find(space(i)).isEmpty()) {
                Person person = new Person(
                        ins(i),
                        InsAuthority.TEST,
                        "FAUTE",
                        List.of("Claire"),
                        "FAUTE",
                        "Claire",
                        Sex.FEMALE,
                        LocalDate.of(1984, 5, 12),
                        "31555");
                spaces.add(space(i), person, SpaceState.ACTIVATED);
            }
        }
    }

    private void tell() {
        for (int i = 0; i < SPACES; i++) {
            for (Message message : messages(space(i))) {
                System.out.println("HELD " + i + " " + message.readable() + " " + message.subject());
            }
        }
        IntegrityReport report = service.getBean(IntegrityCheck.class).run();
        System.out.printf("TOLD %s FINDINGS %s%n", report.state(), report.findings());
    }

    /// As the holder of the space does.
    private void answer(SpaceId space) {
        Message last = messages(space).getLast();
        Outcome<Message> sent = service.getBean(Doors.class)
                .enter(
                        People.citizen(space),
                        space,
                        new MessageAct.WriteMessage(last.conversation(), MessageAct.WriteMessage.Step.SEND),
                        visit -> service.getBean(Replies.class)
                                .send(visit, last.conversation(), UUID.randomUUID(), false, "Merci."));
        if (sent instanceof Outcome.Refused<Message> refused) {
            throw new IllegalStateException(refused.toString());
        }
    }

    /// As the holder of the space reads them.
    private List<Message> messages(SpaceId space) {
        Conversations conversations = service.getBean(Conversations.class);
        Outcome<List<Message>> read = service.getBean(Doors.class)
                .enter(People.citizen(space), space, new MessageAct.ReadMessages(), visit -> {
                    List<Conversation> all = new ArrayList<>();
                    conversations.each(visit, all::add);
                    return Outcome.done(all.stream()
                            .flatMap(each -> conversations.all(visit, each.id()).stream())
                            .toList());
                });
        return switch (read) {
            case Outcome.Done<List<Message>>(List<Message> messages) -> messages;
            case Outcome.Refused<List<Message>> refused -> throw new IllegalStateException(refused.toString());
        };
    }
}
