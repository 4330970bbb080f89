package fr.monespacesante.access;

import fr.monespacesante.kernel.Outcome;
import fr.monespacesante.kernel.Rpps;

/// The professionals a citizen keeps out of everything, emergency included (ACC-03).
public final class Blocks {
    private final RightsStore store;

    Blocks(RightsStore store) {
        this.store = store;
    }

    /// Blocks a professional at once. Blocking again changes nothing but the name shown.
    public Outcome<Rights> block(Visit visit, Rpps rpps, String name) {
        visit.tell(new SpaceEvent.RightsChanged(visit.act().code()));
        return store.save(visit, visit.rights().blocking(new Rights.Block(rpps.value(), name, visit.now())));
    }

    /// Lets a professional in again, on the same terms as anybody: agreements from before do not come back.
    public Outcome<Rights> unblock(Visit visit, Rpps rpps) {
        visit.tell(new SpaceEvent.RightsChanged(visit.act().code()));
        return store.save(visit, visit.rights().unblocking(rpps));
    }
}
