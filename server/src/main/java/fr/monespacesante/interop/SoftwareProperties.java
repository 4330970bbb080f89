package fr.monespacesante.interop;

import fr.monespacesante.kernel.Secret;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/// How the software of structures comes in, and how much it may send.
///
/// @param port of the connector that asks for a client certificate; 0 takes any free one
/// @param keyStore PKCS#12 with the server's key and certificate; without it there is no such connector
/// @param trustedAuthority PEM with the authorities of the structures' certificates; every structure they vouch
/// for is known
/// @param documentLimit of one document
/// @param bodyLimit of one request, in its transport form
/// @param concurrentDeposits taken at a time by one node; more are told to come back
@ConfigurationProperties("mes.software")
public record SoftwareProperties(
        @DefaultValue("8443") int port,
        @Nullable Path keyStore,
        @Nullable Secret<String> keyStorePassword,
        @Nullable Path trustedAuthority,
        @DefaultValue("20MB") DataSize documentLimit,
        @DefaultValue("64MB") DataSize bodyLimit,
        @DefaultValue("16") int concurrentDeposits) {}
