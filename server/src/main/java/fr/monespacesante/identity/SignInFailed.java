package fr.monespacesante.identity;

/// Somebody did not come in: a wrong password, an unknown login, or too many tries.
record SignInFailed(String login, String address) {
    @Override
    public String toString() {
        return "SignInFailed[redacted]";
    }
}
