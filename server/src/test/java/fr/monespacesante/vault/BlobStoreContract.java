package fr.monespacesante.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.monespacesante.Requirement;
import fr.monespacesante.kernel.SpaceId;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.NoSuchFileException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/// What every store of sealed bytes must do.
interface BlobStoreContract {
    SpaceId CLAIRE = new SpaceId(UUID.fromString("0199c1a1-0000-7000-8000-00000000c1a1"));
    SpaceId MARCEL = new SpaceId(UUID.fromString("0199c1a1-0000-7000-8000-0000000a3ce1"));

    BlobStore store() throws IOException;

    @Test
    @Requirement("DOC-13")
    default void whatWasKeptIsReadAgain() throws IOException {
        BlobStore store = store();
        byte[] bytes = new byte[200_000];
        bytes[150_000] = 7;
        UUID blob = UUID.randomUUID();
        assertThat(store.keep(CLAIRE, blob, out -> out.write(bytes))).isEqualTo(bytes.length);
        try (InputStream in = store.read(CLAIRE, blob)) {
            assertThat(in.readAllBytes()).isEqualTo(bytes);
        }
    }

    @Test
    default void aBlobBelongsToItsSpace() throws IOException {
        BlobStore store = store();
        UUID blob = UUID.randomUUID();
        store.keep(CLAIRE, blob, out -> out.write(1));
        assertThatThrownBy(() -> store.read(MARCEL, blob)).isInstanceOf(NoSuchFileException.class);
        assertThat(store.of(MARCEL)).isEmpty();
        assertThat(store.of(CLAIRE)).singleElement().satisfies(found -> {
            assertThat(found.blob()).isEqualTo(blob);
            assertThat(found.size()).isEqualTo(1);
        });
    }

    @Test
    @Requirement("DOC-13")
    default void ofAWriteThatFailsNothingRemains() throws IOException {
        BlobStore store = store();
        UUID blob = UUID.randomUUID();
        assertThatThrownBy(() -> store.keep(CLAIRE, blob, out -> {
                    out.write(new byte[300_000]);
                    throw new IOException("no space left");
                }))
                .hasMessage("no space left");
        assertThat(store.of(CLAIRE)).isEmpty();
        assertThatThrownBy(() -> store.read(CLAIRE, blob)).isInstanceOf(NoSuchFileException.class);
    }

    @Test
    default void aBlobIsNeverOverwritten() throws IOException {
        BlobStore store = store();
        UUID blob = UUID.randomUUID();
        store.keep(CLAIRE, blob, out -> out.write(1));
        assertThatThrownBy(() -> store.keep(CLAIRE, blob, out -> out.write(2))).isInstanceOf(IOException.class);
        try (InputStream in = store.read(CLAIRE, blob)) {
            assertThat(in.readAllBytes()).containsExactly(1);
        }
    }

    @Test
    default void whatIsRemovedIsGoneAndRemovingAgainIsNoError() throws IOException {
        BlobStore store = store();
        UUID blob = UUID.randomUUID();
        store.keep(CLAIRE, blob, out -> out.write(1));
        store.remove(CLAIRE, blob);
        store.remove(CLAIRE, blob);
        assertThat(store.of(CLAIRE)).isEmpty();
    }

    @Test
    default void eachSpaceWithBlobsIsShownOnce() throws IOException {
        BlobStore store = store();
        for (SpaceId space : List.of(CLAIRE, CLAIRE, MARCEL)) {
            store.keep(space, UUID.randomUUID(), out -> out.write(1));
        }
        List<SpaceId> seen = new ArrayList<>();
        store.eachSpace(seen::add);
        assertThat(seen).containsExactlyInAnyOrder(CLAIRE, MARCEL);
    }
}
