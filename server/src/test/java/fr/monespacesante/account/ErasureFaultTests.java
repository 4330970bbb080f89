package fr.monespacesante.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fr.monespacesante.Requirement;
import fr.monespacesante.access.People;
import fr.monespacesante.database.Schemas;
import fr.monespacesante.kernel.ErasureStep;
import fr.monespacesante.kernel.Ids;
import fr.monespacesante.kernel.SpaceId;
import java.io.IOException;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/// Every table of a space is emptied by some step, and whichever step is cut off, before or after its effect, what is
/// left is finished by the next run.
class ErasureFaultTests extends LeavingTest {
    /// Tables that name a space and stay, each with its reason.
    private static final Map<String, String> STAYS = Map.of(
            "account.space", "keyed hash, sealed identity and state: so that nobody is invited again (ADR 40)",
            "account.closing", "the trace of the act, ten years",
            "account.erasure", "how far the erasure is");

    @Autowired
    private ObjectProvider<ErasureStep> steps;

    @Autowired
    private TransactionTemplate transactions;

    @Autowired
    private AccountProperties properties;

    @Autowired
    private Ids ids;

    @Autowired
    private Clock clock;

    @Autowired
    private JdbcClient database;

    @Test
    @Requirement("ENR-13")
    void everyTableThatNamesASpaceOrACitizenIsEmptiedByAStepOrSaysWhyItStays() {
        Set<String> covered =
                steps.stream().flatMap(step -> step.tables().stream()).collect(Collectors.toSet());
        List<String> naming = DATABASE.superuser()
                .sql("""
                        select distinct c.table_schema || '.' || c.table_name
                          from information_schema.columns c
                          join information_schema.tables t using (table_schema, table_name)
                         where t.table_type = 'BASE TABLE' and c.table_schema = any (:modules)
                           and (c.column_name ~ '(^|_)(space|citizen|holder)(_id)?$' or c.column_name = 'principal_name')
                        """)
                .param("modules", Schemas.MODULES.toArray(String[]::new))
                .query((row, number) -> String.valueOf(row.getString(1)))
                .list();
        assertThat(naming).hasSizeGreaterThan(20);
        assertThat(naming.stream().filter(table -> !covered.contains(table) && !STAYS.containsKey(table)))
                .as("tables of a space that no ErasureStep empties")
                .isEmpty();
        assertThat(covered).doesNotContainAnyElementsOf(STAYS.keySet());
    }

    @Test
    @Requirement("ENR-13")
    void theStepsHaveNamesAndAnOrderOfTheirOwnAndTheKeyIsFirst() {
        List<ErasureStep> sorted = steps.stream()
                .sorted(Comparator.comparingInt(ErasureStep::order))
                .toList();
        assertThat(sorted.getFirst().name()).isEqualTo("key");
        assertThat(sorted.stream().map(ErasureStep::name)).doesNotHaveDuplicates();
        assertThat(sorted.stream().map(ErasureStep::order)).doesNotHaveDuplicates();
    }

    @Test
    @Requirement("ENR-13")
    void cutOffAtEachStepBeforeAndAfterItsEffectItIsFinishedByTheNextRun() throws IOException {
        for (ErasureStep cut : steps.stream().toList()) {
            for (boolean after : new boolean[] {false, true}) {
                Left alice = somebody();
                transactions.executeWithoutResult(status -> {
                    // the service's own job must not take it away from this test
                    done(closings.close(
                            alice.space(), new Closings.Wish(Closings.Reason.HOLDER, "Alice PARTANTE", true)));
                    postpone(alice.space());
                });
                dueNow(alice.space(), cutting(cut, after));
                dueNow(alice.space(), cutting(cut, after));
                assertThat(erasures.finished(alice.space())).isFalse();
                dueNow(alice.space(), List.copyOf(steps.stream().toList()));
                await().untilAsserted(() ->
                        assertThat(rows("record.document", alice.space())).isZero());
                dueNow(alice.space(), List.copyOf(steps.stream().toList()));
                await().until(() -> erasures.finished(alice.space()));
                nothingIsLeft(alice.space());
                assertThat(refusal(read(People.citizen(alice.space()), alice.space(), alice.document())))
                        .isNotNull();
            }
        }
    }

    private void nothingIsLeft(SpaceId space) throws IOException {
        for (ErasureStep step : steps) {
            for (String table : step.tables()) {
                boolean named = !DATABASE.superuser()
                        .sql("""
                                select 1 from information_schema.columns
                                 where table_schema || '.' || table_name = :table and column_name = 'space_id'
                                """)
                        .param("table", table)
                        .query((row, number) -> row.getInt(1))
                        .list()
                        .isEmpty();
                if (named && !table.equals("account.insured")) {
                    assertThat(rows(table, space)).as(table).isZero();
                }
            }
        }
        assertThat(blobs(space)).isZero();
    }

    /// A run by a service that is stopped dead at that step.
    private void dueNow(SpaceId space, List<ErasureStep> run) {
        Erasures service = new Erasures(database, transactions, provider(run), properties, ids, clock);
        DATABASE.superuser()
                .sql("update account.erasure set due_at = now() where space_id = :space and finished_at is null")
                .param("space", space.value())
                .update();
        service.goOn();
        postpone(space);
    }

    private void postpone(SpaceId space) {
        database.sql("""
                        update account.erasure set due_at = now() + interval '1 hour'
                         where space_id = :space and finished_at is null
                        """).param("space", space.value()).update();
    }

    private List<ErasureStep> cutting(ErasureStep cut, boolean after) {
        return steps.stream()
                .map(step -> step.name().equals(cut.name()) ? new Cut(step, after) : step)
                .toList();
    }

    private record Cut(ErasureStep step, boolean after) implements ErasureStep {
        @Override
        public int order() {
            return step.order();
        }

        @Override
        public String name() {
            return step.name();
        }

        @Override
        public List<String> tables() {
            return step.tables();
        }

        @Override
        public void erase(SpaceId space) {
            if (after) {
                step.erase(space);
            }
            throw new IllegalStateException("the service is stopped here");
        }
    }

    private static ObjectProvider<ErasureStep> provider(List<ErasureStep> steps) {
        return new ObjectProvider<>() {
            @Override
            public ErasureStep getObject() {
                return steps.getFirst();
            }

            @Override
            public Stream<ErasureStep> stream() {
                return steps.stream();
            }
        };
    }
}
