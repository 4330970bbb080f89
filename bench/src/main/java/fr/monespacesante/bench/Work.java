package fr.monespacesante.bench;

import java.io.IOException;
import java.util.random.RandomGenerator;

/// One request, or a short row of them, that a client does again and again.
interface Work {
    /// @return 0 when it went well, else the status that came instead
    int once(Client client, RandomGenerator chance) throws IOException;
}
