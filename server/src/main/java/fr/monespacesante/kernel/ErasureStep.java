package fr.monespacesante.kernel;

import java.util.List;

/// What one module does when a space is erased (ENR-13): everything it keeps of the space goes. Each module with a
/// table of a space makes a bean of it; `ErasureCoverageTests` fails when a table is named by none.
///
/// Called within a transaction, after the space's key is destroyed; called again when the service was killed, so it
/// does the rest and no harm.
public interface ErasureStep {
    /// The order of the steps; the key's destruction comes before them all.
    int order();

    /// A stable name: it is written down when the step is done.
    String name();

    /// The tables it empties, as `schema.table`.
    List<String> tables();

    void erase(SpaceId space);
}
