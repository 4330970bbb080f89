package fr.monespacesante.portal.rights;

import fr.monespacesante.access.Rights;
import fr.monespacesante.identity.Professional;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A professional being chosen: who is, or who can be.
///
/// @param chosen who is; empty while none is
/// @param found by what was typed
/// @param searched whether something was typed
/// @param known those this space knows already
public record Choice(Optional<One> chosen, List<One> found, boolean searched, List<One> known) {
    /// One professional to choose.
    ///
    /// @param listed whether the health directory knows them: for somebody else only the number is certain
    public record One(
            String rpps,
            String name,
            String profession,
            String calling,
            String structure,
            String city,
            boolean listed) {

        static One of(Professional professional) {
            return new One(
                    professional.rpps().value(),
                    professional.name(),
                    professional.profession(),
                    professional.calling(),
                    professional.structureName(),
                    professional.city(),
                    true);
        }

        static One of(Rights.Named named) {
            return new One(
                    named.rpps(),
                    named.name(),
                    named.profession(),
                    Professional.calling(named.profession(), ""),
                    named.structureName(),
                    "",
                    false);
        }

        static One unlisted(String rpps, String name) {
            return new One(rpps, name, "", "", "", "", false);
        }

        Rights.Named named(Instant now) {
            return new Rights.Named(rpps, name, profession, structure, now);
        }

        /// Calling, structure and town.
        public String from() {
            return Stream.of(calling, structure, city)
                    .filter(part -> !part.isEmpty())
                    .collect(Collectors.joining(", "));
        }
    }
}
