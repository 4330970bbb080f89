package fr.monespacesante.interop.mssante;

import fr.monespacesante.kernel.Secret;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/// How mail of MSSanté comes in and goes out.
///
/// @param address to listen at
/// @param port 0 takes any free one
/// @param keyStore PKCS#12 with the service's key and certificate, which both answers and calls;
/// without it there is no mail, in or out
/// @param trustedAuthority PEM with the authorities of the operators' certificates
/// @param trustedList CSV of the trusted domains; read again when it changes
/// @param messageLimit of one message as it comes
@ConfigurationProperties("mes.mssante")
public record MssanteProperties(
        @DefaultValue("127.0.0.1") String address,
        @DefaultValue("2525") int port,
        @Nullable Path keyStore,
        @Nullable Secret<String> keyStorePassword,
        @Nullable Path trustedAuthority,
        @Nullable Path trustedList,
        @DefaultValue("20MB") DataSize messageLimit,
        @DefaultValue Receiving receiving,
        @DefaultValue Sending sending) {

    /// @param connections at a time
    /// @param connectionsPerOperator at a time, for each certificate
    /// @param recipients of one message
    /// @param wrongRecipients of one connection, before it ends
    /// @param errors of one connection, before it ends
    /// @param memory that messages on their way in may take together
    /// @param atOnce how many messages are looked into and stored at a time
    /// @param tlsTimeout until a connection has shown its certificate
    /// @param timeout of one command
    /// @param dataTimeout of one message
    public record Receiving(
            @DefaultValue("200") int connections,
            @DefaultValue("50") int connectionsPerOperator,
            @DefaultValue("100") int recipients,
            @DefaultValue("5") int wrongRecipients,
            @DefaultValue("20") int errors,
            @DefaultValue("256MB") DataSize memory,
            @DefaultValue("8") int atOnce,
            @DefaultValue("PT30S") Duration tlsTimeout,
            @DefaultValue("PT3M") Duration timeout,
            @DefaultValue("PT10M") Duration dataTimeout) {}

    /// @param interval between two looks at what is due
    /// @param connectTimeout to a relay
    /// @param timeout of one answer of a relay
    /// @param delayedAfter when the writer is told that it takes long
    /// @param giveUpAfter when it is told that it will not arrive
    public record Sending(
            @DefaultValue("PT1S") Duration interval,
            @DefaultValue("PT10S") Duration connectTimeout,
            @DefaultValue("PT1M") Duration timeout,
            @DefaultValue("PT4H") Duration delayedAfter,
            @DefaultValue("P5D") Duration giveUpAfter) {}

    boolean isOn() {
        return keyStore != null;
    }
}
