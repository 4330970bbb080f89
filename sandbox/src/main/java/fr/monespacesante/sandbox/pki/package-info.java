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
/// | `mssante.p12` | the service among the operators of secure messaging: patient.mssante.fr, to answer and to call |
/// | `operator.p12` | operateur-sante.mssante.example, to answer and to call |
/// | `operator-2.p12` | autre-operateur.mssante.example |
/// | `operator-unlisted.p12` | inconnu.mssante.example: a good certificate of an operator on no list |
/// | `operator-expired.p12` | the operator's certificate, out of date |
/// | `operator-stranger.p12` | the operator's name, signed by another authority of the same name |
/// | `mailboxes.p12` | the operator's doors for its users' mail programs: localhost, 127.0.0.1, ::1 |
///
/// All are PKCS12 with the password `sandbox` and one entry. A structure's subject
/// reads `CN=<software>,OU=<Struct_IdNat>,O=<structure>,C=FR`; an operator's name stands in CN and SAN.
@NullMarked
package fr.monespacesante.sandbox.pki;

import org.jspecify.annotations.NullMarked;
