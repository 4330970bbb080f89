package fr.monespacesante.ops;

import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/// @param tokenFile of the operator, made at the first start; what it holds opens the figures and the integrity check
/// @param spaceLeft on the disk of the documents below which the service says that it is not ready
/// @param checkAndExit starts only to check everything that is kept, says what is damaged, and ends: 0 all whole, 3 not
/// @param tlsInFront the operator's word that something in front ends TLS, when pages listen beyond this machine
@ConfigurationProperties("mes.ops")
record OpsProperties(
        @DefaultValue("var/keys/operator.token") Path tokenFile,
        @DefaultValue("256MB") DataSize spaceLeft,
        @DefaultValue("false") boolean checkAndExit,
        @DefaultValue("false") boolean tlsInFront) {}
