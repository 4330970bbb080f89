package fr.monespacesante.messaging;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// How this service calls itself in MSSanté.
///
/// @param domain of the citizens' addresses: the INS, `@`, this (MSG-01)
/// @param product its reference among the software of MSSanté (`X-MSS-NIL`)
@ConfigurationProperties("mes.messaging")
public record MessagingProperties(
        @DefaultValue("patient.mssante.fr") String domain,
        @DefaultValue("MON-ESPACE-SANTE-OUVERT") String product) {}
