package fr.monespacesante.access;

import static org.assertj.core.api.Assertions.assertThat;

import fr.monespacesante.Requirement;
import fr.monespacesante.access.Caller.Purpose;
import fr.monespacesante.account.Mandate;
import fr.monespacesante.account.Powers;
import fr.monespacesante.account.SpaceState;
import fr.monespacesante.account.Standing;
import fr.monespacesante.kernel.DocumentId;
import fr.monespacesante.kernel.Mark;
import fr.monespacesante.kernel.Problem;
import fr.monespacesante.kernel.Rpps;
import fr.monespacesante.kernel.SpaceId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/// The decision against the oracle, in every combination of everything that either looks at.
class OracleTests {
    private static final Instant NOW = Instant.parse("2026-11-21T10:00:00Z");
    private static final DocumentId DOCUMENT = new DocumentId(UUID.fromString("0199c1a1-0000-7000-8000-0000000000d0"));
    private static final SpaceId SPACE = People.CLAIRE_SPACE;
    private static final Rpps PROFESSIONAL = People.LEFEVRE;
    private static final Rpps OTHER = People.BENALI;
    private static final String BIOLOGY = "11502-2";
    private static final String PROOF_OF_RESIDENCE = "ATTEST-RESID";
    private static final String YES_NO = "yes no";
    private static final String STATES = "NOTIFIED OPPOSED OPEN ACTIVATED CLOSED DECEASED ERASED";
    private static final String ACTS =
            "find list read deposit change delete consent rights conceal preview seeRights history notices close archive verify"
                    + " download askErasure erase receive refuse report messages message draft send discard endExchange save carry";
    private static final String READING = "list read deposit change delete";

    private static final Rights.SenderBlock BLOCKED_SENDER =
            new Rights.SenderBlock(People.cardiology().address(), "Cardiologie", NOW);

    private final Rules rules = new Rules(Matrix.partialDefault());
    private final Oracle entering = Oracle.entering();
    private final Oracle seeing = Oracle.seeing();
    private long cases;

    @Test
    @Requirement("ACC-01")
    @Requirement("ACC-02")
    @Requirement("ACC-03")
    @Requirement("ACC-04")
    @Requirement("ACC-05")
    @Requirement("ACC-06")
    @Requirement("ACC-07")
    @Requirement("ACC-08")
    @Requirement("ACC-11")
    @Requirement("ACC-13")
    @Requirement("REP-02")
    @Requirement("DOC-09")
    @Requirement("DOC-10")
    void theDecisionAndTheOracleAgreeInEveryCase() {
        professionals();
        feeding();
        citizens();
        theRest();
        moving();
        mail();
        assertThat(entering.unused()).isEmpty();
        assertThat(seeing.unused()).isEmpty();
        assertThat(cases).isGreaterThan(2_000_000);
    }

    /// Every act but depositing, and every document, for a professional.
    private void professionals() {
        Map<String, String> entry = new LinkedHashMap<>();
        entry.put("who", "professional");
        entry.put("state", STATES);
        entry.put("act", ACTS.replace(" deposit", ""));
        entry.put("ask", "nothing");
        entry.put("purpose", "care emergency incomplete regulation");
        entry.put("profession", "10 60 99");
        entry.put("blocked", YES_NO);
        entry.put("agreement", "none ended consultation team");
        entry.put("treating", YES_NO);
        entry.put("others", YES_NO);
        entry.put("samu", YES_NO);
        entry.put("masked", YES_NO);
        entry.put("minor", YES_NO);
        Map<String, String> document = new LinkedHashMap<>();
        document.put("type", BIOLOGY + " " + PROOF_OF_RESIDENCE);
        document.put("author", YES_NO);
        document.put("hidden", YES_NO);
        document.put("announced", YES_NO);
        document.put("representatives", YES_NO);
        document.put("byHolder", YES_NO);
        document.put("rule", "none shown hidden ended otherDocument otherProfessional");
        compare(entry, document);
    }

    private void feeding() {
        Map<String, String> entry = new LinkedHashMap<>();
        entry.put("who", "professional software");
        entry.put("state", STATES);
        entry.put("act", "deposit");
        entry.put("purpose", "care emergency");
        entry.put("profession", "10 99");
        entry.put("blocked", YES_NO);
        entry.put("agreement", "none team");
        entry.put("treating", YES_NO);
        entry.put("minor", YES_NO);
        entry.put("feeding", "free senderRefused authorRefused authorBlocked");
        entry.put("ask", "nothing MASQUE_PS INVISIBLE_PATIENT INVISIBLE_REPRESENTANTS_LEGAUX objection");
        Map<String, String> document = new LinkedHashMap<>();
        document.put("type", BIOLOGY);
        document.put("author", YES_NO);
        document.put("hidden", YES_NO);
        document.put("fed", YES_NO);
        compare(entry, document);
    }

    private void citizens() {
        Map<String, String> entry = new LinkedHashMap<>();
        entry.put("who", "holder stranger representative guardian caregiver");
        entry.put("state", STATES);
        entry.put("act", ACTS);
        entry.put("minor", YES_NO);
        entry.put("mandate", "holds ended");
        entry.put("scope", "none READ ADD both other MESSAGE MESSAGE+ADD");
        entry.put("access", YES_NO);
        entry.put("left", "READ ALL");
        entry.put("powers", "READ ALL");
        entry.put("concealed", YES_NO);
        entry.put("ask", "nothing MASQUE_PS INVISIBLE_PATIENT INVISIBLE_REPRESENTANTS_LEGAUX");
        Map<String, String> document = new LinkedHashMap<>();
        document.put("type", BIOLOGY);
        document.put("author", "no");
        document.put("hidden", YES_NO);
        document.put("announced", YES_NO);
        document.put("representatives", YES_NO);
        document.put("byHolder", YES_NO);
        document.put("delay", "none waiting over otherType");
        compare(entry, document);
    }

    private void theRest() {
        Map<String, String> entry = new LinkedHashMap<>();
        entry.put("who", "software agent archivist integrity notification erasure migration messaging correspondent");
        entry.put("ask", "nothing");
        entry.put("blocked", YES_NO);
        entry.put("state", STATES);
        entry.put("act", ACTS.replace(" deposit", ""));
        entry.put("minor", YES_NO);
        Map<String, String> document = new LinkedHashMap<>();
        document.put("type", BIOLOGY);
        document.put("author", YES_NO);
        document.put("hidden", YES_NO);
        document.put("fed", YES_NO);
        compare(entry, document);
    }

    /// What comes by mail, whatever it brings; an exchange is seen as a document is.
    private void mail() {
        Map<String, String> entry = new LinkedHashMap<>();
        entry.put("who", "correspondent professional");
        entry.put("state", STATES);
        entry.put("act", "receive message");
        entry.put("purpose", "care");
        entry.put("profession", "10 99");
        entry.put("blocked", YES_NO);
        entry.put("minor", YES_NO);
        entry.put("ask", "nothing MASQUE_PS INVISIBLE_PATIENT INVISIBLE_REPRESENTANTS_LEGAUX");
        compare(entry, Map.of());
    }

    private void moving() {
        Map<String, String> entry = new LinkedHashMap<>();
        entry.put("who", "migration erasure integrity notification");
        entry.put("state", STATES);
        entry.put("act", "deposit");
        entry.put("minor", YES_NO);
        Map<String, String> document = new LinkedHashMap<>();
        document.put("type", BIOLOGY);
        document.put("author", YES_NO);
        document.put("hidden", YES_NO);
        compare(entry, document);
    }

    private void compare(Map<String, String> entryDimensions, Map<String, String> documentDimensions) {
        List<Map<String, String>> documents = new ArrayList<>();
        every(documentDimensions, document -> documents.add(Map.copyOf(document)));
        every(entryDimensions, entry -> {
            if (skipped(entry)) {
                return;
            }
            cases++;
            String expected = entering.answer(entry);
            Rights rights = rights(entry, Map.of());
            Decision decision = rules.decide(caller(entry), act(entry), facts(entry, rights));
            if (!said(decision).equals(expected)) {
                assertThat(said(decision)).as("%s", entry).isEqualTo(expected);
            }
            if (decision instanceof Decision.Permit && READING.contains(word(entry, "act"))) {
                documents.forEach(document -> see(entry, document, expected));
            }
        });
    }

    /// Dimensions that mean nothing to somebody are kept at one value.
    private static boolean skipped(Map<String, String> entry) {
        String who = word(entry, "who");
        boolean mandated = who.equals("representative") || who.equals("guardian") || who.equals("caregiver");
        boolean software = who.equals("software") && entry.containsKey("feeding");
        return (!mandated && entry.getOrDefault("mandate", "holds").equals("ended"))
                || (!who.equals("holder") && no(entry, "access", "no"))
                || (!who.equals("holder") && no(entry, "left", "ALL"))
                || (!who.equals("guardian") && no(entry, "powers", "ALL"))
                || (!mandated && no(entry, "concealed", "no"))
                || (!who.equals("caregiver")
                        && !entry.getOrDefault("scope", "none").equals("none"))
                || (rest(who) && no(entry, "blocked", "no"))
                || (!List.of("deposit", "receive", "save").contains(word(entry, "act"))
                        && !entry.getOrDefault("ask", "nothing").equals("nothing"))
                || (who.equals("software")
                        && !software
                        && word(entry, "blocked").equals("yes"))
                || (software
                        && (word(entry, "blocked").equals("yes")
                                || word(entry, "feeding").equals("senderRefused")));
    }

    private static boolean rest(String who) {
        return !List.of("professional", "software", "correspondent").contains(who);
    }

    private static boolean no(Map<String, String> entry, String dimension, String value) {
        return !entry.getOrDefault(dimension, value).equals(value);
    }

    private void see(Map<String, String> entry, Map<String, String> document, String right) {
        cases++;
        Map<String, String> all = new HashMap<>(entry);
        all.putAll(document);
        all.put("in", right);
        Decision decision = rules.decide(caller(entry), act(entry), facts(entry, rights(entry, document)));
        boolean sees = ((Decision.Permit) decision).sees().test(document(document));
        if (sees != seeing.answer(all).equals("yes")) {
            assertThat(sees).as("%s", all).isEqualTo(!sees);
        }
    }

    private static void every(Map<String, String> dimensions, Consumer<Map<String, String>> body) {
        if (!dimensions.isEmpty()) {
            every(new ArrayList<>(dimensions.entrySet()), 0, new HashMap<>(), body);
        }
    }

    private static void every(
            List<Map.Entry<String, String>> dimensions,
            int place,
            Map<String, String> chosen,
            Consumer<Map<String, String>> body) {
        if (place == dimensions.size()) {
            body.accept(chosen);
            return;
        }
        for (String value : dimensions.get(place).getValue().split(" ")) {
            chosen.put(dimensions.get(place).getKey(), value);
            every(dimensions, place + 1, chosen, body);
        }
    }

    private static Caller caller(Map<String, String> entry) {
        return switch (word(entry, "who")) {
            case "holder" -> People.citizen(SPACE);
            case "stranger", "representative", "guardian", "caregiver" -> People.citizen(People.MARCEL_SPACE);
            case "professional" ->
                People.professional(PROFESSIONAL, word(entry, "profession"), purpose(word(entry, "purpose")));
            case "software" -> People.laboratory();
            case "agent" -> People.agent();
            case "archivist" -> new Caller.Agent("agent-9", "Paule LENOIR", Set.of(Caller.Agent.ARCHIVIST), "PORTAL");
            case "integrity" -> new Caller.Service(Caller.Service.Task.INTEGRITY);
            case "notification" -> new Caller.Service(Caller.Service.Task.NOTIFICATION);
            case "erasure" -> new Caller.Service(Caller.Service.Task.ERASURE);
            case "migration" -> new Caller.Service(Caller.Service.Task.MIGRATION);
            case "messaging" -> new Caller.Service(Caller.Service.Task.MESSAGING);
            case "correspondent" -> People.cardiology();
            default -> throw new IllegalArgumentException();
        };
    }

    private static Purpose purpose(String name) {
        return switch (name) {
            case "care" -> new Purpose.Care();
            case "emergency" -> new Purpose.Emergency(true, true, "found unconscious");
            case "incomplete" -> new Purpose.Emergency(true, false, "found unconscious");
            case "regulation" -> new Purpose.Regulation("call to centre 15");
            default -> throw new IllegalArgumentException();
        };
    }

    private static Act act(Map<String, String> entry) {
        return switch (word(entry, "act")) {
            case "find" -> new Act.FindSpace();
            case "list" -> new Act.ListDocuments();
            case "read" -> new Act.ReadDocument(DOCUMENT);
            case "deposit" -> deposit(entry);
            case "change" -> new Act.ChangeDocument(DOCUMENT);
            case "delete" -> new Act.DeleteDocument(DOCUMENT);
            case "consent" -> new Act.DeclareConsent(Optional.empty());
            case "rights" -> new Act.ChangeRights(Act.RightsChange.BLOCK);
            case "conceal" -> new Act.ChangeRights(Act.RightsChange.CONCEAL);
            case "preview" -> new Act.PreviewAs(PROFESSIONAL);
            case "seeRights" -> new Act.ReadRights();
            case "history" -> new Act.ReadHistory();
            case "notices" -> new Act.ReadNotices();
            case "close" -> new Act.CloseSpace();
            case "archive" -> new Act.ReadArchive(Optional.empty());
            case "verify" -> new Act.VerifySpace();
            case "download" -> new Act.DownloadEverything(Act.DownloadEverything.Step.BUILD);
            case "askErasure" -> new Act.AskErasure();
            case "erase" -> new Act.EraseDocuments(SPACE.value());
            default -> messageAct(entry);
        };
    }

    private static Act messageAct(Map<String, String> entry) {
        UUID exchange = DOCUMENT.value();
        return switch (word(entry, "act")) {
            case "receive" ->
                new MessageAct.ReceiveMessage(Mark.ofCode(entry.getOrDefault("ask", "nothing"))
                        .map(Set::of)
                        .orElse(Set.of()));
            case "refuse" -> new MessageAct.RefuseMessage(Problem.CONTENT_INFECTED);
            case "report" -> new MessageAct.ReceiveReport();
            case "messages" -> new MessageAct.ReadMessages();
            case "message" -> new MessageAct.ReadMessage(exchange);
            case "draft" -> new MessageAct.WriteMessage(exchange, MessageAct.WriteMessage.Step.DRAFT);
            case "send" -> new MessageAct.WriteMessage(exchange, MessageAct.WriteMessage.Step.SEND);
            case "discard" -> new MessageAct.DeleteMessages(exchange);
            case "endExchange" -> new MessageAct.CloseConversation(exchange);
            case "save" ->
                new MessageAct.SaveAttachment(
                        exchange,
                        Mark.ofCode(entry.getOrDefault("ask", "nothing"))
                                .map(Set::of)
                                .orElse(Set.of()));
            case "carry" -> new MessageAct.CarryMessage(exchange);
            default -> throw new IllegalArgumentException();
        };
    }

    private static Act deposit(Map<String, String> entry) {
        String ask = entry.getOrDefault("ask", "nothing");
        boolean byOther = entry.getOrDefault("feeding", "free").startsWith("author");
        return new Act.DepositDocuments(
                byOther ? Set.of(OTHER) : Set.of(),
                Mark.ofCode(ask).map(Set::of).orElse(Set.of()),
                ask.equals("objection"));
    }

    private static Rules.Facts facts(Map<String, String> entry, Rights rights) {
        return new Rules.Facts(
                SpaceState.valueOf(word(entry, "state")),
                word(entry, "minor").equals("yes"),
                word(entry, "who").equals("holder"),
                mandate(entry),
                rights,
                NOW,
                standing(entry));
    }

    private static Optional<Mandate> mandate(Map<String, String> entry) {
        Optional<Instant> until = entry.getOrDefault("mandate", "holds").equals("ended")
                ? Optional.of(NOW)
                : Optional.of(NOW.plusSeconds(1));
        Set<Mandate.Scope> scopes = switch (entry.getOrDefault("scope", "none")) {
            case "READ" -> Set.of(Mandate.Scope.READ);
            case "ADD" -> Set.of(Mandate.Scope.ADD);
            case "both" -> Set.of(Mandate.Scope.READ, Mandate.Scope.ADD);
            case "other" -> Set.of(Mandate.Scope.AGENDA);
            case "MESSAGE" -> Set.of(Mandate.Scope.MESSAGE);
            case "MESSAGE+ADD" -> Set.of(Mandate.Scope.MESSAGE, Mandate.Scope.ADD);
            default -> Set.of();
        };
        return switch (word(entry, "who")) {
            case "representative" -> Optional.of(new Mandate(Mandate.Kind.LEGAL_REPRESENTATIVE, Set.of(), until));
            case "guardian" ->
                Optional.of(new Mandate(
                        Mandate.Kind.GUARDIAN, Set.of(), until, Powers.valueOf(entry.getOrDefault("powers", "ALL"))));
            case "caregiver" -> Optional.of(new Mandate(Mandate.Kind.CAREGIVER, scopes, until));
            default -> Optional.empty();
        };
    }

    private static Standing standing(Map<String, String> entry) {
        return new Standing(
                entry.getOrDefault("concealed", "no").equals("yes"),
                entry.getOrDefault("access", "no").equals("yes"),
                Powers.valueOf(entry.getOrDefault("left", "ALL")),
                Optional.empty());
    }

    private static Rights rights(Map<String, String> entry, Map<String, String> document) {
        String feeding = entry.getOrDefault("feeding", "free");
        List<Rights.Block> blocks = new ArrayList<>();
        if (entry.getOrDefault("blocked", "no").equals("yes")) {
            blocks.add(block(PROFESSIONAL));
        }
        if (feeding.equals("authorBlocked")) {
            blocks.add(block(OTHER));
        }
        List<Rights.Block> refused = switch (feeding) {
            case "senderRefused" -> List.of(block(PROFESSIONAL));
            case "authorRefused" -> List.of(block(OTHER));
            default -> List.of();
        };
        List<Rights.Consent> consents = switch (entry.getOrDefault("agreement", "none")) {
            case "ended" -> List.of(consent(true, NOW), consent(false, NOW.minusSeconds(1)));
            case "consultation" -> List.of(consent(false, NOW.plusSeconds(1)));
            case "team" -> List.of(consent(false, NOW.plusSeconds(1)), consent(true, NOW.plusSeconds(2)));
            default -> List.of();
        };
        return new Rights(
                consents,
                blocks,
                refused,
                entry.getOrDefault("treating", "no").equals("yes") ? named(PROFESSIONAL) : null,
                entry.getOrDefault("others", "yes").equals("yes"),
                entry.getOrDefault("samu", "yes").equals("yes"),
                entry.getOrDefault("masked", "no").equals("yes"),
                rules(document.getOrDefault("rule", "none")),
                List.of(),
                delays(document.getOrDefault("delay", "none")),
                entry.getOrDefault("blocked", "no").equals("yes") ? List.of(BLOCKED_SENDER) : List.of());
    }

    private static List<Rights.DocumentRule> rules(String rule) {
        UUID it = DOCUMENT.value();
        return switch (rule) {
            case "shown" -> List.of(new Rights.DocumentRule(it, named(PROFESSIONAL), true, null));
            case "hidden" -> List.of(new Rights.DocumentRule(it, named(PROFESSIONAL), false, NOW.plusSeconds(1)));
            case "ended" -> List.of(new Rights.DocumentRule(it, named(PROFESSIONAL), true, NOW));
            case "otherDocument" -> List.of(new Rights.DocumentRule(SPACE.value(), named(PROFESSIONAL), true, null));
            case "otherProfessional" -> List.of(new Rights.DocumentRule(it, named(OTHER), true, null));
            default -> List.of();
        };
    }

    /// The document arrived a day and an hour ago.
    private static List<Rights.Delay> delays(String delay) {
        return switch (delay) {
            case "waiting" -> List.of(new Rights.Delay(BIOLOGY, 2));
            case "over" -> List.of(new Rights.Delay(BIOLOGY, 1));
            case "otherType" -> List.of(new Rights.Delay(PROOF_OF_RESIDENCE, 30));
            default -> List.of();
        };
    }

    private static DocumentFacts document(Map<String, String> document) {
        Set<Mark> marks = new HashSet<>();
        if (word(document, "hidden").equals("yes")) {
            marks.add(Mark.MASQUE_PS);
        }
        if (document.getOrDefault("announced", "yes").equals("no")) {
            marks.add(Mark.INVISIBLE_PATIENT);
        }
        if (document.getOrDefault("representatives", "yes").equals("no")) {
            marks.add(Mark.INVISIBLE_REPRESENTANTS_LEGAUX);
        }
        return new DocumentFacts(
                DOCUMENT.value(),
                NOW.minusSeconds(25 * 3600),
                word(document, "type"),
                marks,
                word(document, "author").equals("yes") ? Set.of(PROFESSIONAL.nationalId()) : Set.of(),
                Optional.of(People.MINIMES)
                        .filter(_ -> document.getOrDefault("fed", "no").equals("yes")),
                document.getOrDefault("byHolder", "no").equals("yes"));
    }

    private static Rights.Named named(Rpps rpps) {
        return new Rights.Named(rpps.value(), "Dr Antoine LEFÈVRE", "10", "Cabinet médical des Tilleuls", NOW);
    }

    private static Rights.Block block(Rpps rpps) {
        return new Rights.Block(rpps.value(), "Dr Antoine LEFÈVRE", NOW, null);
    }

    private static Rights.Consent consent(boolean careTeam, Instant until) {
        return new Rights.Consent(DOCUMENT.value(), named(PROFESSIONAL), careTeam, until);
    }

    private static String said(Decision decision) {
        return switch (decision) {
            case Decision.Permit permit -> permit.right().name();
            case Decision.Deny deny -> deny.problem().name();
        };
    }

    private static String word(Map<String, String> one, String dimension) {
        return Optional.ofNullable(one.get(dimension)).orElseThrow();
    }
}
