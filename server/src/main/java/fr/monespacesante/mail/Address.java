package fr.monespacesante.mail;

import java.util.Locale;

/// A mailbox and the name written beside it. The name is what a sender claims: show the address with it.
///
/// @param address in lower case; not necessarily a well-formed one when it was read from a message
/// @param name decoded, on one line; may be empty
public record Address(String address, String name) {
    public Address {
        address = Words.plain(address).replace(" ", "").toLowerCase(Locale.ROOT);
        name = Words.plain(name);
    }

    public static Address of(String address) {
        return new Address(address, "");
    }

    /// What follows the last `@`; empty when there is none.
    public String domain() {
        int at = address.lastIndexOf('@');
        return at < 0 ? "" : address.substring(at + 1);
    }

    /// What precedes the last `@`; all of it when there is none.
    public String local() {
        int at = address.lastIndexOf('@');
        return at < 0 ? address : address.substring(0, at);
    }

    /// As a reader expects it: the name, or the address where no name was given.
    public String display() {
        return name.isEmpty() ? address : name;
    }

    @Override
    public String toString() {
        return "Address[redacted]";
    }
}
