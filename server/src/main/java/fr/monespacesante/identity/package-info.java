/// Who someone is: citizens with a login, a password and a one-time code (AUT-01), their sessions (AUT-07),
/// and the
/// brakes on guessing (AUT-06). What they may do is not decided here.
///
/// Professionals and agents come with a provider of identity (AUT-04, AUT-05): `OpenIdDoor` is that walk, for both;
/// `ProfessionalSession` and `AgentSession` are their principals.
///
/// `SignIn` is the two steps of a login; `WebSignIn` the same for pages, with the session; `Citizens` keeps the
/// credentials; `OneTimeCodes` and `Throttle` serve every module that asks for a code or must slow guessing
/// down; `CitizenSession` is the principal, and there is one only after both factors.
///
/// `Passkeys` and `FranceConnectLinks` are further ways in, `Recovery` the way back for who has forgotten hers; their
/// `Web…` twins are the same for pages.
///
/// `HealthDirectory` says who the professionals are: public data from the national directory's file
/// (`DirectoryFile`), and those who have signed in.
///
/// In the database logins, addresses and codes are keyed hashes, names and contacts are sealed, and so are the
/// attributes of the sessions. Events hold ids only.
@ApplicationModule(
        displayName = "Identity",
        allowedDependencies = {"kernel", "vault", "courier"})
@NullMarked
package fr.monespacesante.identity;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
