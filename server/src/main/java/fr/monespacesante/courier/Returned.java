package fr.monespacesante.courier;

/// Hears of letters whose receiver is gone for good, so that nobody writes there again. Called outside any
/// transaction, perhaps more than once for one receiver.
public interface Returned {
    void gone(PushAddress address);
}
