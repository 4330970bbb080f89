package fr.monespacesante.access;

import com.fasterxml.jackson.annotation.JsonInclude;
import fr.monespacesante.kernel.Rpps;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Everything a citizen has decided, and every agreement a professional has declared, in one space. An
/// immutable value:
/// changes give a new one.
///
/// @param emergency may professionals who do not know the patient break the glass (ACC-06, BTG)
/// @param regulation may the SAMU's regulation centre read (ACC-06, ETREAT)
/// @param maskedInEmergency are hidden documents open in those two cases (ACC-05)
@JsonInclude(JsonInclude.Include.ALWAYS)
public record Rights(
        List<Consent> consents,
        List<Block> blocks,
        List<Block> feedingRefused,
        @Nullable Named treatingDoctor,
        boolean emergency,
        boolean regulation,
        boolean maskedInEmergency) {

    public Rights {
        consents = List.copyOf(consents);
        blocks = List.copyOf(blocks);
        feedingRefused = List.copyOf(feedingRefused);
    }

    /// A professional as the citizen knows them.
    public record Named(String rpps, String name, String profession, String structureName, Instant since) {}

    /// A professional kept out.
    public record Block(String rpps, String name, Instant since) {}

    /// An agreement: for one consultation, or in the care team until a date.
    public record Consent(UUID id, Named professional, boolean careTeam, Instant until) {
        public boolean holdsAt(Instant now) {
            return now.isBefore(until);
        }
    }

    /// What a space starts with: nobody agreed to, nobody blocked, emergencies allowed, hidden documents kept hidden
    /// in them (S3: the citizen opposes break-glass in the settings).
    public static Rights initial() {
        return new Rights(List.of(), List.of(), List.of(), null, true, true, false);
    }

    public boolean blocks(Rpps rpps) {
        return blocks.stream().anyMatch(block -> block.rpps().equals(rpps.value()));
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

    /// A professional who is blocked loses their agreements and the place of treating doctor with it.
    public Rights blocking(Block block) {
        List<Block> now = Stream.concat(
                        blocks.stream().filter(kept -> !kept.rpps().equals(block.rpps())), Stream.of(block))
                .toList();
        List<Consent> left = consents.stream()
                .filter(kept -> !kept.professional().rpps().equals(block.rpps()))
                .toList();
        Named doctor = treatingDoctor != null && treatingDoctor.rpps().equals(block.rpps()) ? null : treatingDoctor;
        return new Rights(left, now, feedingRefused, doctor, emergency, regulation, maskedInEmergency);
    }

    public Rights unblocking(Rpps rpps) {
        List<Block> left = blocks.stream()
                .filter(kept -> !kept.rpps().equals(rpps.value()))
                .toList();
        return new Rights(consents, left, feedingRefused, treatingDoctor, emergency, regulation, maskedInEmergency);
    }

    private Rights withConsents(List<Consent> changed) {
        return new Rights(changed, blocks, feedingRefused, treatingDoctor, emergency, regulation, maskedInEmergency);
    }
}
