package fr.monespacesante.ops;

import fr.monespacesante.account.CampaignCounts;
import fr.monespacesante.account.CampaignFile;
import fr.monespacesante.account.CampaignFiles;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;

/// `GET /actuator/campaigns`: the latest campaign files and how far each is read, and the figures. `bin/campaign` asks.
@Endpoint(id = "campaigns")
public final class CampaignsEndpoint {
    private static final int NEWEST = 20;

    private final CampaignFiles files;
    private final CampaignCounts counts;

    CampaignsEndpoint(CampaignFiles files, CampaignCounts counts) {
        this.files = files;
        this.counts = counts;
    }

    record Answer(CampaignCounts.Figures figures, List<File> files) {}

    record File(
            String name,
            CampaignFile.State state,
            int percent,
            long lines,
            long added,
            long changed,
            long unchanged,
            long deaths,
            long refused,
            @Nullable String problem) {
        static File of(CampaignFile file) {
            CampaignFile.Counts counts = file.counts();
            return new File(
                    file.name(),
                    file.state(),
                    file.percent(),
                    counts.lines(),
                    counts.added(),
                    counts.changed(),
                    counts.unchanged(),
                    counts.deaths(),
                    counts.refused(),
                    file.problem()
                            .map(problem -> problem + " " + String.join(" ", file.missing()))
                            .orElse(null));
        }
    }

    @ReadOperation
    public Object latest() {
        return new Answer(
                counts.total(Optional.empty()),
                files.newest(NEWEST).stream().map(File::of).toList());
    }
}
