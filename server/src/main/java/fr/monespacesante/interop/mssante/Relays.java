package fr.monespacesante.interop.mssante;

import jakarta.mail.MessagingException;

/// The way to the relays of the trusted domains.
record Relays(MssanteTls tls, String ownName, MssanteProperties.Sending limits) {
    RelayConnection to(TrustedDomain domain) {
        try {
            return new RelayConnection(domain, tls, ownName, limits);
        } catch (MessagingException noSuchProtocol) {
            throw new IllegalStateException("there is no SMTP", noSuchProtocol);
        }
    }
}
