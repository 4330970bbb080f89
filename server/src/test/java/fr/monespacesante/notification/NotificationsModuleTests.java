package fr.monespacesante.notification;

import static org.assertj.core.api.Assertions.assertThat;

import fr.monespacesante.Requirement;
import fr.monespacesante.access.Act;
import fr.monespacesante.access.Caller;
import fr.monespacesante.access.Caller.Purpose;
import fr.monespacesante.access.People;
import fr.monespacesante.access.SpaceEvent;
import fr.monespacesante.access.SpaceEvent.Shown;
import fr.monespacesante.access.TestDoors;
import fr.monespacesante.access.Visit;
import fr.monespacesante.account.Mandate;
import fr.monespacesante.account.Person;
import fr.monespacesante.account.Sex;
import fr.monespacesante.account.SpaceState;
import fr.monespacesante.account.TestSpaces;
import fr.monespacesante.courier.Letter;
import fr.monespacesante.courier.PushAddress;
import fr.monespacesante.courier.TestPost;
import fr.monespacesante.identity.Contact;
import fr.monespacesante.identity.SecurityEvent;
import fr.monespacesante.identity.TestCitizens;
import fr.monespacesante.kernel.DocumentId;
import fr.monespacesante.kernel.Ins;
import fr.monespacesante.kernel.InsAuthority;
import fr.monespacesante.kernel.Outcome;
import fr.monespacesante.kernel.SpaceId;
import fr.monespacesante.notification.Notice.Kind;
import fr.monespacesante.notification.Preferences.Choice;
import fr.monespacesante.notification.Preferences.Pace;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/// What Claire is told, where and when, on a real database and through the real door.
class NotificationsModuleTests {
    private static final Duration DELAY = Duration.ofSeconds(30);
    private static final Person HUGO = new Person(
            Ins.of("116063155530101"),
            InsAuthority.TEST,
            "DURAND",
            List.of("Hugo"),
            "DURAND",
            "Hugo",
            Sex.MALE,
            LocalDate.of(2016, 6, 30),
            "31555");
    private static final Shown SHOWN = new Shown(true, true, Instant.EPOCH);
    private static final Shown HIDDEN = new Shown(false, false, Instant.EPOCH);

    private final TestDoors house = new TestDoors();
    private final Clock clock = ((InstantSource) () -> house.now).withZone(ZoneOffset.UTC);
    private final TestPost post = new TestPost(house, clock);
    private final TestCitizens people = new TestCitizens(house.client, house.vault.ofDirectory());
    private final Notices notices = new Notices(house.client);
    private final PreferenceRows preferences = new PreferenceRows(house.client);
    private final Bell bell = new Bell(notices, preferences, new Debts(house.client, house.ids), DELAY);
    private final PushDevices devices =
            new PushDevices(house.client, house.vault.ofDirectory(), post.services, house.ids);
    private final AccountNews account = new AccountNews(house.client, house.doors, bell, house.ids, clock);
    private final Letters letters = new Letters(
            new Debts(house.client, house.ids),
            house.database.transactions(),
            people.citizens,
            house.mandates,
            devices,
            post.outbox,
            clock);
    private SecurityEvent.PasswordChanged passwordChanged;

    NotificationsModuleTests() {
        house.listeners.add(new Herald(bell, notices, house.ids));
        house.directory.add(People.CLAIRE_SPACE, TestSpaces.CLAIRE, SpaceState.ACTIVATED);
        house.directory.add(People.MARCEL_SPACE, TestSpaces.MARCEL, SpaceState.ACTIVATED);
        var claire = people.register(
                People.CLAIRE_SPACE, "Claire", new Contact("claire@courriel.test", null, Contact.CodesBy.EMAIL));
        passwordChanged = new SecurityEvent.PasswordChanged(claire.id(), People.CLAIRE_SPACE);
    }

    @BeforeEach
    void noonInParis() {
        house.now = Instant.parse("2026-11-21T11:00:00Z");
    }

    private static <T> T done(Outcome<T> outcome) {
        return switch (outcome) {
            case Outcome.Done<T>(T value) -> value;
            case Outcome.Refused<T>(var problem, var where) -> throw new AssertionError(problem + " at " + where);
        };
    }

    private <T> T asClaire(Function<Visit, T> body) {
        return done(house.doors.enter(
                People.citizen(People.CLAIRE_SPACE),
                People.CLAIRE_SPACE,
                new Act.ReadNotices(),
                visit -> Outcome.done(body.apply(visit))));
    }

    private List<Notice> told() {
        return asClaire(visit -> notices.newest(visit, notice -> true, Optional.empty(), 100))
                .items();
    }

    private List<Kind> kinds() {
        return told().stream().map(Notice::kind).toList();
    }

    /// The laboratory does something in Claire's space.
    private void laboratory(SpaceEvent event) {
        done(house.doors.enter(
                People.laboratory(), People.CLAIRE_SPACE, new Act.DepositDocuments(Set.of(), Set.of()), visit -> {
                    visit.tell(event);
                    return Outcome.done(true);
                }));
    }

    private DocumentId newDocument() {
        DocumentId document = new DocumentId(house.ids.next());
        laboratory(new SpaceEvent.DocumentDeposited(document, SHOWN));
        return document;
    }

    private void agreesTo(Caller.Professional professional) {
        Act.DeclareConsent act = new Act.DeclareConsent(Optional.empty());
        done(house.doors.enter(professional, People.CLAIRE_SPACE, act, visit -> house.consents.declare(visit, act)));
    }

    private Outcome<Boolean> lists(Caller caller) {
        return house.doors.enter(caller, People.CLAIRE_SPACE, new Act.ListDocuments(), visit -> Outcome.done(true));
    }

    private void chooses(Preferences chosen) {
        asClaire(visit -> done(preferences.save(visit, chosen)));
    }

    private static Preferences all(Choice choice, int hour) {
        Map<Topic, Choice> choices = new EnumMap<>(Topic.class);
        for (Topic topic : Topic.values()) {
            choices.put(topic, choice);
        }
        return new Preferences(choices, hour);
    }

    private List<Letter> sentAt(String moment) {
        house.now = Instant.parse(moment);
        letters.send();
        return post.take();
    }

    private static Caller.Professional emergency(String reason) {
        return People.professional(People.LEFEVRE, "10", new Purpose.Emergency(true, true, reason));
    }

    @Nested
    class InTheSpace {
        @Test
        @Requirement("NOT-01")
        void documentsAccessesAgreementsAndEmergenciesAreToldWithWhoAndByWhatRight() {
            newDocument();
            agreesTo(People.doctor());
            done(lists(People.doctor()));
            done(lists(emergency("Arrêt cardiaque")));
            assertThat(kinds())
                    .containsExactly(Kind.EMERGENCY_ACCESS, Kind.ACCESS, Kind.CONSENT_DECLARED, Kind.DOCUMENT_NEW);
            assertThat(told().get(0).reason()).isEqualTo("Arrêt cardiaque");
            assertThat(told().get(1).actor()).isEqualTo("Dr Antoine LEFÈVRE");
            assertThat(told().get(1).right()).isEqualTo("CONSENT");
            assertThat(told().get(3).actor()).isEqualTo("Laboratoire des Minimes");
        }

        @Test
        @Requirement("NOT-01")
        void whatTheHolderDoesIsNotToldToHer() {
            done(house.doors.enter(
                    People.citizen(People.CLAIRE_SPACE),
                    People.CLAIRE_SPACE,
                    new Act.DepositDocuments(Set.of(), Set.of()),
                    visit -> {
                        visit.tell(new SpaceEvent.DocumentDeposited(new DocumentId(house.ids.next()), SHOWN));
                        visit.tell(new SpaceEvent.RightsChanged("BLOCK"));
                        return Outcome.done(true);
                    }));
            assertThat(kinds()).isEmpty();
        }

        @Test
        @Requirement("NOT-01")
        void someoneKeptOutIsToldOnceADayAndAFirstVisitWithoutAgreementIsNot() {
            assertThat(lists(People.doctor())).isInstanceOf(Outcome.Refused.class);
            assertThat(kinds()).isEmpty();
            asBlocking();
            lists(People.doctor());
            lists(People.doctor());
            assertThat(kinds()).containsExactly(Kind.REFUSED);
            house.now = house.now.plus(Duration.ofDays(1));
            lists(People.doctor());
            assertThat(kinds()).containsExactly(Kind.REFUSED, Kind.REFUSED);
        }

        private void asBlocking() {
            done(house.doors.enter(
                    People.citizen(People.CLAIRE_SPACE),
                    People.CLAIRE_SPACE,
                    new Act.ChangeRights(Act.RightsChange.BLOCK),
                    visit -> house.blocks.block(visit, People.LEFEVRE, "Dr Antoine LEFÈVRE", false)));
        }

        @Test
        @Requirement("NOT-01")
        void whatSomeoneElseDoesToTheAuthorisationsIsTold() {
            laboratory(new SpaceEvent.RightsChanged("TREATING_DOCTOR"));
            assertThat(kinds()).containsExactly(Kind.RIGHTS_CHANGED);
        }

        @Test
        @Requirement("NOT-01")
        @Requirement("DOC-16")
        void aDocumentThatTheHolderMayNotKnowOfIsToldWhenSheMayAndItsDeletionNeverBefore() {
            DocumentId hidden = new DocumentId(house.ids.next());
            laboratory(new SpaceEvent.DocumentDeposited(hidden, HIDDEN));
            laboratory(new SpaceEvent.DocumentDeleted(hidden));
            assertThat(kinds()).isEmpty();
            laboratory(new SpaceEvent.DocumentChanged(hidden, SHOWN));
            assertThat(kinds()).containsExactly(Kind.DOCUMENT_NEW);
            laboratory(new SpaceEvent.DocumentDeleted(hidden));
            assertThat(kinds()).containsExactly(Kind.DOCUMENT_DELETED, Kind.DOCUMENT_NEW);
        }

        @Test
        @Requirement("NOT-04")
        void theSameThingTwiceIsOneNotice() {
            DocumentId document = newDocument();
            laboratory(new SpaceEvent.DocumentDeposited(document, SHOWN));
            assertThat(kinds()).containsExactly(Kind.DOCUMENT_NEW);
            assertThat(house.count("notification.owed")).isEqualTo(2);
        }

        @Test
        @Requirement("NOT-01")
        void whatIsToBeAnnouncedLaterIsNeitherListedNorCountedNorSentBefore() {
            Instant later = Instant.parse("2026-11-28T08:00:00Z");
            DocumentId delayed = new DocumentId(house.ids.next());
            laboratory(new SpaceEvent.DocumentDeposited(delayed, new Shown(true, true, later)));
            laboratory(new SpaceEvent.DocumentChanged(delayed, new Shown(true, true, later)));
            newDocument();
            assertThat(kinds()).hasSize(1);
            assertThat(asClaire(notices::unread)).isEqualTo(1);
            assertThat(sentAt("2026-11-21T11:01:00Z")).hasSize(1);
            asClaire(visit -> {
                bell.silence(visit);
                return true;
            });
            assertThat(sentAt("2026-11-28T07:59:00Z")).isEmpty();
            assertThat(sentAt("2026-11-28T08:00:30Z")).hasSize(1);
            assertThat(told().getFirst().at()).isEqualTo(later);
            assertThat(asClaire(notices::unread)).isEqualTo(1);
        }

        @Test
        @Requirement("NOT-01")
        @Requirement("DOC-16")
        void whatIsKeptFromRepresentativesIsNotToldToThemNeitherByTheCount() {
            laboratory(new SpaceEvent.DocumentDeposited(
                    new DocumentId(house.ids.next()), new Shown(true, false, Instant.EPOCH)));
            newDocument();
            assertThat(asClaire(notices::unread)).isEqualTo(2);
            // whoever else has got in
            done(house.doors.enter(
                    new Caller.Service(Caller.Service.Task.NOTIFICATION),
                    People.CLAIRE_SPACE,
                    new Act.ReadNotices(),
                    visit -> {
                        assertThat(notices.unread(visit)).isEqualTo(1);
                        assertThat(notices.newest(visit, notice -> true, Optional.empty(), 10)
                                        .items())
                                .hasSize(1);
                        bell.silence(visit);
                        return Outcome.done(true);
                    }));
            assertThat(asClaire(notices::unread)).isEqualTo(1);
        }

        @Test
        @Requirement("NOT-01")
        void pagesFollowOneAnotherWithinATopicToo() {
            for (int i = 0; i < 5; i++) {
                newDocument();
                laboratory(new SpaceEvent.RightsChanged("X"));
                house.now = house.now.plusSeconds(1);
            }
            var first = asClaire(
                    visit -> notices.newest(visit, notice -> notice.kind() == Kind.DOCUMENT_NEW, Optional.empty(), 3));
            var second = asClaire(visit -> notices.newest(
                    visit,
                    notice -> notice.kind() == Kind.DOCUMENT_NEW,
                    first.next().map(UUID::fromString),
                    3));
            assertThat(first.items()).hasSize(3);
            assertThat(second.items()).hasSize(2).doesNotContainAnyElementsOf(first.items());
            assertThat(second.next()).isEmpty();
        }

        @Test
        void oneIsMarkedReadOrAll() {
            newDocument();
            newDocument();
            UUID one = told().getFirst().id();
            asClaire(visit -> {
                notices.markRead(visit, one);
                notices.markRead(visit, house.ids.next());
                return true;
            });
            assertThat(asClaire(notices::unread)).isEqualTo(1);
            asClaire(visit -> {
                bell.silence(visit);
                return true;
            });
            assertThat(asClaire(notices::unread)).isZero();
        }
    }

    @Nested
    class OfTheAccount {
        @Test
        @Requirement("NOT-01")
        @Requirement("AUT-08")
        void aNewDeviceIsToldInTheSpaceAndByLetterAndAKnownOneIsNot() {
            account.note(new SecurityEvent.SignedIn(passwordChanged.citizen(), People.CLAIRE_SPACE, true));
            account.note(new SecurityEvent.SignedIn(passwordChanged.citizen(), People.CLAIRE_SPACE, false));
            assertThat(account.carryIn()).isEqualTo(1);
            assertThat(account.carryIn()).isZero();
            assertThat(kinds()).containsExactly(Kind.NEW_DEVICE);
            assertThat(sentAt("2026-11-21T11:00:30Z")).hasSize(1);
        }

        @Test
        @Requirement("AUT-08")
        void aChangedPasswordIsToldInTheSpaceAndItsLetterHasLeftAlready() {
            account.note(passwordChanged);
            account.note(new SecurityEvent.ContactChanged(passwordChanged.citizen(), People.CLAIRE_SPACE));
            account.carryIn();
            assertThat(kinds()).containsExactlyInAnyOrder(Kind.PASSWORD_CHANGED, Kind.CONTACT_CHANGED);
            assertThat(sentAt("2026-11-21T11:00:30Z")).isEmpty();
        }

        @Test
        @Requirement("NOT-04")
        void whatIsRolledBackIsNotToldAndACrashBetweenNoteAndNoticeLosesNone() {
            house.database.transactions().executeWithoutResult(status -> {
                account.note(passwordChanged);
                status.setRollbackOnly();
            });
            assertThat(account.carryIn()).isZero();
            house.database.transactions().executeWithoutResult(status -> account.note(passwordChanged));
            // another process, after the crash
            AccountNews next = new AccountNews(house.client, house.doors, bell, house.ids, clock);
            assertThat(next.carryIn()).isEqualTo(1);
            assertThat(kinds()).containsExactly(Kind.PASSWORD_CHANGED);
        }
    }

    @Nested
    class Outside {
        @Test
        @Requirement("NOT-03")
        void everyLetterIsTheSameWhateverHappened() {
            newDocument();
            List<Letter> ofADocument = sentAt("2026-11-21T11:00:30Z");
            done(lists(emergency("Coma")));
            List<Letter> ofAnEmergency = sentAt("2026-11-21T11:01:30Z");
            account.note(new SecurityEvent.SignedIn(passwordChanged.citizen(), People.CLAIRE_SPACE, false));
            account.carryIn();
            List<Letter> ofADevice = sentAt("2026-11-21T11:02:30Z");
            assertThat(ofADocument).hasSize(1).isEqualTo(ofAnEmergency).isEqualTo(ofADevice);
            assertThat(((Letter.Email) ofADocument.getFirst()).text())
                    .doesNotContain("http", "://", "document", "urgence", "LEFÈVRE", "laboratoire");
        }

        @Test
        @Requirement("NOT-02")
        void newsOfAShortWhileAreOneLetterAndNoneIsLost() {
            newDocument();
            house.now = house.now.plusSeconds(20);
            newDocument();
            assertThat(sentAt("2026-11-21T11:00:29Z")).isEmpty();
            assertThat(sentAt("2026-11-21T11:00:30Z")).hasSize(1);
            assertThat(sentAt("2026-11-21T12:00:00Z")).isEmpty();
        }

        @Test
        @Requirement("NOT-02")
        void theDailySummaryIsOneLetterAtTheHourOfParisAndNoneWhenThereIsNothing() {
            chooses(all(new Choice(true, false, Pace.DAILY), 18));
            newDocument();
            newDocument();
            laboratory(new SpaceEvent.RightsChanged("X"));
            assertThat(sentAt("2026-11-21T16:59:00Z")).isEmpty();
            assertThat(sentAt("2026-11-21T17:00:00Z")).hasSize(1);
            assertThat(sentAt("2026-11-22T17:00:00Z")).isEmpty();
            newDocument();
            assertThat(sentAt("2026-11-23T16:59:59Z")).isEmpty();
            assertThat(sentAt("2026-11-23T17:00:00Z")).hasSize(1);
        }

        @Test
        @Requirement("NOT-02")
        void summerTimeMovesTheSummaryNotItsHour() {
            Preferences evening = new Preferences(Map.of(), 18);
            assertThat(evening.nextDigest(Instant.parse("2027-03-27T17:00:00Z")))
                    .isEqualTo("2027-03-28T16:00:00Z");
            assertThat(new Preferences(Map.of(), 2).nextDigest(Instant.parse("2027-03-27T23:30:00Z")))
                    .isEqualTo("2027-03-28T01:00:00Z");
        }

        @Test
        @Requirement("NOT-02")
        void whoHasReadEverythingGetsNoSummaryButStillWhatLeavesAtOnce() {
            chooses(all(new Choice(true, false, Pace.DAILY), 18));
            newDocument();
            done(lists(emergency("Coma")));
            asClaire(visit -> {
                bell.silence(visit);
                return true;
            });
            assertThat(sentAt("2026-11-21T11:00:30Z")).hasSize(1);
            assertThat(sentAt("2026-11-21T17:00:00Z")).isEmpty();
        }

        @Test
        @Requirement("NOT-02")
        void whatIsTurnedOffIsToldInTheSpaceAlone() {
            chooses(all(new Choice(false, false, Pace.AT_ONCE), 18));
            newDocument();
            assertThat(kinds()).containsExactly(Kind.DOCUMENT_NEW);
            assertThat(house.count("notification.owed")).isZero();
        }

        @Test
        @Requirement("NOT-02")
        void emergenciesAndSecurityCannotBeSilencedNorPutOff() {
            chooses(all(new Choice(false, false, Pace.DAILY), 18));
            done(lists(emergency("Coma")));
            assertThat(sentAt("2026-11-21T11:00:30Z")).hasSize(1);
            account.note(new SecurityEvent.SignedIn(passwordChanged.citizen(), People.CLAIRE_SPACE, false));
            account.carryIn();
            assertThat(sentAt("2026-11-21T11:01:30Z")).hasSize(1);
            assertThat(asClaire(preferences::of).preferences().choice(Topic.SECURITY))
                    .isEqualTo(Choice.EVERYTHING);
        }

        @Test
        @Requirement("NOT-02")
        void eachNamedBrowserGetsAMessageUntilItIsRemovedOrGone() {
            PushAddress phone = TestPost.browser("phone");
            PushAddress laptop = TestPost.browser("laptop");
            for (PushAddress each : List.of(phone, laptop, phone)) {
                asClaire(visit -> done(devices.add(visit, "Appareil", each.endpoint(), each.key(), each.secret())));
            }
            newDocument();
            assertThat(sentAt("2026-11-21T11:00:30Z"))
                    .filteredOn(letter -> letter instanceof Letter.Push)
                    .hasSize(2);
            devices.gone(phone);
            newDocument();
            assertThat(sentAt("2026-11-21T11:01:30Z"))
                    .filteredOn(letter -> letter instanceof Letter.Push)
                    .extracting(letter -> ((Letter.Push) letter).to())
                    .containsExactly(laptop);
            asClaire(visit -> {
                devices.remove(visit, devices.of(visit).getFirst().id());
                return true;
            });
            newDocument();
            assertThat(sentAt("2026-11-21T11:02:30Z")).noneMatch(letter -> letter instanceof Letter.Push);
        }

        @Test
        @Requirement("NOT-01")
        @Requirement("DOC-16")
        void whoRepresentsAChildIsWrittenToExceptAboutWhatIsKeptFromThem() {
            SpaceId child = new SpaceId(UUID.fromString("0199c1a1-0000-7000-8000-0000000c411d"));
            house.directory.add(child, HUGO, SpaceState.ACTIVATED);
            house.mandates.give(
                    child,
                    TestSpaces.CLAIRE.ins(),
                    new Mandate(Mandate.Kind.LEGAL_REPRESENTATIVE, Set.of(), Optional.empty()));
            PushAddress phone = TestPost.browser("mother");
            done(house.doors.enter(
                    People.citizen(People.CLAIRE_SPACE),
                    child,
                    new Act.ChangeRights(Act.RightsChange.CHANGE_NOTIFICATIONS),
                    visit -> devices.add(visit, "Téléphone", phone.endpoint(), phone.key(), phone.secret())));
            depositedFor(child, new Shown(true, false, Instant.EPOCH));
            assertThat(sentAt("2026-11-21T11:00:30Z")).isEmpty();
            depositedFor(child, SHOWN);
            assertThat(sentAt("2026-11-21T11:01:30Z"))
                    .hasSize(2)
                    .anySatisfy(letter -> assertThat(letter)
                            .isInstanceOfSatisfying(
                                    Letter.Email.class,
                                    mail -> assertThat(mail.to()).isEqualTo("claire@courriel.test")));
        }

        private void depositedFor(SpaceId space, Shown shown) {
            done(house.doors.enter(People.laboratory(), space, new Act.DepositDocuments(Set.of(), Set.of()), visit -> {
                visit.tell(new SpaceEvent.DocumentDeposited(new DocumentId(house.ids.next()), shown));
                return Outcome.done(true);
            }));
        }

        @Test
        @Requirement("SEC-03")
        void nobodyRemovesOrSeesTheBrowserOfAnother() {
            PushAddress phone = TestPost.browser("hers");
            var device = asClaire(
                    visit -> done(devices.add(visit, "Mon téléphone", phone.endpoint(), phone.key(), phone.secret())));
            done(house.doors.enter(
                    People.citizen(People.MARCEL_SPACE), People.MARCEL_SPACE, new Act.ReadNotices(), visit -> {
                        assertThat(devices.of(visit)).isEmpty();
                        devices.remove(visit, device.id());
                        return Outcome.done(true);
                    }));
            assertThat(asClaire(devices::of)).containsExactly(device);
        }

        @Test
        void anAddressThatIsNoBrowsersOrANameThatIsNoneIsRefused() {
            PushAddress phone = TestPost.browser("x");
            asClaire(visit -> {
                assertThat(devices.add(visit, " ", phone.endpoint(), phone.key(), phone.secret()))
                        .isInstanceOf(Outcome.Refused.class);
                assertThat(devices.add(visit, "a".repeat(61), phone.endpoint(), phone.key(), phone.secret()))
                        .isInstanceOf(Outcome.Refused.class);
                assertThat(devices.add(visit, "x", "https://10.0.0.1/", phone.key(), phone.secret()))
                        .isInstanceOf(Outcome.Refused.class);
                return true;
            });
        }

        @Test
        @Requirement("NOT-04")
        void aDebtMadeWhileAnOlderOneIsPaidIsPaidToo() {
            newDocument();
            house.now = Instant.parse("2026-11-21T11:00:30Z");
            house.database.transactions().executeWithoutResult(paying -> {
                assertThat(new Debts(house.client, house.ids).take(house.now, 100))
                        .hasSize(2);
                // elsewhere, before this is committed
                Thread other = Thread.ofVirtual().start(NotificationsModuleTests.this::newDocument);
                try {
                    other.join();
                } catch (InterruptedException e) {
                    throw new AssertionError(e);
                }
            });
            assertThat(sentAt("2026-11-21T11:01:00Z")).hasSize(1);
        }
    }
}
