/// Secure messaging (MSG): exchanges between the holder of a space and professionals, who alone begin them.
///
/// `Mailroom` takes in what professionals write, from MSSanté or from the portal; `Conversations` lists,
/// opens, searches and deletes; `Replies` keeps drafts and sends; `Carriage` says what is on its way out and
/// notes what became of it; `Exchanges` is the list of a professional of the portal. Each message, in and
/// out, is kept whole as one sealed blob, as it came and as it was sent; a sealed row beside it holds what
/// pages show. Everything works inside a visit. Who speaks SMTP is `interop.mssante`; what is inside a
/// message is `mail`.
@ApplicationModule(
        displayName = "Messaging",
        allowedDependencies = {"kernel", "vault", "account", "access", "content", "mail", "record"})
@NullMarked
package fr.monespacesante.messaging;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
