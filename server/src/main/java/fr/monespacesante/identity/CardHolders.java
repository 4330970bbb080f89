package fr.monespacesante.identity;

import java.util.Optional;

/// Finds a citizen by her card. Whoever knows the spaces implements it.
public interface CardHolders {
    /// @param ins as it was typed
    /// @param vitaleSerial the last 11 digits of the card's serial number, as typed
    /// @return the citizen, when both are right and the space is active
    Optional<Citizen> citizen(String ins, String vitaleSerial);
}
