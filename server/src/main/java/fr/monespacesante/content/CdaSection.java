package fr.monespacesante.content;

import fr.monespacesante.content.Narrative.Block;
import fr.monespacesante.kernel.Code;
import java.util.List;

/// A section of a structured CDA. Media of its entries that no narrative refers to stand at the end of
/// `blocks`, so that nothing is lost.
///
/// @param code may be empty
/// @param title the given one, else the label of the code; empty when neither is there
public record CdaSection(Code code, String title, List<Block> blocks, List<CdaSection> subsections) {}
