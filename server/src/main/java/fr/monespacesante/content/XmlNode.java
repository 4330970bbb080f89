package fr.monespacesante.content;

/// A part of an XML document.
public sealed interface XmlNode permits XmlElement, XmlText {}
