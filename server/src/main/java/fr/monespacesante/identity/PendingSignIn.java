package fr.monespacesante.identity;

import java.io.Serializable;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Between the password and the second factor. It opens nothing.
///
/// @param code the number of the one-time code; null while none was sent, because there is a passkey
/// @param hint where the code went, masked
/// @param passkey a passkey can stand in for the code
public record PendingSignIn(CitizenId citizen, @Nullable UUID code, String hint, boolean bySms, boolean passkey)
        implements Serializable {}
