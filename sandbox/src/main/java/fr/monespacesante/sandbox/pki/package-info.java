/// The certificate authority of the structures, as files: `java -jar sandbox.jar pki <directory>`.
///
/// | file | what |
/// |---|---|
/// | `ca.crt`, `ca.p12` | the authority: certificate (PEM), certificate and key |
/// | `truststore.p12` | the authority's certificate alone, to trust: by the service for its callers, by software for
/// the service |
/// | `server.p12` | the service's mutual TLS port: localhost, 127.0.0.1, ::1 |
/// | `laboratory.p12` | LaboSoft at Laboratoire des Minimes |
/// | `laboratory-2.p12` | BioLogiciel at Laboratoire Saint-Cyprien |
/// | `hospital.p12` | the software of Centre hospitalier de la Garonne |
/// | `practice.p12` | the software of Cabinet médical des Tilleuls |
/// | `expired.p12` | LaboSoft's certificate, out of date |
/// | `stranger.p12` | LaboSoft's names, signed by another authority of the same name |
///
/// All are PKCS12 with the password `sandbox` and one entry. A subject reads
/// `CN=<software>,OU=<Struct_IdNat>,O=<structure>,C=FR`.
@NullMarked
package fr.monespacesante.sandbox.pki;

import org.jspecify.annotations.NullMarked;
