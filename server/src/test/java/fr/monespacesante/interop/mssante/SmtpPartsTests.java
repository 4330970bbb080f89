package fr.monespacesante.interop.mssante;

import static org.assertj.core.api.Assertions.assertThat;

import fr.monespacesante.Requirement;
import fr.monespacesante.kernel.Problem;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class SmtpPartsTests {
    @ParameterizedTest
    @EnumSource(Reply.class)
    void everyReplyHasAStatusOfItsClassAndNothingElse(Reply reply) {
        if (reply != Reply.GO_AHEAD) {
            assertThat(reply.line()).matches("([245])\\d\\d \\1\\.\\d\\.\\d{1,2} [\\x20-\\x7e]+");
        }
    }

    @ParameterizedTest
    @EnumSource(Problem.class)
    void everyProblemIsARefusal(Problem problem) {
        assertThat(Reply.to(problem).refuses()).isTrue();
    }

    @Test
    @Requirement("MSG-06")
    void whoHasNoSpaceAndWhoHasOneThatIsNotOpenAreTheSame() {
        assertThat(Reply.to(Problem.SPACE_NOT_OPEN)).isEqualTo(Reply.to(Problem.NOT_FOUND));
        assertThat(Reply.to(Problem.UNAVAILABLE).forGood()).isFalse();
    }

    @Test
    void anAddressStandsInBracketsWithItsParametersBehindIt() {
        assertThat(SmtpPath.parse("FROM", "FROM:<A.b@C.example> SIZE=12 body=8bitmime"))
                .contains(new SmtpPath("a.b@c.example", java.util.List.of("SIZE=12", "BODY=8BITMIME")));
        assertThat(SmtpPath.parse("FROM", "from: <>").map(SmtpPath::address)).contains("");
        assertThat(SmtpPath.parse("TO", "FROM:<a@b.example>")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "TO:a@b.example",
                "TO:<a@b.example",
                "TO:<a@b.example>x",
                "TO:<<a@b.example>>",
                "TO:<a b@c.example>",
                "TO:<a@b.example><c@d.example>"
            })
    void anythingElseIsNone(String argument) {
        assertThat(SmtpPath.parse("TO", argument)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "@relay.example:a@b.example",
                "a@b",
                "a@@b.example",
                "\"a\"@b.example",
                "a@[127.0.0.1]",
                ".a@b.example",
                "a@b..example"
            })
    void whatIsNoMailboxIsTold(String address) {
        assertThat(SmtpPath.isMailbox(address)).isFalse();
    }

    @Test
    void aMessageTakesNoMoreMemoryThanThereIsAndGivesItBack() {
        MemoryBudget budget = new MemoryBudget(300_000);
        try (MessageBytes one = new MessageBytes(1_000_000, budget);
                MessageBytes other = new MessageBytes(1_000_000, budget)) {
            fill(one, 130_000);
            assertThat(one.whole()).hasSize(130_000);
            fill(other, 100_000);
            assertThat(other.isWithoutRoom()).isTrue();
        }
        assertThat(budget.taken()).isZero();
        try (MessageBytes large = new MessageBytes(1_000, budget)) {
            fill(large, 1_001);
            assertThat(large.isTooLarge()).isTrue();
            assertThat(budget.taken()).isZero();
            assertThat(large.size()).isEqualTo(1_001);
        }
    }

    private static void fill(MessageBytes message, int size) {
        IntStream.range(0, size).forEach(message::add);
    }

    @Test
    void triesAreSoonAtFirstAndEveryThreeHoursThen() {
        assertThat(IntStream.rangeClosed(1, 6).mapToObj(Retries::after))
                .containsExactly(
                        Duration.ofMinutes(1),
                        Duration.ofMinutes(5),
                        Duration.ofMinutes(15),
                        Duration.ofHours(1),
                        Duration.ofHours(3),
                        Duration.ofHours(3));
    }

    @Test
    void wordsOfAStrangerAreOneLine() {
        assertThat(RelayConnection.plain("a\r\nb\u0000 c" + "x".repeat(900)))
                .startsWith("a b c")
                .hasSize(300);
        assertThat(Optional.of(Inspection.authors("From: a\r\nX: y\r\nfrom : b\r\n\r\nFrom: c"
                        .getBytes(java.nio.charset.StandardCharsets.US_ASCII))))
                .contains(2L);
    }
}
