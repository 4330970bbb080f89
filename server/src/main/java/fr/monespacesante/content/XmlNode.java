package fr.monespacesante.content;

/// A part of an XML document.
sealed interface XmlNode permits XmlElement, XmlText {}
