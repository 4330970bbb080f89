/// The outside world over real protocols, for demonstrations and tests; never part of the production program.
///
/// One Spring Boot program plays what the service talks to: the OpenID providers of professionals, citizens
/// and agents (`openid`), the mail server and the SMS gateway of the country (`messages`), the operators of
/// secure messaging and the professionals' mailboxes (`mssante`), the certificate authority of the structures
/// (`pki`), and the people one can be (`cast`). It keeps everything in memory, listens on the loopback
/// interface alone, and knows only people who do not exist.
///
/// No class here carries a Spring stereotype and nothing is scanned: the server's tests have this module on
/// their class path and start it in-process (`RunningSandbox`), and neither program may pick up the beans of
/// the other.
@NullMarked
package fr.monespacesante.sandbox;

import org.jspecify.annotations.NullMarked;
