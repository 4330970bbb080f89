/// The software of a laboratory or a hospital, as a space sees it: it reads a folder of documents and sends them.
///
/// A CDA says in its header all that a deposit has to say; for a PDF the rest comes from the options, and whom it is
/// about from the INS at the head of the file's name. `ProvideBundle` makes the ITI-65 transaction, `SimplifiedPublish`
/// the ITI-105 resource, both after the national profiles (PDSm); `Sender` posts them over mutual TLS and tries again
/// when the service asks to wait, which is safe because a document keeps its uniqueId. A night's 5,000 reports take
/// no more memory than the few that are on their way: each file is encoded while it is being sent.
@NullMarked
package fr.monespacesante.sandbox.laboratory;

import org.jspecify.annotations.NullMarked;
