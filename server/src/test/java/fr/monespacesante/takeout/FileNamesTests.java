package fr.monespacesante.takeout;

import static org.assertj.core.api.Assertions.assertThat;

import fr.monespacesante.Requirement;
import fr.monespacesante.kernel.Code;
import fr.monespacesante.kernel.DocumentId;
import fr.monespacesante.record.DocumentEntry;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/// Names that every system can write.
class FileNamesTests {
    @Test
    @Requirement("EXP-01")
    void whatWindowsForbidsIsNotInAName() {
        assertThat(FileNames.sane("Bilan 12/03: sang? \"urgent\" <a|b>*\\ %TEMP% #1 & $"))
                .isEqualTo("Bilan 12 03 sang urgent a b TEMP 1");
        assertThat(FileNames.sane("..\\..\\windows\\system32")).isEqualTo("windows system32");
        assertThat(FileNames.sane("Lettre. . .")).isEqualTo("Lettre");
        assertThat(FileNames.sane("a\u0000b\u202Ec\nd")).isEqualTo("a b c d");
        assertThat(FileNames.sane("Élévation cœur – été")).isEqualTo("Élévation cœur – été");
    }

    @Test
    @Requirement("EXP-01")
    void aReservedOrEmptyNameBecomesAnother() {
        for (String name : List.of("CON", "nul", "Com1", "LPT9", "aux.txt", "", "  ", "...", "???")) {
            assertThat(FileNames.sane(name)).as(name).isEqualTo("document");
        }
        assertThat(FileNames.sane("Consultation")).isEqualTo("Consultation");
    }

    @Test
    @Requirement("EXP-01")
    void aLongNameIsCutAndNoCharacterInHalf() {
        assertThat(FileNames.sane("é".repeat(500))).hasSize(80);
        String emoji = "a".repeat(79) + "😀";
        assertThat(FileNames.sane(emoji)).isEqualTo("a".repeat(79));
    }

    @Test
    @Requirement("EXP-01")
    void noTwoFilesHaveTheSameNameEvenWhereCaseDoesNotCount() {
        FileNames names = new FileNames();
        assertThat(names.path(entry("Ordonnance"))).isEqualTo("documents/2026-03-01 Ordonnance.pdf");
        assertThat(names.path(entry("ORDONNANCE"))).isEqualTo("documents/2026-03-01 ORDONNANCE (2).pdf");
        assertThat(names.path(entry("Ordonnance"))).isEqualTo("documents/2026-03-01 Ordonnance (3).pdf");
    }

    private static DocumentEntry entry(String title) {
        Code code = new Code("x", "1.2", "x");
        Instant day = Instant.parse("2026-02-28T23:30:00Z"); // the first of March in Paris
        return new DocumentEntry(
                new DocumentId(UUID.randomUUID()),
                "urn:x",
                1,
                false,
                false,
                code,
                code,
                title,
                null,
                day,
                day,
                List.of(),
                null,
                null,
                new DocumentEntry.Content(UUID.randomUUID(), "application/pdf", code, "fr", 1, "", "", false),
                "N",
                Set.of(),
                DocumentEntry.Context.none(),
                new DocumentEntry.Source(DocumentEntry.Source.Kind.CITIZEN, "", "", null, null, "PORTAL"),
                null,
                null,
                UUID.randomUUID(),
                null);
    }
}
