package fr.monespacesante.interop.mssante;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.monespacesante.Requirement;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TrustedDomainsTests {
    private static final String GOOD = """
            # les domaines de confiance
            domaine;operateur;relais
            Tilleuls.mssante.example ; operateur.example ; relais.example:25

            autre.mssante.example;autre.example;localhost:2527 # un autre
            """;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path directory;

    private int writes;

    @Test
    @Requirement("MSG-01")
    void aLineIsADomainItsOperatorAndItsRelay() throws IOException {
        TrustedDomains domains = list("\uFEFF" + GOOD);
        assertThat(domains.find("TILLEULS.mssante.example"))
                .contains(new TrustedDomain("tilleuls.mssante.example", "operateur.example", "relais.example", 25));
        assertThat(domains.size()).isEqualTo(2);
        assertThat(domains.find("sous.tilleuls.mssante.example")).isEmpty();
        assertThat(domains.find("mssante.example")).isEmpty();
        assertThat(domains.find("")).isEmpty();
    }

    @Test
    @Requirement("MSG-01")
    void onlyTheOperatorOfADomainSpeaksForIt() throws IOException {
        TrustedDomains domains = list(GOOD);
        assertThat(domains.speaks(new Peer(Set.of("operateur.example", "www.example")), "tilleuls.mssante.example"))
                .isTrue();
        assertThat(domains.speaks(new Peer(Set.of("autre.example")), "tilleuls.mssante.example"))
                .isFalse();
        assertThat(domains.speaks(new Peer(Set.of("*.example")), "tilleuls.mssante.example"))
                .isFalse();
        assertThat(domains.speaks(new Peer(Set.of()), "tilleuls.mssante.example"))
                .isFalse();
        assertThat(domains.operator(new Peer(Set.of("personne.example")))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "*.mssante.example;operateur.example;localhost:25",
                "a.example;*;localhost:25",
                "a.example;operateur.example",
                "a.example;operateur.example;localhost",
                "a.example;operateur.example;localhost:99999",
                "a.example;operateur.example;localhost:25;more",
                "a.example;o.example;localhost:25\nA.EXAMPLE;p.example;localhost:25",
                "# nothing",
                ""
            })
    void aListWithAnythingWrongIsNoList(String text) throws IOException {
        Path file = write(text);
        assertThatThrownBy(() -> new TrustedDomains(file)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void aListThatIsNotThereOrNotUtf8StopsTheStart() throws IOException {
        Path missing = directory.resolve("missing.csv");
        assertThatThrownBy(() -> new TrustedDomains(missing)).isInstanceOf(IllegalStateException.class);
        Path latin = Files.write(directory.resolve("latin.csv"), "# é\n".getBytes(StandardCharsets.ISO_8859_1));
        assertThatThrownBy(() -> new TrustedDomains(latin)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    @Requirement("MSG-01")
    void aNewListIsReadWhenItIsThereAndABrokenOneChangesNothing() throws IOException {
        TrustedDomains domains = list(GOOD);
        write(GOOD.replace("autre.mssante.example", "nouveau.mssante.example"));
        assertThat(domains.find("nouveau.mssante.example")).isPresent();
        assertThat(domains.find("autre.mssante.example")).isEmpty();
        assertThat(domains.isBroken()).isFalse();
        write("tilleuls.mssante.example;broken");
        assertThat(domains.find("nouveau.mssante.example")).isPresent();
        assertThat(domains.isBroken()).isTrue();
        Files.delete(directory.resolve("list.csv"));
        assertThat(domains.find("nouveau.mssante.example")).isPresent();
        assertThat(domains.isBroken()).isTrue();
        write(GOOD);
        assertThat(domains.find("autre.mssante.example")).isPresent();
        assertThat(domains.isBroken()).isFalse();
    }

    private TrustedDomains list(String text) throws IOException {
        return new TrustedDomains(write(text));
    }

    private Path write(String text) throws IOException {
        Path file = Files.writeString(directory.resolve("list.csv"), text);
        return Files.setLastModifiedTime(file, FileTime.from(Instant.EPOCH.plusSeconds(++writes)));
    }
}
