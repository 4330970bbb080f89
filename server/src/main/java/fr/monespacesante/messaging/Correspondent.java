package fr.monespacesante.messaging;

import com.fasterxml.jackson.annotation.JsonIgnore;
import fr.monespacesante.kernel.Rpps;
import fr.monespacesante.mail.Address;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Somebody at the other end of an exchange: a mailbox of MSSanté, or a professional of the portal.
///
/// @param address in lower case; of a professional of the portal `<rpps>@portail`, which is nobody's mailbox
/// @param name as they call themselves; of the portal's, as Pro Santé Connect does
/// @param rpps of a professional of the portal
public record Correspondent(
        String address, String name, @Nullable String rpps) {
    private static final String PORTAL = "portail";

    public Correspondent {
        address = address.strip().toLowerCase(Locale.ROOT);
    }

    public static Correspondent of(Address mailbox) {
        return new Correspondent(mailbox.address(), mailbox.name(), null);
    }

    public static Correspondent ofPortal(Rpps rpps, String name) {
        return new Correspondent(rpps.value() + "@" + PORTAL, name, rpps.value());
    }

    @JsonIgnore
    public boolean ofPortal() {
        return rpps != null;
    }

    public Optional<Rpps> professional() {
        return Optional.ofNullable(rpps).map(Rpps::new);
    }

    /// The name, or the address where there is none.
    public String display() {
        return name.isBlank() ? address : name;
    }

    boolean is(Correspondent other) {
        return address.equals(other.address);
    }

    Address mailbox() {
        return new Address(address, name);
    }

    @Override
    public String toString() {
        return "Correspondent[redacted]";
    }
}
