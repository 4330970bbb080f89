package fr.monespacesante.portal;

/// One of the answers of a list, a group of radio buttons or of check boxes.
public record Option(String value, Message label) {
    public static Option of(String value, Text label) {
        return new Option(value, label.plain());
    }
}
