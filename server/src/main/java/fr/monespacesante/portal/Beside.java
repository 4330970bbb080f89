package fr.monespacesante.portal;

import java.time.Instant;

/// The counsellor beside the citizen in front of the page (ACP-01).
///
/// @param counsellor name and place
public record Beside(String counsellor, Instant until) {}
