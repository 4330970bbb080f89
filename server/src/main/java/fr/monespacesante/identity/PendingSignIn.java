package fr.monespacesante.identity;

import java.io.Serializable;
import java.util.UUID;

/// Between the password and the code. It opens nothing.
///
/// @param code the number of the one-time code
/// @param hint where the code went, masked
public record PendingSignIn(CitizenId citizen, UUID code, String hint, boolean bySms) implements Serializable {}
