/// Secure messaging on the wire (MSG-01): mail of MSSanté by SMTP, in and out, with certificates on
/// both sides.
///
/// `SmtpServer` takes connections and `SmtpSession` speaks with one of them: nothing before STARTTLS,
/// nothing without a certificate of the trusted authority, lines that end in CR LF alone, sizes and
/// times bounded (ADR 49). `TrustedDomains` is the list of domains and of the operators who may speak
/// for them. `Reception` judges senders, recipients and messages and hands what is good to `messaging`
/// through the doors; 250 is said when all of it is committed. `OutgoingMail` carries what citizens
/// answer to the relay of each addressee, and notes what became of it. Replies are the values of
/// `Reply`: they hold no identity, and tell a sender no more than it may know (ADR 50).
@ApplicationModule(
        displayName = "MSSanté",
        allowedDependencies = {"kernel", "account", "content", "access", "mail", "messaging"})
@NullMarked
package fr.monespacesante.interop.mssante;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
