package fr.monespacesante.account;

import java.net.URI;
import java.nio.file.Path;
import java.time.Period;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// @param oppositionPeriod from the invitation to the opening of the space (ENR-06); `P0D` opens at once,
/// for a demo
/// @param codeValidity of a provisional code (ENR-02)
/// @param campaignDirectory where campaign files are dropped: `*.csv`, moved in whole
/// @param publicUrl of the pages, as invitations give it
@ConfigurationProperties("mes.account")
public record AccountProperties(
        @DefaultValue("P6W") Period oppositionPeriod,
        @DefaultValue("P6W") Period codeValidity,
        @DefaultValue("var/campaigns") Path campaignDirectory,
        @DefaultValue("http://localhost:8080") URI publicUrl) {
    public AccountProperties {
        if (oppositionPeriod.isNegative() || codeValidity.isNegative() || codeValidity.isZero()) {
            throw new IllegalArgumentException("mes.account: periods go forward");
        }
    }
}
