package fr.monespacesante.ops;

import fr.monespacesante.access.Doors;
import fr.monespacesante.account.CampaignCounts;
import fr.monespacesante.account.CampaignFiles;
import fr.monespacesante.account.Spaces;
import fr.monespacesante.audit.TraceChain;
import fr.monespacesante.messaging.MessageCheck;
import fr.monespacesante.record.Integrity;
import fr.monespacesante.record.ShutRecords;
import fr.monespacesante.vault.BlobStore;
import fr.monespacesante.vault.Rotation;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.nio.file.Path;
import java.time.Clock;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.env.Environment;
import org.springframework.scheduling.annotation.EnableScheduling;

@Configuration(proxyBeanMethods = false)
@EnableScheduling
class OpsConfiguration {
    @Bean
    static UnknownSettings unknownSettings() {
        return new UnknownSettings();
    }

    @Bean
    PlainHttpStaysHere plainHttpStaysHere(Environment environment, OpsProperties properties) {
        return new PlainHttpStaysHere(environment, properties.tlsInFront());
    }

    @Bean
    FilterRegistrationBean<UnavailableFilter> unavailable() {
        FilterRegistrationBean<UnavailableFilter> filter = new FilterRegistrationBean<>(new UnavailableFilter());
        filter.setOrder(Ordered.HIGHEST_PRECEDENCE);
        return filter;
    }

    /// The names of these two are the names of their parts in the readiness answer.
    @Bean
    HealthIndicator keys(@Value("${mes.vault.keys}") Path keys) {
        return new ReadableKeys(keys);
    }

    @Bean
    HealthIndicator blobs(
            BlobStore store,
            @Value("${mes.vault.blobs}") Path directory,
            @Value("${mes.vault.s3.endpoint:}") String objectStore,
            OpsProperties properties) {
        if (objectStore.isEmpty()) {
            return new WritableBlobs(directory, properties.spaceLeft());
        }
        return new ReachableBlobs(store);
    }

    @Bean
    SpaceCheck spaceCheck(
            Spaces spaces,
            Doors doors,
            Integrity integrity,
            MessageCheck messages,
            TraceChain chain,
            ShutRecords shut) {
        return new SpaceCheck(spaces, doors, integrity, messages, chain, shut);
    }

    @Bean
    IntegrityCheck integrityCheck(Spaces spaces, BlobStore blobs, SpaceCheck check, Clock clock) {
        return new IntegrityCheck(spaces, blobs, check, clock);
    }

    @Bean
    OrphanSweep orphanSweep(BlobStore blobs, SpaceCheck check, Clock clock) {
        return new OrphanSweep(blobs, check, clock);
    }

    @Bean
    IntegrityEndpoint integrityEndpoint(IntegrityCheck check) {
        return new IntegrityEndpoint(check);
    }

    @Bean
    CampaignsEndpoint campaignsEndpoint(CampaignFiles files, CampaignCounts counts) {
        return new CampaignsEndpoint(files, counts);
    }

    @Bean
    RotationEndpoint rotationEndpoint(Rotation rotation) {
        return new RotationEndpoint(rotation);
    }

    @Bean
    MeterBinder integrityFigures(IntegrityCheck check) {
        return (MeterRegistry registry) -> Gauge.builder(
                        "mes.integrity.findings",
                        check,
                        checked -> checked.latest().findings().size())
                .description("what the latest integrity check found damaged")
                .register(registry);
    }
}
