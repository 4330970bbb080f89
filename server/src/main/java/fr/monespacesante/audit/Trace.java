package fr.monespacesante.audit;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import fr.monespacesante.kernel.Mark;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// One line of a space's history (TRC-02): who, from which structure, when, what, by what right, with what
/// outcome.
///
/// @param act what was asked, a stable code such as `READ_DOCUMENT`
/// @param right by what right it was done, a stable code such as `CONSENT`; `NONE` when it was refused
/// @param subject the document or other thing it was done to, when there is one
/// @param outcome `DONE`, or the code of the problem for which it was refused
/// @param reason what the caller declared, such as the reason of an emergency; whom a decision of the holder is about
/// @param marks of the document at that moment: the line is kept from those from whom the document is
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Trace(
        Instant at,
        Actor actor,
        String act,
        String right,
        @Nullable UUID subject,
        String outcome,
        @Nullable String reason,
        @Nullable Set<Mark> marks) {

    public static final String DONE = "DONE";
    public static final String NO_RIGHT = "NONE";

    /// Who acted.
    ///
    /// @param kind `CITIZEN` for the holder, `DELEGATE` for a citizen in another's space, `PROFESSIONAL`,
    ///     `SOFTWARE`, `AGENT` or `SYSTEM`
    /// @param id the national number or other identifier of the actor; for a citizen that of their space
    /// @param name as the person who reads the history knows it
    /// @param profession code of TRE_G15, for professionals
    /// @param channel through which door it came: `PORTAL`, `FHIR`, …
    /// @param assistant the counsellor beside the actor, name and place (ACP-01)
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    public record Actor(
            String kind,
            String id,
            String name,
            @Nullable String profession,
            @Nullable String structureId,
            @Nullable String structureName,
            String channel,
            @Nullable String assistant) {
        public Actor(
                String kind,
                String id,
                String name,
                @Nullable String profession,
                @Nullable String structureId,
                @Nullable String structureName,
                String channel) {
            this(kind, id, name, profession, structureId, structureName, channel, null);
        }

        @Override
        public String toString() {
            return "Actor[" + kind + "]";
        }
    }

    /// None where nothing was written: rows from before have none.
    @JsonIgnore
    public Set<Mark> keptBy() {
        return marks == null ? Set.of() : marks;
    }

    @JsonIgnore
    public boolean refused() {
        return !outcome.equals(DONE);
    }

    @Override
    public String toString() {
        return "Trace[" + act + " " + outcome + "]";
    }
}
