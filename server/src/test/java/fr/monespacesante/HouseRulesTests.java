package fr.monespacesante;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.constructors;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaConstructor;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.library.GeneralCodingRules;
import fr.monespacesante.access.Doors;
import fr.monespacesante.access.Visit;
import fr.monespacesante.vault.SpaceKey;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The rules of the house that a machine can check, on the compiled classes. Those on the text are in
/// `HouseTextTests`.
class HouseRulesTests {
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(location -> !location.contains("/fr/monespacesante/pages/"))
            .importPath("target/classes");

    private static final String ROOT = "fr.monespacesante.";
    private static final String[] CHANNELS = {ROOT + "portal..", ROOT + "interop.."};
    private static final String[] DOMAIN = {
        ROOT + "kernel..",
        ROOT + "vault..",
        ROOT + "audit..",
        ROOT + "account..",
        ROOT + "access..",
        ROOT + "record..",
        ROOT + "notification..",
        ROOT + "courier..",
        ROOT + "content..",
        ROOT + "database.."
    };

    /// The classes whose tables belong to an open space.
    private static final Set<String> SPACE_STORES = Set.of(
            ROOT + "access.RightsStore",
            ROOT + "record.DocumentRows",
            ROOT + "record.LastVisits",
            ROOT + "notification.Notices",
            ROOT + "notification.PreferenceRows",
            ROOT + "audit.Traces",
            ROOT + "audit.TraceChain",
            ROOT + "vault.SpaceKeys");

    @Nested
    class TheDoor {
        @Test
        @Requirement("SEC-03")
        void aVisitIsMadeByTheDoorAlone() {
            noClasses()
                    .that()
                    .doNotHaveFullyQualifiedName(Doors.class.getName())
                    .should()
                    .callConstructorWhere(DescribedPredicate.describe(
                            "a visit is made", call -> call.getTargetOwner().isEquivalentTo(Visit.class)))
                    .check(CLASSES);
            constructors()
                    .that()
                    .areDeclaredIn(Visit.class)
                    .should()
                    .bePackagePrivate()
                    .check(CLASSES);
        }

        @Test
        @Requirement("SEC-03")
        void aStoreOfASpaceAsksForTheVisitOrItsKeyFirst() {
            methods()
                    .that()
                    .areDeclaredInClassesThat(DescribedPredicate.describe(
                            "are stores of spaces", owner -> SPACE_STORES.contains(owner.getFullName())))
                    .and()
                    .arePublic()
                    .or()
                    .areDeclaredInClassesThat(DescribedPredicate.describe(
                            "are stores of spaces", owner -> SPACE_STORES.contains(owner.getFullName())))
                    .and()
                    .arePackagePrivate()
                    .should(takeProofFirst())
                    .check(CLASSES);
        }

        @Test
        @Requirement("SEC-03")
        void onlyTheStoresOfSpacesAndOfDirectoriesSpeakSql() {
            noClasses()
                    .that()
                    .resideInAnyPackage(CHANNELS)
                    .should()
                    .dependOnClassesThat()
                    .areAssignableTo(JdbcClient.class)
                    .orShould()
                    .dependOnClassesThat()
                    .resideInAnyPackage("java.sql..", "javax.sql..", "org.springframework.jdbc..")
                    .allowEmptyShould(true)
                    .check(CLASSES);
        }
    }

    @Nested
    class TheModules {
        @Test
        void theDomainKnowsNothingOfHttpFhirOrPages() {
            noClasses()
                    .that()
                    .resideInAnyPackage(DOMAIN)
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(
                            "jakarta.servlet..",
                            "org.springframework.web..",
                            "org.springframework.http..",
                            "ca.uhn.fhir..",
                            "org.hl7.fhir..",
                            "gg.jte..",
                            ROOT + "portal..",
                            ROOT + "interop..")
                    .check(CLASSES);
        }

        @Test
        void everyPackageIsNullMarked() {
            Set<String> marked = new java.util.HashSet<>();
            Set<String> packages = new java.util.HashSet<>();
            for (JavaClass type : CLASSES) {
                packages.add(type.getPackageName());
                if (type.getPackage().isAnnotatedWith(org.jspecify.annotations.NullMarked.class)) {
                    marked.add(type.getPackageName());
                }
            }
            packages.removeAll(marked);
            org.assertj.core.api.Assertions.assertThat(packages).isEmpty();
        }
    }

    @Nested
    class TheClasses {
        @Test
        void nobodyIsNamedAfterNothing() {
            noClasses()
                    .should()
                    .haveNameMatching(".*(Manager|Helper|Util|Utils|Impl|Abstract[A-Z]\\w*)(\\$.*)?")
                    .check(CLASSES);
        }

        @Test
        void noConstructorAsksForMoreThanSeven() {
            constructors()
                    .that(DescribedPredicate.describe(
                            "are not of records or enums, which carry data",
                            (JavaConstructor made) -> !made.getOwner().isRecord()
                                    && !made.getOwner().isEnum()))
                    .should(haveAtMostSevenParameters())
                    .check(CLASSES);
        }

        @Test
        void nothingIsInjectedIntoFields() {
            GeneralCodingRules.NO_CLASSES_SHOULD_USE_FIELD_INJECTION.check(CLASSES);
        }

        @Test
        void nobodyWritesToTheConsole() {
            // the main class alone, which hands the console to the commands
            GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS.check(
                    CLASSES.that(DescribedPredicate.not(JavaClass.Predicates.type(MonEspaceSante.class))));
            GeneralCodingRules.NO_CLASSES_SHOULD_USE_JAVA_UTIL_LOGGING.check(CLASSES);
        }

        @Test
        void timeIsOfJavaTimeAndComesFromTheClock() {
            noClasses()
                    .that()
                    .resideOutsideOfPackage(ROOT + "interop..")
                    .should()
                    .dependOnClassesThat()
                    .haveFullyQualifiedName("java.util.Date")
                    .orShould()
                    .dependOnClassesThat()
                    .haveFullyQualifiedName("java.util.Calendar")
                    .check(CLASSES);
            noClasses()
                    .should()
                    .callMethod(java.time.Instant.class, "now")
                    .orShould()
                    .callMethod(java.time.LocalDate.class, "now")
                    .orShould()
                    .callMethod(java.time.LocalDateTime.class, "now")
                    .orShould()
                    .callMethod(java.time.OffsetDateTime.class, "now")
                    .orShould()
                    .callMethod(System.class, "currentTimeMillis")
                    .check(CLASSES);
        }

        @Test
        void nothingStaticChanges() {
            fields().that().areStatic().should().beFinal().check(CLASSES);
            noFields().that().areStatic().should(beOfAChangingType()).check(CLASSES);
        }

        @Test
        void bannedLibrariesStayOut() {
            noClasses()
                    .should()
                    .dependOnClassesThat(resideInAPackage("lombok..")
                            .or(resideInAPackage("jakarta.persistence.."))
                            .or(resideInAPackage("org.mockito.."))
                            .or(resideInAPackage("org.apache.commons.lang.."))
                            .or(resideInAPackage("com.google.common..")))
                    .check(CLASSES);
        }

        @Test
        void configurationIsThereToWireAndIsSeenByNobody() {
            classes()
                    .that()
                    .areAnnotatedWith(org.springframework.context.annotation.Configuration.class)
                    .should()
                    .notBePublic()
                    .check(CLASSES);
        }
    }

    private static ArchCondition<JavaMethod> takeProofFirst() {
        return new ArchCondition<>("take a Visit or a SpaceKey first") {
            @Override
            public void check(JavaMethod method, ConditionEvents events) {
                boolean hidden = method.getModifiers().contains(JavaModifier.SYNTHETIC)
                        || method.getModifiers().contains(JavaModifier.PRIVATE);
                boolean proven = !method.getRawParameterTypes().isEmpty()
                        && (method.getRawParameterTypes().getFirst().isEquivalentTo(Visit.class)
                                || method.getRawParameterTypes().getFirst().isEquivalentTo(SpaceKey.class));
                if (!hidden
                        && !proven
                        && !BEFORE_THE_VISIT.contains(method.getOwner().getSimpleName() + "." + method.getName())) {
                    events.add(SimpleConditionEvent.violated(method, method.getFullName() + " takes no proof"));
                }
            }
        };
    }

    /// What the door itself calls before there is a visit, or what stands in no space.
    private static final Set<String> BEFORE_THE_VISIT = Set.of(
            "SpaceKeys.unwrap",
            "SpaceKeys.openOrMake",
            "Traces.attempt",
            "TraceChain.firstBroken",
            "TraceChain.firstBrokenOfAgents");

    private static ArchCondition<JavaConstructor> haveAtMostSevenParameters() {
        return new ArchCondition<>("have at most seven parameters") {
            @Override
            public void check(JavaConstructor made, ConditionEvents events) {
                if (made.getRawParameterTypes().size() > 7) {
                    events.add(SimpleConditionEvent.violated(made, made.getFullName() + " asks for too much"));
                }
            }
        };
    }

    private static ArchCondition<JavaField> beOfAChangingType() {
        Set<String> changing = Set.of(
                "java.util.ArrayList",
                "java.util.HashMap",
                "java.util.HashSet",
                "java.util.concurrent.ConcurrentHashMap",
                "java.util.concurrent.atomic.AtomicInteger",
                "java.util.concurrent.atomic.AtomicLong",
                "java.lang.ThreadLocal");
        return new ArchCondition<>("be of a type that changes") {
            @Override
            public void check(JavaField field, ConditionEvents events) {
                boolean changes = changing.contains(field.getRawType().getFullName());
                events.add(new SimpleConditionEvent(field, changes, field.getFullName() + " can change"));
            }
        };
    }
}
