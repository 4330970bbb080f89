/// What is inside an e-mail, and how one is written: pure functions from bytes to records and back.
///
/// `MailReader` takes a message as it came and answers a `Mail` whatever it is given: what cannot be read
/// becomes a mail with itself as its one attachment, so that nothing is lost and nothing fails. Text is always
/// there; HTML is kept only in a form that loads nothing, runs nothing and touches nothing of the page around
/// it (`SafeHtml`). Attachments are typed by their content. Notices of delivery and receipts that come back are
/// a `Report`. `XdmReader` unpacks an `IHE_XDM.ZIP`; `MailWriter` composes messages and receipts (MDN) and
/// refuses whatever would add a header line.
///
/// Everything comes from outside and may be hostile: depth, parts, headers and sizes are bounded by
/// `MailLimits` before memory is spent (ADR 47). No SMTP, no SQL, no page here, and nothing of a message in a
/// log line or an exception.
@ApplicationModule(
        displayName = "Mail",
        allowedDependencies = {"kernel", "content"})
@NullMarked
package fr.monespacesante.mail;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
