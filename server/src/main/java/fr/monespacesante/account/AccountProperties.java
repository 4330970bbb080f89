package fr.monespacesante.account;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Period;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// @param oppositionPeriod from the day a letter leaves to the opening of the space (ENR-06); `P0D` opens
///     at once, for a demo
/// @param codeValidity of a provisional code (ENR-02)
/// @param campaignDirectory where campaign files are dropped: `*.csv`, moved in whole; shared by all nodes
/// @param openingInterval how often the spaces whose time has come are opened
/// @param publicUrl of the pages, as invitations give it
/// @param keepClosed how long a closed space is kept, and the trace of each closing and erasure
/// @param erasureGrace until an erasure looks again; longer than any transaction lasts
/// @param certificates how long the certificate of a closing can be had by its reference
@ConfigurationProperties("mes.account")
public record AccountProperties(
        @DefaultValue("P6W") Period oppositionPeriod,
        @DefaultValue("P6W") Period codeValidity,
        @DefaultValue("var/campaigns") Path campaignDirectory,
        @DefaultValue("PT2S") Duration openingInterval,
        @DefaultValue("http://localhost:8080") URI publicUrl,
        @DefaultValue Mailing mailing,
        @DefaultValue("P10Y") Period keepClosed,
        @DefaultValue("PT2M") Duration erasureGrace,
        @DefaultValue("P90D") Period certificates) {
    public AccountProperties {
        if (oppositionPeriod.isNegative() || codeValidity.isNegative() || codeValidity.isZero()) {
            throw new IllegalArgumentException("mes.account: periods go forward");
        }
    }

    /// How invitations leave.
    ///
    /// @param emailsPerSecond by all nodes together, as the mail server and the people's mailboxes bear
    /// @param directory where the files for the mail house are put
    /// @param sheets at most in one of these files
    /// @param interval between two files when there are fewer
    /// @param posting days from the file to the day the mail house posts, from which the time to oppose runs
    public record Mailing(
            @DefaultValue("100") int emailsPerSecond,
            @DefaultValue("var/post") Path directory,
            @DefaultValue("1000") int sheets,
            @DefaultValue("PT10M") Duration interval,
            @DefaultValue("P2D") Period posting) {
        public Mailing {
            if (emailsPerSecond < 1 || sheets < 1 || sheets > 20_000 || posting.isNegative()) {
                throw new IllegalArgumentException("mes.account.mailing: out of range");
            }
        }
    }
}
