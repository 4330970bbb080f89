package fr.monespacesante.access;

import fr.monespacesante.audit.Trace;
import fr.monespacesante.kernel.Rpps;
import fr.monespacesante.kernel.SpaceId;
import fr.monespacesante.kernel.StructureId;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Who asks, as proven by the channel: nobody else exists (ACC-08).
public sealed interface Caller {
    /// How the history names this caller.
    Trace.Actor actor();

    /// The holder of a space, signed in with both factors. In another space than their own they are there for somebody
    /// else, if a mandate says so, and are nobody otherwise.
    ///
    /// @param browsing true when this session has left its trace of looking at lists already: a holder's own
    /// browsing leaves one trace per list and session, and one per document opened
    /// @param assistant the counsellor beside them, name and place (ACP-01); null when they are alone
    record Citizen(
            SpaceId own,
            String name,
            boolean browsing,
            String channel,
            @Nullable String assistant) implements Caller {
        public Citizen(SpaceId own, String name, boolean browsing, String channel) {
            this(own, name, browsing, channel, null);
        }

        @Override
        public Trace.Actor actor() {
            return new Trace.Actor("CITIZEN", own.toString(), name, null, null, null, channel, assistant);
        }

        @Override
        public String toString() {
            return "Citizen[" + own + "]";
        }
    }

    /// A health professional, proven by Pro Santé Connect (AUT-04).
    ///
    /// @param profession code of TRE_G15
    /// @param speciality code of the savoir-faire, such as SM26
    record Professional(
            Rpps rpps,
            String name,
            String profession,
            Optional<String> speciality,
            Optional<StructureId> structure,
            String structureName,
            Purpose purpose,
            String channel)
            implements Caller {
        @Override
        public Trace.Actor actor() {
            String structureId = structure.map(StructureId::value).orElse(null);
            return new Trace.Actor(
                    "PROFESSIONAL",
                    rpps.nationalId(),
                    name,
                    profession,
                    structureId,
                    structureName.isEmpty() ? null : structureName,
                    channel);
        }

        @Override
        public String toString() {
            return "Professional[redacted]";
        }
    }

    /// The software of a structure, proven by the structure's certificate. It feeds; it reads nothing but what
    /// it fed.
    record Software(StructureId structure, String structureName, String product, String channel) implements Caller {
        @Override
        public Trace.Actor actor() {
            return new Trace.Actor(
                    "SOFTWARE", structure.value(), product, null, structure.value(), structureName, channel);
        }
    }

    /// A mailbox of MSSanté (MSG-01): its operator's certificate was checked, and its domain is on the trusted list.
    ///
    /// @param address in lower case; empty for an operator that speaks for itself, in a report
    /// @param operator the name in the certificate
    record Correspondent(String address, String name, String operator) implements Caller {
        @Override
        public Trace.Actor actor() {
            String shown = name.isBlank() ? address : name;
            return new Trace.Actor(
                    "CORRESPONDENT",
                    address.isEmpty() ? operator : address,
                    shown.isEmpty() ? operator : shown,
                    null,
                    null,
                    address.isEmpty() ? operator : address,
                    "MSSANTE");
        }

        @Override
        public String toString() {
            return "Correspondent[redacted]";
        }
    }

    /// A person of the operator: support, supervision, referencing. No role reads health content.
    record Agent(String id, String name, Set<String> roles, String channel) implements Caller {
        /// The role of those who, two together, open a closed space.
        public static final String ARCHIVIST = "archivist";

        public Agent {
            roles = Set.copyOf(roles);
        }

        @Override
        public Trace.Actor actor() {
            return new Trace.Actor("AGENT", id, name, null, null, null, channel);
        }

        @Override
        public String toString() {
            return "Agent[redacted]";
        }
    }

    /// A task of the service itself, with its own narrow rights.
    record Service(Task task) implements Caller {
        /// The tasks that may enter a space on their own.
        public enum Task {
            /// Re-reads documents and traces and reports what does not open.
            INTEGRITY,
            /// Writes and sends the citizen's notices.
            NOTIFICATION,
            /// Erases documents that the holder asked to have erased (ENR-18).
            ERASURE,
            /// Brings in the documents of the DMP that a person had before (ENR-15).
            MIGRATION,
            /// Carries messages to their addressees and notes what became of them (MSG-03).
            MESSAGING
        }

        @Override
        public Trace.Actor actor() {
            return new Trace.Actor("SYSTEM", task.name(), "Mon espace santé", null, null, null, "INTERNAL");
        }
    }

    /// Why a professional asks (facts, section 8: access modes).
    sealed interface Purpose {
        /// Ordinary care, with the patient's agreement.
        record Care() implements Purpose {}

        /// Break-glass: immediate risk and a patient unable to express their will, both declared, with a reason.
        record Emergency(boolean immediateRisk, boolean unableToExpress, String reason) implements Purpose {
            /// Both conditions declared, and a reason given (ACC-05).
            public boolean complete() {
                return immediateRisk && unableToExpress && !reason.isBlank();
            }

            @Override
            public String toString() {
                return "Emergency[redacted]";
            }
        }

        /// The regulation centre of the SAMU (centre 15).
        record Regulation(String reason) implements Purpose {
            @Override
            public String toString() {
                return "Regulation[redacted]";
            }
        }

        default @Nullable String declared() {
            return switch (this) {
                case Care() -> null;
                case Emergency(boolean _, boolean _, String reason) -> reason;
                case Regulation(String reason) -> reason;
            };
        }
    }
}
