package fr.monespacesante.identity;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// @param inactivity after which a session ends
/// @param longest a session lasts at most, used or not
@ConfigurationProperties("mes.identity")
public record IdentityProperties(
        @DefaultValue("PT15M") Duration inactivity,
        @DefaultValue("PT12H") Duration longest) {}
