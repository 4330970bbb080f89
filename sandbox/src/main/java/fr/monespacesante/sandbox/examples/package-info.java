/// Documents to show and to test with, written for this project about invented people; nobody real stands in them.
///
/// `Examples.forPatient(person)` makes one of each kind that reaches a space: structured CDA reports (biology at three
/// dates, imaging with a PDF inside, prescription, discharge letter, vaccination, synthesis), a CDA that only wraps a
/// PDF, and plain PDF, JPEG, PNG, TIFF, TXT and RTF. `Rubbish` makes the ones a service has to refuse or to survive.
/// The CDA bodies lie as templates beside the code (`resources/examples`); PDFs and pictures are drawn when asked for.
@NullMarked
package fr.monespacesante.sandbox.examples;

import org.jspecify.annotations.NullMarked;
