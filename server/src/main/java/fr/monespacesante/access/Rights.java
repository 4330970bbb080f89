package fr.monespacesante.access;

import com.fasterxml.jackson.annotation.JsonInclude;
import fr.monespacesante.kernel.DocumentCategory;
import fr.monespacesante.kernel.Rpps;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Everything a citizen has decided, and every agreement a professional has declared, in one space. An immutable
/// value: changes give a new one.
///
/// @param emergency may professionals who do not know the patient break the glass (ACC-06, BTG)
/// @param regulation may the SAMU's regulation centre read (ACC-06, ETREAT)
/// @param maskedInEmergency are hidden documents open in those two cases (ACC-05)
/// @param documentRules one document shown to, or hidden from, one professional (ACC-11)
/// @param hiddenOnArrival names of the categories whose new documents come hidden from professionals (ACC-13)
/// @param delays how long the results of a type wait before the holder sees them (ACC-13)
@JsonInclude(JsonInclude.Include.ALWAYS)
public record Rights(
        List<Consent> consents,
        List<Block> blocks,
        List<Block> feedingRefused,
        @Nullable Named treatingDoctor,
        boolean emergency,
        boolean regulation,
        boolean maskedInEmergency,
        List<DocumentRule> documentRules,
        List<String> hiddenOnArrival,
        List<Delay> delays,
        List<SenderBlock> blockedSenders) {

    public Rights {
        consents = List.copyOf(consents);
        blocks = List.copyOf(blocks);
        feedingRefused = List.copyOf(feedingRefused);
        documentRules = written(documentRules);
        hiddenOnArrival = written(hiddenOnArrival);
        delays = written(delays);
        blockedSenders = written(blockedSenders);
    }

    /// A professional as the citizen knows them.
    public record Named(String rpps, String name, String profession, String structureName, Instant since) {}

    /// A professional kept out, or refused as a feeder.
    ///
    /// @param reason in the citizen's words
    public record Block(
            String rpps,
            String name,
            Instant since,
            @Nullable String reason) {}

    /// An agreement: for one consultation, or in the care team until a date.
    public record Consent(UUID id, Named professional, boolean careTeam, Instant until) {
        public boolean holdsAt(Instant now) {
            return now.isBefore(until);
        }
    }

    /// One document, with all its versions, for one professional. It beats the document's own mark.
    ///
    /// @param series of the document, see `DocumentFacts`
    /// @param until null for as long as the citizen wants
    public record DocumentRule(
            UUID series,
            Named professional,
            boolean shown,
            @Nullable Instant until) {
        public boolean holdsAt(Instant now) {
            return until == null || now.isBefore(until);
        }

        boolean isFor(Rpps rpps) {
            return professional.rpps().equals(rpps.value());
        }
    }

    /// @param days 1 to 30
    public record Delay(String typeCode, int days) {}

    /// An address of MSSanté that is kept out of the mailbox (MSG-06).
    ///
    /// @param address in lower case
    public record SenderBlock(String address, String name, Instant since) {}

    /// What a space starts with: nobody agreed to, nobody blocked, emergencies allowed, hidden documents kept hidden
    /// in them (S3: the citizen opposes break-glass in the settings), nothing delayed.
    public static Rights initial() {
        return new Rights(
                List.of(), List.of(), List.of(), null, true, true, false, List.of(), List.of(), List.of(), List.of());
    }

    public boolean blocks(Rpps rpps) {
        return blocks.stream().anyMatch(block -> block.rpps().equals(rpps.value()));
    }

    public boolean blocksSender(String address) {
        return blockedSenders.stream().anyMatch(block -> block.address().equals(address));
    }

    public boolean refusesFeedingBy(Rpps rpps) {
        return feedingRefused.stream().anyMatch(block -> block.rpps().equals(rpps.value()));
    }

    public boolean treatedBy(Rpps rpps) {
        Named doctor = treatingDoctor;
        return doctor != null && doctor.rpps().equals(rpps.value());
    }

    public Optional<Consent> consentOf(Rpps rpps, Instant now) {
        return consents.stream()
                .filter(consent -> consent.professional().rpps().equals(rpps.value()) && consent.holdsAt(now))
                .max((one, other) -> one.until().compareTo(other.until()));
    }

    /// What the citizen decided of this document for this professional, when that still holds.
    public Optional<DocumentRule> ruleFor(UUID series, Rpps rpps, Instant now) {
        return documentRules.stream()
                .filter(rule -> rule.series().equals(series) && rule.isFor(rpps) && rule.holdsAt(now))
                .findFirst();
    }

    public boolean hidesOnArrival(DocumentCategory category) {
        return hiddenOnArrival.contains(category.name());
    }

    /// When the holder may see a document of this type that arrived then; that moment itself when nothing waits.
    public Instant seenFrom(String typeCode, Instant arrived) {
        return delays.stream()
                .filter(delay -> delay.typeCode().equals(typeCode))
                .map(delay -> arrived.plus(Duration.ofDays(delay.days())))
                .findFirst()
                .orElse(arrived);
    }

    /// With this agreement; what has ended, and an earlier agreement of the same kind, go.
    public Rights with(Consent added, Instant now) {
        Predicate<Consent> stays = kept -> kept.holdsAt(now)
                && !(kept.careTeam() == added.careTeam()
                        && kept.professional()
                                .rpps()
                                .equals(added.professional().rpps()));
        return withConsents(
                Stream.concat(consents.stream().filter(stays), Stream.of(added)).toList());
    }

    public Rights without(UUID consent) {
        return withConsents(
                consents.stream().filter(kept -> !kept.id().equals(consent)).toList());
    }

    /// A professional who is blocked loses their agreements, the place of treating doctor, and every document that was
    /// shown to them alone.
    public Rights blocking(Block block) {
        List<Consent> left = consents.stream()
                .filter(kept -> !kept.professional().rpps().equals(block.rpps()))
                .toList();
        List<DocumentRule> rules = documentRules.stream()
                .filter(kept -> !kept.professional().rpps().equals(block.rpps()))
                .toList();
        Named doctor = treatingDoctor != null && treatingDoctor.rpps().equals(block.rpps()) ? null : treatingDoctor;
        return withBlocks(adding(blocks, block))
                .withConsents(left)
                .withDocumentRules(rules)
                .withTreatingDoctor(doctor);
    }

    public Rights unblocking(Rpps rpps) {
        return withBlocks(removing(blocks, rpps));
    }

    Rights refusingFeeding(Block refusal) {
        return withFeedingRefused(adding(feedingRefused, refusal));
    }

    Rights acceptingFeeding(Rpps rpps) {
        return withFeedingRefused(removing(feedingRefused, rpps));
    }

    /// With this rule in the place of any other for the same document and professional; what has ended goes.
    Rights with(DocumentRule added, Instant now) {
        Rpps rpps = new Rpps(added.professional().rpps());
        List<DocumentRule> left = without(added.series(), rpps).documentRules.stream()
                .filter(rule -> rule.holdsAt(now))
                .toList();
        return withDocumentRules(Stream.concat(left.stream(), Stream.of(added)).toList());
    }

    Rights without(UUID series, Rpps rpps) {
        return withDocumentRules(documentRules.stream()
                .filter(rule -> !(rule.series().equals(series) && rule.isFor(rpps)))
                .toList());
    }

    /// Without what was decided of documents that are no more.
    Rights withoutSeries(Set<UUID> gone) {
        return withDocumentRules(documentRules.stream()
                .filter(rule -> !gone.contains(rule.series()))
                .toList());
    }

    Rights withTreatingDoctor(@Nullable Named doctor) {
        return changed(parts -> parts.treatingDoctor = doctor);
    }

    Rights withEmergencies(boolean others, boolean samu, boolean masked) {
        return changed(parts -> {
            parts.emergency = others;
            parts.regulation = samu;
            parts.maskedInEmergency = masked;
        });
    }

    Rights withHiddenOnArrival(List<String> categories) {
        return changed(parts -> parts.hiddenOnArrival = categories);
    }

    Rights withDelays(List<Delay> changed) {
        return changed(parts -> parts.delays = changed);
    }

    Rights blockingSender(SenderBlock added) {
        return unblockingSender(added.address())
                .changed(parts -> parts.blockedSenders = Stream.concat(parts.blockedSenders.stream(), Stream.of(added))
                        .toList());
    }

    Rights unblockingSender(String address) {
        return changed(parts -> parts.blockedSenders = blockedSenders.stream()
                .filter(kept -> !kept.address().equals(address))
                .toList());
    }

    private Rights withConsents(List<Consent> changed) {
        return changed(parts -> parts.consents = changed);
    }

    private Rights withBlocks(List<Block> changed) {
        return changed(parts -> parts.blocks = changed);
    }

    private Rights withFeedingRefused(List<Block> changed) {
        return changed(parts -> parts.feedingRefused = changed);
    }

    private Rights withDocumentRules(List<DocumentRule> changed) {
        return changed(parts -> parts.documentRules = changed);
    }

    private Rights changed(Consumer<Parts> change) {
        Parts parts = new Parts(this);
        change.accept(parts);
        return parts.whole();
    }

    /// The same values, while some of them change.
    private static final class Parts {
        private List<Consent> consents;
        private List<Block> blocks;
        private List<Block> feedingRefused;
        private @Nullable Named treatingDoctor;
        private boolean emergency;
        private boolean regulation;
        private boolean maskedInEmergency;
        private List<DocumentRule> documentRules;
        private List<String> hiddenOnArrival;
        private List<Delay> delays;
        private List<SenderBlock> blockedSenders;

        private Parts(Rights rights) {
            this.consents = rights.consents;
            this.blocks = rights.blocks;
            this.feedingRefused = rights.feedingRefused;
            this.treatingDoctor = rights.treatingDoctor;
            this.emergency = rights.emergency;
            this.regulation = rights.regulation;
            this.maskedInEmergency = rights.maskedInEmergency;
            this.documentRules = rights.documentRules;
            this.hiddenOnArrival = rights.hiddenOnArrival;
            this.delays = rights.delays;
            this.blockedSenders = rights.blockedSenders;
        }

        private Rights whole() {
            return new Rights(
                    consents,
                    blocks,
                    feedingRefused,
                    treatingDoctor,
                    emergency,
                    regulation,
                    maskedInEmergency,
                    documentRules,
                    hiddenOnArrival,
                    delays,
                    blockedSenders);
        }
    }

    private static List<Block> adding(List<Block> blocks, Block added) {
        return Stream.concat(blocks.stream().filter(kept -> !kept.rpps().equals(added.rpps())), Stream.of(added))
                .toList();
    }

    private static List<Block> removing(List<Block> blocks, Rpps rpps) {
        return blocks.stream().filter(kept -> !kept.rpps().equals(rpps.value())).toList();
    }

    /// Rows written before these existed have none of them.
    @SuppressWarnings("NullableProblems")
    private static <T> List<T> written(@Nullable List<T> list) {
        return list == null ? List.of() : List.copyOf(list);
    }
}
