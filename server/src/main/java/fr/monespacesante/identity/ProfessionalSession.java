package fr.monespacesante.identity;

import java.io.Serializable;
import java.security.Principal;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A professional signed in with Pro Santé Connect (AUT-04); the principal of the professionals' pages.
///
/// @param id of this sign-in
/// @param chosen the place of work they sign in for; null until they have said which of several
public record ProfessionalSession(
        UUID id, ProfessionalIdentity professional, ProfessionalIdentity.@Nullable Place chosen)
        implements Principal, Serializable {
    static ProfessionalSession of(UUID id, ProfessionalIdentity professional) {
        return new ProfessionalSession(
                id,
                professional,
                professional.places().size() == 1 ? professional.places().getFirst() : null);
    }

    public Optional<ProfessionalIdentity.Place> place() {
        return Optional.ofNullable(chosen);
    }

    /// An id, not a number that names a person: the table of sessions shows it.
    @Override
    public String getName() {
        return id.toString();
    }

    @Override
    public String toString() {
        return "ProfessionalSession[" + id + "]";
    }
}
