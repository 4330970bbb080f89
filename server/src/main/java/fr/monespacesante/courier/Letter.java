package fr.monespacesante.courier;

import java.util.List;

/// Something to be brought to a person. Sealed while it waits; never logged.
public sealed interface Letter {
    /// A plain-text e-mail.
    record Email(String to, String subject, String text) implements Letter {
        @Override
        public String toString() {
            return "Email[redacted]";
        }
    }

    /// A text message.
    ///
    /// @param to in international form, `+33612345678`
    record Sms(String to, String text) implements Letter {
        @Override
        public String toString() {
            return "Sms[redacted]";
        }
    }

    /// A paper letter, printed by the mail house.
    ///
    /// @param address the block of the envelope, line by line, name first
    record Post(List<String> address, String text) implements Letter {
        public Post {
            address = List.copyOf(address);
        }

        @Override
        public String toString() {
            return "Post[redacted]";
        }
    }

    /// A message that a browser shows, sealed for it on the way.
    record Push(PushAddress to, String text) implements Letter {
        @Override
        public String toString() {
            return "Push[redacted]";
        }
    }

    /// What must not wait behind what: a person before her screen before a campaign of millions.
    enum Urgency {
        SOMEONE_WAITS(0),
        NOTICE(1),
        CAMPAIGN(2);

        private final int rank;

        Urgency(int rank) {
            this.rank = rank;
        }

        int rank() {
            return rank;
        }
    }
}
