package fr.monespacesante.access;

import static fr.monespacesante.access.People.BENALI;
import static fr.monespacesante.access.People.CLAIRE_SPACE;
import static fr.monespacesante.access.People.LEFEVRE;
import static fr.monespacesante.access.People.MARCHAND;
import static fr.monespacesante.access.People.MINIMES;
import static org.assertj.core.api.Assertions.assertThat;

import fr.monespacesante.Requirement;
import fr.monespacesante.access.Caller.Purpose;
import fr.monespacesante.access.Decision.Deny;
import fr.monespacesante.access.Decision.Permit;
import fr.monespacesante.account.Mandate;
import fr.monespacesante.account.Powers;
import fr.monespacesante.account.SpaceState;
import fr.monespacesante.account.Standing;
import fr.monespacesante.kernel.DocumentId;
import fr.monespacesante.kernel.Mark;
import fr.monespacesante.kernel.Problem;
import fr.monespacesante.kernel.Rpps;
import fr.monespacesante.kernel.StructureId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/// The decision, case by case: what one person may expect of each of the others.
class RulesTests {
    private static final Instant NOW = Instant.parse("2026-11-21T10:00:00Z");
    private static final DocumentId DOCUMENT = new DocumentId(UUID.fromString("0199c1a1-0000-7000-8000-0000000000d0"));
    private static final String BIOLOGY = "11502-2";
    private static final String PROOF_OF_RESIDENCE = "ATTEST-RESID";
    private static final String UNKNOWN_PROFESSION = "99";

    private static final Rules RULES = new Rules(Matrix.partialDefault());

    private static final Act READ = new Act.ReadDocument(DOCUMENT);
    private static final Act LIST = new Act.ListDocuments();
    private static final Map<String, Act> ACTS = acts();

    private static Map<String, Act> acts() {
        Map<String, Act> acts = new LinkedHashMap<>();
        acts.put("find", new Act.FindSpace());
        acts.put("list", LIST);
        acts.put("read", READ);
        acts.put("deposit", new Act.DepositDocuments(Set.of(), Set.of()));
        acts.put("change", new Act.ChangeDocument(DOCUMENT));
        acts.put("delete", new Act.DeleteDocument(DOCUMENT));
        acts.put("consent", new Act.DeclareConsent(Optional.empty()));
        acts.put("rights", new Act.ChangeRights(Act.RightsChange.BLOCK));
        acts.put("conceal", new Act.ChangeRights(Act.RightsChange.CONCEAL));
        acts.put("preview", new Act.PreviewAs(LEFEVRE));
        acts.put("seeRights", new Act.ReadRights());
        acts.put("history", new Act.ReadHistory());
        acts.put("notices", new Act.ReadNotices());
        acts.put("close", new Act.CloseSpace());
        acts.put("archive", new Act.ReadArchive(Optional.empty()));
        acts.put("verify", new Act.VerifySpace());
        acts.put("download", new Act.DownloadEverything(Act.DownloadEverything.Step.ASK));
        acts.put("askErasure", new Act.AskErasure());
        acts.put("erase", new Act.EraseDocuments(CLAIRE_SPACE.value()));
        UUID exchange = DOCUMENT.value();
        acts.put("receive", new MessageAct.ReceiveMessage(Set.of()));
        acts.put("refuse", new MessageAct.RefuseMessage(Problem.CONTENT_INFECTED));
        acts.put("report", new MessageAct.ReceiveReport());
        acts.put("messages", new MessageAct.ReadMessages());
        acts.put("message", new MessageAct.ReadMessage(exchange));
        acts.put("draft", new MessageAct.WriteMessage(exchange, MessageAct.WriteMessage.Step.DRAFT));
        acts.put("send", new MessageAct.WriteMessage(exchange, MessageAct.WriteMessage.Step.SEND));
        acts.put("discard", new MessageAct.DeleteMessages(exchange));
        acts.put("endExchange", new MessageAct.CloseConversation(exchange));
        acts.put("save", new MessageAct.SaveAttachment(exchange, Set.of()));
        acts.put("carry", new MessageAct.CarryMessage(exchange));
        return acts;
    }

    /// Every kind of caller and every act, in an activated space with the rights it starts with. `+RIGHT` is a permit.
    private static final String TABLE = """
        act          holder          stranger   doctor          doctorAgreed    software        agent           integrity       notification    correspondent   messaging
        find         ACCESS_REFUSED  NOT_FOUND  +EXISTENCE      +EXISTENCE      +EXISTENCE      ACCESS_REFUSED  ACCESS_REFUSED  ACCESS_REFUSED  ACCESS_REFUSED  ACCESS_REFUSED
        list         +HOLDER         NOT_FOUND  CONSENT_NEEDED  +CONSENT        ACCESS_REFUSED  ACCESS_REFUSED  ACCESS_REFUSED  ACCESS_REFUSED  ACCESS_REFUSED  ACCESS_REFUSED
        read         +HOLDER         NOT_FOUND  +AUTHOR         +CONSENT        +AUTHOR         ACCESS_REFUSED  ACCESS_REFUSED  ACCESS_REFUSED  ACCESS_REFUSED  ACCESS_REFUSED
        deposit      +HOLDER         NOT_FOUND  +FEED           +FEED           +FEED           ACCESS_REFUSED  ACCESS_REFUSED  ACCESS_REFUSED  ACCESS_REFUSED  ACCESS_REFUSED
        change       +HOLDER         NOT_FOUND  +AUTHOR         +CONSENT        +AUTHOR         ACCESS_REFUSED  ACCESS_REFUSED  ACCESS_REFUSED  ACCESS_REFUSED  ACCESS_REFUSED
        delete       +HOLDER         NOT_FOUND  +AUTHOR         +CONSENT        +AUTHOR         ACCESS_REFUSED  ACCESS_REFUSED  ACCESS_REFUSED  ACCESS_REFUSED  ACCESS_REFUSED
        consent      ACCESS_REFUSED  NOT_FOUND  +CONSENT        +CONSENT        ACCESS_REFUSED  ACCESS_REFUSED  ACCESS_REFUSED  ACCESS_REFUSED  ACCESS_REFUSED  ACCESS_REFUSED
        rights       +HOLDER         NOT_FOUND  ACCESS_REFUSED  ACCESS_REFUSED  ACCESS_REFUSED  ACCESS_REFUSED  ACCESS_REFUSED  ACCESS_REFUSED  ACCESS_REFUSED  ACCESS_REFUSED
        conceal      +HOLDER         NOT_FOUND  ACCESS_REFUSED  ACCESS_REFUSED  ACCESS_REFUSED  ACCESS_REFUSED  ACCESS_REFUSED  ACCESS_REFUSED  ACCESS_REFUSED  ACCESS_REFUSED
        preview      +HOLDER         NOT_FOUND  ACCESS_REFUSED  ACCESS_REFUSED  ACCESS_REFUSED  ACCESS_REFUSED  ACCESS_REFUSED  ACCESS_REFUSED  ACCESS_REFUSED  ACCESS_REFUSED
        seeRights    +HOLDER         NOT_FOUND  ACCESS_REFUSED  ACCESS_REFUSED  ACCESS_REFUSED  ACCESS_REFUSED  ACCESS_REFUSED  ACCESS_REFUSED  ACCESS_REFUSED  ACCESS_REFUSED
        history      +HOLDER         NOT_FOUND  ACCESS_REFUSED  ACCESS_REFUSED  ACCESS_REFUSED  ACCESS_REFUSED  ACCESS_REFUSED  ACCESS_REFUSED  ACCESS_REFUSED  ACCESS_REFUSED
        notices      +HOLDER         NOT_FOUND  ACCESS_REFUSED  ACCESS_REFUSED  ACCESS_REFUSED  ACCESS_REFUSED  ACCESS_REFUSED  +SERVICE        ACCESS_REFUSED  ACCESS_REFUSED
        close        +HOLDER         NOT_FOUND  ACCESS_REFUSED  ACCESS_REFUSED  ACCESS_REFUSED  ACCESS_REFUSED  ACCESS_REFUSED  ACCESS_REFUSED  ACCESS_REFUSED  ACCESS_REFUSED
        archive      ACCESS_REFUSED  NOT_FOUND  ACCESS_REFUSED  ACCESS_REFUSED  ACCESS_REFUSED  ACCESS_REFUSED  ACCESS_REFUSED  ACCESS_REFUSED  ACCESS_REFUSED  ACCESS_REFUSED
        verify       ACCESS_REFUSED  NOT_FOUND  ACCESS_REFUSED  ACCESS_REFUSED  ACCESS_REFUSED  ACCESS_REFUSED  +SERVICE        ACCESS_REFUSED  ACCESS_REFUSED  ACCESS_REFUSED
        download     +HOLDER         NOT_FOUND  ACCESS_REFUSED  ACCESS_REFUSED  ACCESS_REFUSED  ACCESS_REFUSED  ACCESS_REFUSED  ACCESS_REFUSED  ACCESS_REFUSED  ACCESS_REFUSED
        askErasure   +HOLDER         NOT_FOUND  ACCESS_REFUSED  ACCESS_REFUSED  ACCESS_REFUSED  ACCESS_REFUSED  ACCESS_REFUSED  ACCESS_REFUSED  ACCESS_REFUSED  ACCESS_REFUSED
        erase        ACCESS_REFUSED  NOT_FOUND  ACCESS_REFUSED  ACCESS_REFUSED  ACCESS_REFUSED  ACCESS_REFUSED  ACCESS_REFUSED  ACCESS_REFUSED  ACCESS_REFUSED  ACCESS_REFUSED
        receive      ACCESS_REFUSED  NOT_FOUND  +CORRESPONDENT  +CORRESPONDENT  ACCESS_REFUSED  ACCESS_REFUSED  ACCESS_REFUSED  ACCESS_REFUSED  +CORRESPONDENT  ACCESS_REFUSED
        refuse       ACCESS_REFUSED  NOT_FOUND  ACCESS_REFUSED  ACCESS_REFUSED  ACCESS_REFUSED  ACCESS_REFUSED  ACCESS_REFUSED  ACCESS_REFUSED  +CORRESPONDENT  ACCESS_REFUSED
        report       ACCESS_REFUSED  NOT_FOUND  ACCESS_REFUSED  ACCESS_REFUSED  ACCESS_REFUSED  ACCESS_REFUSED  ACCESS_REFUSED  ACCESS_REFUSED  +CORRESPONDENT  ACCESS_REFUSED
        messages     +HOLDER         NOT_FOUND  ACCESS_REFUSED  ACCESS_REFUSED  ACCESS_REFUSED  ACCESS_REFUSED  ACCESS_REFUSED  ACCESS_REFUSED  ACCESS_REFUSED  ACCESS_REFUSED
        message      +HOLDER         NOT_FOUND  +AUTHOR         +AUTHOR         ACCESS_REFUSED  ACCESS_REFUSED  ACCESS_REFUSED  ACCESS_REFUSED  ACCESS_REFUSED  ACCESS_REFUSED
        draft        +HOLDER         NOT_FOUND  ACCESS_REFUSED  ACCESS_REFUSED  ACCESS_REFUSED  ACCESS_REFUSED  ACCESS_REFUSED  ACCESS_REFUSED  ACCESS_REFUSED  ACCESS_REFUSED
        send         +HOLDER         NOT_FOUND  ACCESS_REFUSED  ACCESS_REFUSED  ACCESS_REFUSED  ACCESS_REFUSED  ACCESS_REFUSED  ACCESS_REFUSED  ACCESS_REFUSED  ACCESS_REFUSED
        discard      +HOLDER         NOT_FOUND  ACCESS_REFUSED  ACCESS_REFUSED  ACCESS_REFUSED  ACCESS_REFUSED  ACCESS_REFUSED  ACCESS_REFUSED  ACCESS_REFUSED  ACCESS_REFUSED
        endExchange  ACCESS_REFUSED  NOT_FOUND  +AUTHOR         +AUTHOR         ACCESS_REFUSED  ACCESS_REFUSED  ACCESS_REFUSED  ACCESS_REFUSED  ACCESS_REFUSED  ACCESS_REFUSED
        save         +HOLDER         NOT_FOUND  ACCESS_REFUSED  ACCESS_REFUSED  ACCESS_REFUSED  ACCESS_REFUSED  ACCESS_REFUSED  ACCESS_REFUSED  ACCESS_REFUSED  ACCESS_REFUSED
        carry        ACCESS_REFUSED  NOT_FOUND  ACCESS_REFUSED  ACCESS_REFUSED  ACCESS_REFUSED  ACCESS_REFUSED  ACCESS_REFUSED  ACCESS_REFUSED  ACCESS_REFUSED  +SERVICE
        """;

    @Test
    @Requirement("ACC-08")
    @Requirement("ACC-09")
    void everyKindOfCallerAndEveryActIsAsTheTableSays() {
        List<String[]> lines =
                TABLE.strip().lines().map(line -> line.strip().split("\\s+")).toList();
        String[] head = lines.getFirst();
        assertThat(lines.stream().skip(1).map(line -> line[0])).containsExactlyElementsOf(ACTS.keySet());
        for (String[] line : lines.subList(1, lines.size())) {
            for (int column = 1; column < head.length; column++) {
                assertThat(inActivated(head[column], act(line[0])))
                        .as("%s by %s", line[0], head[column])
                        .isEqualTo(line[column]);
            }
        }
    }

    @Test
    void everyActHasItsLineInTheTable() {
        assertThat(ACTS.values().stream().map(Object::getClass).distinct().count())
                .isEqualTo(Act.class.getPermittedSubclasses().length
                        - 1
                        + MessageAct.class.getPermittedSubclasses().length);
    }

    private static String inActivated(String who, Act act) {
        Facts facts = new Facts();
        Caller caller = switch (who) {
            case "holder" -> {
                facts.own = true;
                yield People.citizen(CLAIRE_SPACE);
            }
            case "stranger" -> People.citizen(People.MARCEL_SPACE);
            case "doctor" -> People.doctor();
            case "doctorAgreed" -> {
                facts.rights = agreed(false, NOW.plusSeconds(60));
                yield People.doctor();
            }
            case "software" -> People.laboratory();
            case "agent" -> People.agent();
            case "correspondent" -> People.cardiology();
            case "messaging" -> new Caller.Service(Caller.Service.Task.MESSAGING);
            case "integrity" -> new Caller.Service(Caller.Service.Task.INTEGRITY);
            case "notification" -> new Caller.Service(Caller.Service.Task.NOTIFICATION);
            default -> throw new IllegalArgumentException(who);
        };
        return said(RULES.decide(caller, act, facts.done()));
    }

    /// Those of the family, in an activated space.
    private static final String FAMILY = """
        act          teenager        child      parent           parentOfAdult  guardian         guardianReads    protected       caregiver       caregiverAdds   concealed  caregiverWrites
        find         ACCESS_REFUSED  NOT_FOUND  ACCESS_REFUSED   NOT_FOUND      ACCESS_REFUSED   ACCESS_REFUSED   ACCESS_REFUSED  ACCESS_REFUSED  ACCESS_REFUSED  NOT_FOUND  ACCESS_REFUSED
        list         +HOLDER         NOT_FOUND  +REPRESENTATIVE  NOT_FOUND      +REPRESENTATIVE  +REPRESENTATIVE  +HOLDER         +CAREGIVER      ACCESS_REFUSED  NOT_FOUND  ACCESS_REFUSED
        read         +HOLDER         NOT_FOUND  +REPRESENTATIVE  NOT_FOUND      +REPRESENTATIVE  +REPRESENTATIVE  +HOLDER         +CAREGIVER      ACCESS_REFUSED  NOT_FOUND  ACCESS_REFUSED
        deposit      +HOLDER         NOT_FOUND  +REPRESENTATIVE  NOT_FOUND      +REPRESENTATIVE  ACCESS_REFUSED   ACCESS_REFUSED  ACCESS_REFUSED  +CAREGIVER      NOT_FOUND  ACCESS_REFUSED
        change       ACCESS_REFUSED  NOT_FOUND  +REPRESENTATIVE  NOT_FOUND      +REPRESENTATIVE  ACCESS_REFUSED   ACCESS_REFUSED  ACCESS_REFUSED  ACCESS_REFUSED  NOT_FOUND  ACCESS_REFUSED
        delete       ACCESS_REFUSED  NOT_FOUND  +REPRESENTATIVE  NOT_FOUND      +REPRESENTATIVE  ACCESS_REFUSED   ACCESS_REFUSED  ACCESS_REFUSED  ACCESS_REFUSED  NOT_FOUND  ACCESS_REFUSED
        consent      ACCESS_REFUSED  NOT_FOUND  ACCESS_REFUSED   NOT_FOUND      ACCESS_REFUSED   ACCESS_REFUSED   ACCESS_REFUSED  ACCESS_REFUSED  ACCESS_REFUSED  NOT_FOUND  ACCESS_REFUSED
        rights       ACCESS_REFUSED  NOT_FOUND  +REPRESENTATIVE  NOT_FOUND      +REPRESENTATIVE  ACCESS_REFUSED   ACCESS_REFUSED  ACCESS_REFUSED  ACCESS_REFUSED  NOT_FOUND  ACCESS_REFUSED
        conceal      +HOLDER         NOT_FOUND  +REPRESENTATIVE  NOT_FOUND      +REPRESENTATIVE  ACCESS_REFUSED   ACCESS_REFUSED  ACCESS_REFUSED  ACCESS_REFUSED  NOT_FOUND  ACCESS_REFUSED
        preview      ACCESS_REFUSED  NOT_FOUND  +REPRESENTATIVE  NOT_FOUND      +REPRESENTATIVE  ACCESS_REFUSED   ACCESS_REFUSED  ACCESS_REFUSED  ACCESS_REFUSED  NOT_FOUND  ACCESS_REFUSED
        seeRights    +HOLDER         NOT_FOUND  +REPRESENTATIVE  NOT_FOUND      +REPRESENTATIVE  +REPRESENTATIVE  +HOLDER         ACCESS_REFUSED  ACCESS_REFUSED  NOT_FOUND  ACCESS_REFUSED
        history      +HOLDER         NOT_FOUND  +REPRESENTATIVE  NOT_FOUND      +REPRESENTATIVE  +REPRESENTATIVE  +HOLDER         ACCESS_REFUSED  ACCESS_REFUSED  NOT_FOUND  ACCESS_REFUSED
        notices      +HOLDER         NOT_FOUND  +REPRESENTATIVE  NOT_FOUND      +REPRESENTATIVE  +REPRESENTATIVE  +HOLDER         ACCESS_REFUSED  ACCESS_REFUSED  NOT_FOUND  ACCESS_REFUSED
        close        ACCESS_REFUSED  NOT_FOUND  +REPRESENTATIVE  NOT_FOUND      +REPRESENTATIVE  ACCESS_REFUSED   ACCESS_REFUSED  ACCESS_REFUSED  ACCESS_REFUSED  NOT_FOUND  ACCESS_REFUSED
        archive      ACCESS_REFUSED  NOT_FOUND  ACCESS_REFUSED   NOT_FOUND      ACCESS_REFUSED   ACCESS_REFUSED   ACCESS_REFUSED  ACCESS_REFUSED  ACCESS_REFUSED  NOT_FOUND  ACCESS_REFUSED
        verify       ACCESS_REFUSED  NOT_FOUND  ACCESS_REFUSED   NOT_FOUND      ACCESS_REFUSED   ACCESS_REFUSED   ACCESS_REFUSED  ACCESS_REFUSED  ACCESS_REFUSED  NOT_FOUND  ACCESS_REFUSED
        download     +HOLDER         NOT_FOUND  +REPRESENTATIVE  NOT_FOUND      +REPRESENTATIVE  +REPRESENTATIVE  +HOLDER         ACCESS_REFUSED  ACCESS_REFUSED  NOT_FOUND  ACCESS_REFUSED
        askErasure   ACCESS_REFUSED  NOT_FOUND  +REPRESENTATIVE  NOT_FOUND      +REPRESENTATIVE  ACCESS_REFUSED   ACCESS_REFUSED  ACCESS_REFUSED  ACCESS_REFUSED  NOT_FOUND  ACCESS_REFUSED
        erase        ACCESS_REFUSED  NOT_FOUND  ACCESS_REFUSED   NOT_FOUND      ACCESS_REFUSED   ACCESS_REFUSED   ACCESS_REFUSED  ACCESS_REFUSED  ACCESS_REFUSED  NOT_FOUND  ACCESS_REFUSED
        receive      ACCESS_REFUSED  NOT_FOUND  ACCESS_REFUSED   NOT_FOUND      ACCESS_REFUSED   ACCESS_REFUSED   ACCESS_REFUSED  ACCESS_REFUSED  ACCESS_REFUSED  NOT_FOUND  ACCESS_REFUSED
        refuse       ACCESS_REFUSED  NOT_FOUND  ACCESS_REFUSED   NOT_FOUND      ACCESS_REFUSED   ACCESS_REFUSED   ACCESS_REFUSED  ACCESS_REFUSED  ACCESS_REFUSED  NOT_FOUND  ACCESS_REFUSED
        report       ACCESS_REFUSED  NOT_FOUND  ACCESS_REFUSED   NOT_FOUND      ACCESS_REFUSED   ACCESS_REFUSED   ACCESS_REFUSED  ACCESS_REFUSED  ACCESS_REFUSED  NOT_FOUND  ACCESS_REFUSED
        messages     +HOLDER         NOT_FOUND  +REPRESENTATIVE  NOT_FOUND      +REPRESENTATIVE  +REPRESENTATIVE  +HOLDER         ACCESS_REFUSED  ACCESS_REFUSED  NOT_FOUND  +CAREGIVER
        message      +HOLDER         NOT_FOUND  +REPRESENTATIVE  NOT_FOUND      +REPRESENTATIVE  +REPRESENTATIVE  +HOLDER         ACCESS_REFUSED  ACCESS_REFUSED  NOT_FOUND  +CAREGIVER
        draft        +HOLDER         NOT_FOUND  +REPRESENTATIVE  NOT_FOUND      +REPRESENTATIVE  ACCESS_REFUSED   ACCESS_REFUSED  ACCESS_REFUSED  ACCESS_REFUSED  NOT_FOUND  +CAREGIVER
        send         +HOLDER         NOT_FOUND  +REPRESENTATIVE  NOT_FOUND      +REPRESENTATIVE  ACCESS_REFUSED   ACCESS_REFUSED  ACCESS_REFUSED  ACCESS_REFUSED  NOT_FOUND  +CAREGIVER
        discard      ACCESS_REFUSED  NOT_FOUND  +REPRESENTATIVE  NOT_FOUND      +REPRESENTATIVE  ACCESS_REFUSED   ACCESS_REFUSED  ACCESS_REFUSED  ACCESS_REFUSED  NOT_FOUND  ACCESS_REFUSED
        endExchange  ACCESS_REFUSED  NOT_FOUND  ACCESS_REFUSED   NOT_FOUND      ACCESS_REFUSED   ACCESS_REFUSED   ACCESS_REFUSED  ACCESS_REFUSED  ACCESS_REFUSED  NOT_FOUND  ACCESS_REFUSED
        save         +HOLDER         NOT_FOUND  +REPRESENTATIVE  NOT_FOUND      +REPRESENTATIVE  ACCESS_REFUSED   ACCESS_REFUSED  ACCESS_REFUSED  ACCESS_REFUSED  NOT_FOUND  ACCESS_REFUSED
        carry        ACCESS_REFUSED  NOT_FOUND  ACCESS_REFUSED   NOT_FOUND      ACCESS_REFUSED   ACCESS_REFUSED   ACCESS_REFUSED  ACCESS_REFUSED  ACCESS_REFUSED  NOT_FOUND  ACCESS_REFUSED
        """;

    @Test
    @Requirement("REP-01")
    @Requirement("REP-04")
    @Requirement("REP-05")
    @Requirement("REP-06")
    void everyoneOfTheFamilyAndEveryActIsAsTheTableSays() {
        List<String[]> lines =
                FAMILY.strip().lines().map(line -> line.strip().split("\\s+")).toList();
        String[] head = lines.getFirst();
        assertThat(lines.stream().skip(1).map(line -> line[0])).containsExactlyElementsOf(ACTS.keySet());
        for (String[] line : lines.subList(1, lines.size())) {
            for (int column = 1; column < head.length; column++) {
                Facts facts = relative(head[column]);
                Caller caller = People.citizen(facts.own ? CLAIRE_SPACE : People.MARCEL_SPACE);
                assertThat(said(RULES.decide(caller, act(line[0]), facts.done())))
                        .as("%s by %s", line[0], head[column])
                        .isEqualTo(line[column]);
            }
        }
    }

    private static Facts relative(String who) {
        Facts facts = new Facts();
        facts.minor = List.of("teenager", "child", "parent", "concealed").contains(who);
        facts.own = List.of("teenager", "child", "protected").contains(who);
        facts.standing = switch (who) {
            case "teenager" -> new Standing(false, true, Powers.ALL, Optional.empty());
            case "protected" -> new Standing(false, false, Powers.READ, Optional.of(NOW.plusSeconds(1)));
            case "concealed" -> new Standing(true, false, Powers.ALL, Optional.empty());
            default -> Standing.PLAIN;
        };
        Powers powers = who.equals("guardianReads") ? Powers.READ : Powers.ALL;
        Mandate.Scope scope = switch (who) {
            case "caregiverAdds" -> Mandate.Scope.ADD;
            case "caregiverWrites" -> Mandate.Scope.MESSAGE;
            default -> Mandate.Scope.READ;
        };
        facts.mandate = switch (who) {
            case "parent", "parentOfAdult", "concealed" ->
                Optional.of(new Mandate(Mandate.Kind.LEGAL_REPRESENTATIVE, Set.of(), Optional.empty()));
            case "guardian", "guardianReads" ->
                Optional.of(new Mandate(Mandate.Kind.GUARDIAN, Set.of(), Optional.empty(), powers));
            case "caregiver", "caregiverAdds", "caregiverWrites" ->
                Optional.of(new Mandate(Mandate.Kind.CAREGIVER, Set.of(scope), Optional.of(NOW.plusSeconds(1))));
            default -> Optional.empty();
        };
        return facts;
    }

    @Test
    @Requirement("REP-04")
    void whatAMeasureTakesComesBackWithItsEnd() {
        Facts facts = relative("protected");
        facts.standing = new Standing(false, false, Powers.READ, Optional.of(NOW));
        assertThat(said(RULES.decide(People.citizen(CLAIRE_SPACE), act("rights"), facts.done())))
                .isEqualTo("+HOLDER");
    }

    @Nested
    class TheOrderOfTheDecision {
        /// Every combination of what steers a professional's reading, against the order the requirement gives: state,
        /// block, purpose, agreement.
        @Test
        @Requirement("ACC-01")
        @Requirement("ACC-03")
        @Requirement("ACC-05")
        void isStateThenBlockThenPurposeThenAgreement() {
            int cases = 0;
            for (SpaceState state : SpaceState.values()) {
                for (Purpose purpose : purposes()) {
                    for (String profession : List.of("10", "60", UNKNOWN_PROFESSION)) {
                        for (int bits = 0; bits < 128; bits++) {
                            assertOneCase(state, purpose, profession, bits);
                            cases++;
                        }
                    }
                }
            }
            assertThat(cases).isEqualTo(7 * 6 * 3 * 128);
        }

        private List<Purpose> purposes() {
            return List.of(
                    new Purpose.Care(),
                    new Purpose.Emergency(true, true, "found unconscious"),
                    new Purpose.Emergency(true, true, "  "),
                    new Purpose.Emergency(true, false, "found unconscious"),
                    new Purpose.Emergency(false, true, "found unconscious"),
                    new Purpose.Regulation("call to centre 15"));
        }

        private void assertOneCase(SpaceState state, Purpose purpose, String profession, int bits) {
            boolean blocked = (bits & 1) != 0;
            boolean treating = (bits & 2) != 0;
            boolean emergency = (bits & 4) != 0;
            boolean regulation = (bits & 8) != 0;
            boolean ended = (bits & 16) != 0;
            boolean consultation = (bits & 32) != 0;
            boolean careTeam = (bits & 64) != 0;
            List<Rights.Consent> consents = new ArrayList<>();
            if (ended) {
                consents.add(consent(false, NOW));
            }
            if (consultation) {
                consents.add(consent(false, NOW.plusSeconds(1)));
            }
            if (careTeam) {
                consents.add(consent(true, NOW.plusSeconds(1000)));
            }
            Rights.Named doctor = treating ? named(LEFEVRE) : null;
            List<Rights.Block> blocks =
                    blocked ? List.of(new Rights.Block(LEFEVRE.value(), "Dr Antoine LEFÈVRE", NOW, null)) : List.of();
            Facts facts = new Facts();
            facts.state = state;
            facts.rights = rightsOf(consents, blocks, List.of(), doctor, emergency, regulation, false);
            Caller caller = People.professional(LEFEVRE, profession, purpose);

            boolean known = !profession.equals(UNKNOWN_PROFESSION);
            String expected;
            if (state != SpaceState.OPEN && state != SpaceState.ACTIVATED) {
                expected = "SPACE_NOT_OPEN";
            } else if (blocked) {
                expected = "ACCESS_REFUSED";
            } else if (purpose instanceof Purpose.Emergency declared) {
                boolean whole = declared.immediateRisk()
                        && declared.unableToExpress()
                        && !declared.reason().isBlank();
                expected = !emergency || !known ? "ACCESS_REFUSED" : whole ? "+EMERGENCY" : "EMERGENCY_INCOMPLETE";
            } else if (purpose instanceof Purpose.Regulation) {
                expected = regulation && known ? "+REGULATION" : "ACCESS_REFUSED";
            } else if (treating) {
                expected = "+TREATING_DOCTOR";
            } else if (careTeam) {
                expected = "+CARE_TEAM";
            } else if (consultation) {
                expected = "+CONSENT";
            } else {
                expected = "CONSENT_NEEDED";
            }
            assertThat(said(RULES.decide(caller, LIST, facts.done())))
                    .as("%s %s %s %s", state, purpose, profession, Integer.toBinaryString(bits))
                    .isEqualTo(expected);
        }
    }

    @Nested
    class WhichDocuments {
        /// Every combination of right, profession, type, marks and authorship, against the rule in one line.
        @Test
        @Requirement("ACC-02")
        @Requirement("ACC-12")
        void aProfessionalKnowsOfTheirOwnAndOfWhatTheMatrixAllowsAndIsNotHidden() {
            Map<String, Facts> byRight = new LinkedHashMap<>();
            byRight.put("CONSENT", with(agreed(false, NOW.plusSeconds(9))));
            byRight.put("CARE_TEAM", with(agreed(true, NOW.plusSeconds(9))));
            byRight.put("TREATING_DOCTOR", with(rights(named(LEFEVRE), false)));
            byRight.forEach((right, facts) -> {
                for (String profession : List.of("10", "60", UNKNOWN_PROFESSION)) {
                    for (String type : List.of(BIOLOGY, PROOF_OF_RESIDENCE)) {
                        for (Set<Mark> marks : subsets()) {
                            for (boolean author : List.of(true, false)) {
                                DocumentFacts document =
                                        document(type, marks, author ? Set.of(LEFEVRE.nationalId()) : Set.of());
                                boolean matrix = Matrix.partialDefault().mayConsult(profession, type);
                                boolean hidden = marks.contains(Mark.MASQUE_PS) && !right.equals("TREATING_DOCTOR");
                                Permit permit = permit(
                                        People.professional(LEFEVRE, profession, new Purpose.Care()), LIST, facts);
                                assertThat(permit.right().name()).isEqualTo(right);
                                assertThat(permit.unseen()).isEqualTo(Problem.NOT_FOUND);
                                assertThat(permit.sees().test(document))
                                        .as("%s %s %s %s %s", right, profession, type, marks, author)
                                        .isEqualTo(author || (matrix && !hidden));
                            }
                        }
                    }
                }
            });
        }

        @Test
        @Requirement("ACC-05")
        void anEmergencyShowsHiddenDocumentsOnlyWhenTheCitizenAllowedIt() {
            DocumentFacts hidden = document(BIOLOGY, Set.of(Mark.MASQUE_PS), Set.of());
            for (Purpose purpose : List.of(new Purpose.Emergency(true, true, "coma"), new Purpose.Regulation("15"))) {
                Caller caller = People.professional(LEFEVRE, "10", purpose);
                assertThat(permit(caller, LIST, with(rights(null, false)))
                                .sees()
                                .test(hidden))
                        .isFalse();
                assertThat(permit(caller, LIST, with(rights(null, true))).sees().test(hidden))
                        .isTrue();
            }
        }

        @Test
        @Requirement("ACC-02")
        @Requirement("ACC-09")
        void withoutAgreementAnAuthorReachesTheirOwnAndIsToldTheSameOfEveryOther() {
            Permit permit = permit(People.doctor(), READ, new Facts());
            assertThat(permit.sees().test(document(BIOLOGY, Set.of(), Set.of(LEFEVRE.nationalId()))))
                    .isTrue();
            assertThat(permit.sees().test(document(BIOLOGY, Set.of(), Set.of(MARCHAND.nationalId()))))
                    .isFalse();
            assertThat(permit.unseen()).isEqualTo(Problem.CONSENT_NEEDED);
        }

        @Test
        @Requirement("DOC-09")
        @Requirement("ACC-12")
        void theHolderKnowsOfEverythingButWhatAwaitsItsAnnouncement() {
            Facts own = new Facts();
            own.own = true;
            Permit permit = permit(People.citizen(CLAIRE_SPACE), LIST, own);
            for (Set<Mark> marks : subsets()) {
                assertThat(permit.sees().test(document(BIOLOGY, marks, Set.of())))
                        .isEqualTo(!marks.contains(Mark.INVISIBLE_PATIENT));
            }
        }

        @Test
        @Requirement("ACC-08")
        void softwareKnowsOnlyOfWhatItsStructureFed() {
            Permit permit = permit(People.laboratory(), READ, new Facts());
            assertThat(permit.sees().test(fedBy(Optional.of(MINIMES)))).isTrue();
            assertThat(permit.sees().test(fedBy(Optional.of(People.TILLEULS)))).isFalse();
            assertThat(permit.sees().test(fedBy(Optional.empty()))).isFalse();
        }
    }

    @Nested
    class Feeding {
        @Test
        @Requirement("ACC-03")
        @Requirement("ACC-07")
        void aBlockedOrRefusedAuthorIsKeptOutWhoeverSends() {
            Rights.Block block = new Rights.Block(BENALI.value(), "Nadia BENALI", NOW, null);
            Rights blocked = rightsOf(List.of(), List.of(block), List.of(), null, true, true, false);
            Rights refused = rightsOf(List.of(), List.of(), List.of(block), null, true, true, false);
            Act byBenali = new Act.DepositDocuments(Set.of(BENALI), Set.of());
            Act byOther = new Act.DepositDocuments(Set.of(MARCHAND), Set.of());
            for (Rights rights : List.of(blocked, refused)) {
                for (Caller sender : List.<Caller>of(People.doctor(), People.laboratory())) {
                    assertThat(said(RULES.decide(sender, byBenali, with(rights).done())))
                            .isEqualTo("ACCESS_REFUSED");
                    assertThat(said(RULES.decide(sender, byOther, with(rights).done())))
                            .isEqualTo("+FEED");
                }
                Caller benali = People.professional(BENALI, "60", new Purpose.Care());
                assertThat(said(RULES.decide(benali, byOther, with(rights).done())))
                        .isEqualTo("ACCESS_REFUSED");
            }
        }

        @Test
        @Requirement("ACC-02")
        void theMatrixDoesNotLimitFeeding() {
            Caller unknown = People.professional(MARCHAND, UNKNOWN_PROFESSION, new Purpose.Care());
            assertThat(said(RULES.decide(unknown, act("deposit"), new Facts().done())))
                    .isEqualTo("+FEED");
        }

        @Test
        @Requirement("DOC-10")
        void theMarkForRepresentativesIsForMinorsAlone() {
            Act marked = new Act.DepositDocuments(Set.of(), Set.of(Mark.INVISIBLE_REPRESENTANTS_LEGAUX));
            Facts minor = new Facts();
            minor.minor = true;
            assertThat(said(RULES.decide(People.doctor(), marked, minor.done())))
                    .isEqualTo("+FEED");
            assertThat(said(RULES.decide(People.doctor(), marked, new Facts().done())))
                    .isEqualTo("MARK_NOT_ALLOWED");
        }

        @Test
        void theHolderSetsNoMarkThatHidesFromHerself() {
            Facts own = new Facts();
            own.own = true;
            for (Mark mark : Mark.values()) {
                Act act = new Act.DepositDocuments(Set.of(), Set.of(mark));
                assertThat(said(RULES.decide(People.citizen(CLAIRE_SPACE), act, own.done())))
                        .isEqualTo(mark == Mark.MASQUE_PS ? "+HOLDER" : "MARK_NOT_ALLOWED");
            }
        }
    }

    @Nested
    class TheStateOfTheSpace {
        @Test
        @Requirement("ACC-09")
        void opensItToItsHolderOnlyOnceActivated() {
            for (SpaceState state : SpaceState.values()) {
                Facts facts = new Facts();
                facts.own = true;
                facts.state = state;
                assertThat(said(RULES.decide(People.citizen(CLAIRE_SPACE), LIST, facts.done())))
                        .isEqualTo(state == SpaceState.ACTIVATED ? "+HOLDER" : "NOT_FOUND");
            }
        }

        @Test
        @Requirement("ENR-06")
        void letsDocumentsInBeforeTheHolderHasEverComeIn() {
            for (SpaceState state : SpaceState.values()) {
                Facts facts = new Facts();
                facts.state = state;
                assertThat(said(RULES.decide(People.laboratory(), act("deposit"), facts.done())))
                        .isEqualTo(state.isAlive() ? "+FEED" : "SPACE_NOT_OPEN");
            }
        }
    }

    private static String said(Decision decision) {
        return switch (decision) {
            case Permit permit -> "+" + permit.right();
            case Deny(Problem problem) -> problem.name();
        };
    }

    private static Permit permit(Caller caller, Act act, Facts facts) {
        return (Permit) RULES.decide(caller, act, facts.done());
    }

    private static Act act(String name) {
        return Optional.ofNullable(ACTS.get(name)).orElseThrow();
    }

    private static List<Set<Mark>> subsets() {
        List<Set<Mark>> subsets = new ArrayList<>();
        subsets.add(Set.of());
        for (Mark mark : Mark.values()) {
            for (Set<Mark> without : List.copyOf(subsets)) {
                Set<Mark> with = new HashSet<>(without);
                with.add(mark);
                subsets.add(with);
            }
        }
        return subsets;
    }

    private static DocumentFacts document(String type, Set<Mark> marks, Set<String> authors) {
        return new DocumentFacts(DOCUMENT.value(), NOW.minusSeconds(60), type, marks, authors, Optional.empty(), false);
    }

    private static DocumentFacts fedBy(Optional<StructureId> structure) {
        return new DocumentFacts(DOCUMENT.value(), NOW.minusSeconds(60), BIOLOGY, Set.of(), Set.of(), structure, false);
    }

    private static Rights rightsOf(
            List<Rights.Consent> consents,
            List<Rights.Block> blocks,
            List<Rights.Block> feedingRefused,
            Rights.@Nullable Named doctor,
            boolean emergency,
            boolean regulation,
            boolean masked) {
        return new Rights(
                consents,
                blocks,
                feedingRefused,
                doctor,
                emergency,
                regulation,
                masked,
                List.of(),
                List.of(),
                List.of(),
                List.of());
    }

    private static Rights.Named named(Rpps rpps) {
        return new Rights.Named(rpps.value(), "Dr Antoine LEFÈVRE", "10", "Cabinet médical des Tilleuls", NOW);
    }

    private static Rights.Consent consent(boolean careTeam, Instant until) {
        return new Rights.Consent(UUID.randomUUID(), named(LEFEVRE), careTeam, until);
    }

    private static Rights agreed(boolean careTeam, Instant until) {
        return rightsOf(List.of(consent(careTeam, until)), List.of(), List.of(), null, true, true, false);
    }

    private static Rights rights(Rights.@Nullable Named treating, boolean maskedInEmergency) {
        return rightsOf(List.of(), List.of(), List.of(), treating, true, true, maskedInEmergency);
    }

    private static Facts with(Rights rights) {
        Facts facts = new Facts();
        facts.rights = rights;
        return facts;
    }

    /// What is known when a decision is taken, to be changed where a test differs.
    private static final class Facts {
        Optional<Mandate> mandate = Optional.empty();
        Standing standing = Standing.PLAIN;
        private SpaceState state = SpaceState.ACTIVATED;
        private boolean minor;
        private boolean own;
        private Rights rights = Rights.initial();

        Rules.Facts done() {
            return new Rules.Facts(state, minor, own, mandate, rights, NOW, standing);
        }
    }
}
