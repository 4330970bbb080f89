package fr.monespacesante.kernel;

/// A type of document: one of the typeCodes of JDV_J07 with its class (TRE_A03).
///
/// @param classCode the class the type belongs to; "90" and "95" included
public record DocumentType(Code code, String classCode) {}
