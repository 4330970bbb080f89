package fr.monespacesante.content;

/// Characters between tags.
record XmlText(String text) implements XmlNode {}
