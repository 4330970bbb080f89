/// Four OpenID providers that really speak OpenID Connect: Pro Santé Connect, FranceConnect, FranceConnect+,
/// ProConnect.
///
/// Discovery, authorization with code, PKCE (S256), state and nonce, token with client_secret_basic or _post,
/// user info, keys, end of session. In place of a password there is a page to choose whom to be. Redirect
/// addresses are compared to the registered ones character by character; a code serves once, and a second use
/// kills what it gave. Each provider has its own keys, so that no token of one is ever good for another.
@NullMarked
package fr.monespacesante.sandbox.openid;

import org.jspecify.annotations.NullMarked;
