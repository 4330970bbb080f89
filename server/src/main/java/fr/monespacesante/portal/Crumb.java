package fr.monespacesante.portal;

/// A page above the current one.
public record Crumb(String address, Message label) {
    public static Crumb of(String address, Text label) {
        return new Crumb(address, label.plain());
    }
}
