/// The professionals' side of secure messaging (MSSanté): operators, mailboxes and the mail that runs between.
///
/// A professional's ordinary mail program submits to the operator (SMTP, STARTTLS, password) and reads from
/// it (IMAP over TLS, GreenMail). The operator carries mail for `<INS>@patient.mssante.fr` to the service
/// with STARTTLS and its own certificate, tries again while the service is away, and tells the sender by a
/// delivery report (RFC 3464) when it is refused. In the other direction it takes the service's mail, from
/// the holder of the certificate of patient.mssante.fr alone, and puts it into the mailboxes.
///
/// Two operators stand in one program, each with its own certificate and door (`Operator`). `Trouble` makes
/// them behave badly on demand: away, busy, slow, greylisting, accepting and then bouncing. What waits is
/// kept in memory.
@NullMarked
package fr.monespacesante.sandbox.mssante;

import org.jspecify.annotations.NullMarked;
