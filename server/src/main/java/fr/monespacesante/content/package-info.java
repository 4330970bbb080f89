/// What is inside a document. The other modules hand over bytes and a declared type and learn whether
/// the bytes are what they claim, whether they are safe to keep and to show, what a CDA says (header,
/// readable narrative, laboratory results) and which words a search should find in them.
///
/// `DocumentContents` is the way in: it reads a document once and answers an `Inspected`. `CdaReader`
/// turns a CDA R2 into `CdaDocument`, which pages and metadata are made from; `SearchWords` folds text
/// for searching; `Photos` makes one PDF of several pictures. Everything is bounded by `ContentLimits`,
/// since what arrives may be hostile: no DTD, no external entity, nothing expanded or decoded before
/// its size is known, PDFs that launch programs refused.
///
/// The other way round, `Paper` makes a PDF of lines of text that stays readable (PDF/A), and `SignedPdf` signs it
/// with the service's `SigningKey`.
/// `Antivirus` stands before all of it where the operator runs a ClamAV (ADR 51).
///
/// No HTTP, no HTML and no SQL here. Problems and log lines never repeat content.
@ApplicationModule(displayName = "Content", allowedDependencies = "kernel")
@NullMarked
package fr.monespacesante.content;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
