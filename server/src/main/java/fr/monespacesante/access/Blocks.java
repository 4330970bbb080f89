package fr.monespacesante.access;

import fr.monespacesante.account.Person;
import fr.monespacesante.kernel.Outcome;
import fr.monespacesante.kernel.Problem;
import fr.monespacesante.kernel.Rpps;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The professionals a citizen keeps out of everything, emergency included (ACC-03).
public final class Blocks {
    private final RightsStore store;

    Blocks(RightsStore store) {
        this.store = store;
    }

    /// Blocks a professional at once. Blocking again changes nothing but the name shown.
    ///
    /// @param namesake the citizen said that somebody of exactly their own name is somebody else
    /// @return refused as ONESELF for a professional who bears the holder's name, unless it is a namesake
    public Outcome<Rights> block(Visit visit, Rpps rpps, String name, boolean namesake) {
        if (!namesake && isNameOf(visit.space().person(), name)) {
            return Outcome.refused(Problem.ONESELF, "rpps");
        }
        visit.tell(new SpaceEvent.RightsChanged(visit.act().code()));
        Rights.Block block = new Rights.Block(rpps.value(), name, visit.now(), null);
        return store.save(visit, visit.rights().blocking(block));
    }

    /// Lets a professional in again, on the same terms as anybody: agreements from before do not come back.
    public Outcome<Rights> unblock(Visit visit, Rpps rpps) {
        visit.tell(new SpaceEvent.RightsChanged(visit.act().code()));
        return store.save(visit, visit.rights().unblocking(rpps));
    }

    /// Keeps an address out of the mailbox at once (MSG-06); what it sent before stays.
    public Outcome<Rights> blockSender(Visit visit, String address, String name) {
        visit.tell(new SpaceEvent.RightsChanged(visit.act().code()));
        visit.says(name.isBlank() ? address : name);
        return store.save(
                visit,
                visit.rights()
                        .blockingSender(new Rights.SenderBlock(address.toLowerCase(Locale.ROOT), name, visit.now())));
    }

    public Outcome<Rights> unblockSender(Visit visit, String address) {
        visit.tell(new SpaceEvent.RightsChanged(visit.act().code()));
        visit.says(address);
        return store.save(visit, visit.rights().unblockingSender(address.toLowerCase(Locale.ROOT)));
    }

    private static boolean isNameOf(Person person, String name) {
        Set<String> said = words(name).collect(Collectors.toSet());
        boolean given = Stream.of(
                        person.usedGivenName(), person.birthGivenNames().getFirst())
                .anyMatch(one -> said.containsAll(words(one).toList()));
        boolean family = Stream.of(person.usedFamilyName(), person.birthFamilyName())
                .anyMatch(one -> said.containsAll(words(one).toList()));
        return given && family;
    }

    private static Stream<String> words(String name) {
        String plain = Normalizer.normalize(name, Normalizer.Form.NFD).replaceAll("\\p{M}", "");
        return Arrays.stream(plain.toUpperCase(Locale.ROOT).split("[^\\p{L}]+")).filter(word -> !word.isEmpty());
    }
}
