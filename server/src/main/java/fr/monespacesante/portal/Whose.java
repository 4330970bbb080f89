package fr.monespacesante.portal;

/// One person whose space the visitor may have before them: their own, or one they act in.
///
/// @param id what the choice is made by
/// @param current the one that the pages show now
public record Whose(String id, String name, boolean own, boolean current) {}
