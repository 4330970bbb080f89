package fr.monespacesante.content;

/// Characters between tags.
public record XmlText(String text) implements XmlNode {}
