package fr.monespacesante.portal.data;

import fr.monespacesante.portal.Crumb;
import fr.monespacesante.portal.Message;
import fr.monespacesante.portal.PageModel;
import fr.monespacesante.portal.Section;
import fr.monespacesante.takeout.Copy;
import java.util.List;
import java.util.Optional;

/// Asking for a copy of everything, how far it is, and fetching it.
///
/// @param copy the last one that this person asked for
public record TakeoutPage(Optional<Copy> copy) implements PageModel {
    public static final String ADDRESS = "/espace/donnees";

    @Override
    public Message title() {
        return DataText.TITLE.plain();
    }

    @Override
    public Section section() {
        return Section.SETTINGS;
    }

    @Override
    public List<Crumb> trail() {
        return List.of(Crumb.of("/espace/parametres", DataText.SETTINGS), Crumb.of("", DataText.TITLE));
    }

    public boolean running() {
        return copy.filter(one -> one.state().running()).isPresent();
    }

    public boolean ready() {
        return copy.filter(one -> one.state() == Copy.State.READY).isPresent();
    }

    /// Whether a copy can be asked for now.
    public boolean free() {
        return !running() && !ready();
    }

    public String file() {
        return copy.map(one -> ADDRESS + "/copie/" + one.id()).orElse("");
    }

    /// How far it is, in one sentence.
    public Message says() {
        return copy.map(one -> switch (one.state()) {
                    case WAITING -> DataText.WAITING.plain();
                    case BUILDING ->
                        one.total() == 0 ? DataText.STARTING.plain() : DataText.BUILDING.with(one.total(), one.done());
                    case READY -> DataText.READY.plain();
                    case FAILED -> DataText.FAILED.plain();
                    case STOPPED -> DataText.STOPPED.plain();
                    case REMOVED, EXPIRED -> DataText.NONE.plain();
                })
                .orElseGet(DataText.NONE::plain);
    }
}
