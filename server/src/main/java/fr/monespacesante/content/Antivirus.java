package fr.monespacesante.content;

/// Looks for harmful programs in what comes in (SEC-04, MSG-06). A port: the program ships the way to a
/// clamd.
public interface Antivirus {
    enum Finding {
        CLEAN,
        INFECTED,
        /// It did not answer, or not in time: the content is unchecked and must not be taken.
        AWAY
    }

    Finding look(byte[] content);

    /// False where the operator has configured none: then everything is CLEAN.
    boolean isConfigured();

    /// Whether it answers now; true where none is configured.
    boolean answers();

    /// Where none is configured.
    static Antivirus none() {
        return new Antivirus() {
            @Override
            public Finding look(byte[] content) {
                return Finding.CLEAN;
            }

            @Override
            public boolean isConfigured() {
                return false;
            }

            @Override
            public boolean answers() {
                return true;
            }
        };
    }
}
