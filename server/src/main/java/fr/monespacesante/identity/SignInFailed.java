package fr.monespacesante.identity;

import org.jspecify.annotations.Nullable;

/// Somebody did not come in: a wrong password, an unknown login, or too many tries.
///
/// @param citizen whose login was tried; null when it is nobody's
record SignInFailed(String login, String address, @Nullable CitizenId citizen) {
    @Override
    public String toString() {
        return "SignInFailed[redacted]";
    }
}
