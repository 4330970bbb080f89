package fr.monespacesante.access;

import fr.monespacesante.kernel.Mark;
import fr.monespacesante.kernel.StructureId;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/// What the decision needs to know of a document.
///
/// @param series one value for a document and all the versions that replaced one another: its first version's id
/// @param typeCode of JDV_J07
/// @param authors the national ids (PS_IdNat) of the professionals who made it, or who put it there
/// @param fedBy the structure whose software or professional sent it
/// @param byHolder true when the citizen added it
public record DocumentFacts(
        UUID series,
        Instant arrivedAt,
        String typeCode,
        Set<Mark> marks,
        Set<String> authors,
        Optional<StructureId> fedBy,
        boolean byHolder) {}
