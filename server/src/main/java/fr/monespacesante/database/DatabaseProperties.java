package fr.monespacesante.database;

import fr.monespacesante.kernel.Secret;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// Where the data lives.
///
/// @param url of an external PostgreSQL 16 or later (`jdbc:postgresql://…`); when absent an embedded one is started
/// @param directory of the embedded server's data
/// @param port of the embedded server on the loopback interface; 0 takes any free one
/// @param ownerPassword of the role `mes_owner`, which migrates; needed with an external server
/// @param applicationPassword of the role `mes_app`, which runs; needed with an external server
/// @param connections at most, for one node
@ConfigurationProperties("mes.database")
public record DatabaseProperties(
        @Nullable String url,
        @DefaultValue("var/postgresql") Path directory,
        @DefaultValue("0") int port,
        @Nullable Secret<String> ownerPassword,
        @Nullable Secret<String> applicationPassword,
        @DefaultValue("24") int connections) {}
