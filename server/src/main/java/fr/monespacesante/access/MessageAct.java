package fr.monespacesante.access;

import fr.monespacesante.kernel.Mark;
import fr.monespacesante.kernel.Problem;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/// What is asked of the secure messaging of a space (MSG).
public sealed interface MessageAct extends Act {
    /// All but looking does.
    @Override
    default boolean writes() {
        return !(this instanceof ReadMessages) && !(this instanceof ReadMessage);
    }

    /// A professional writes to the holder: opens an exchange, or goes on in one.
    ///
    /// @param marks of the documents that the message brings
    record ReceiveMessage(Set<Mark> marks) implements MessageAct {
        public ReceiveMessage {
            marks = Set.copyOf(marks);
        }

        @Override
        public String code() {
            return "RECEIVE_MESSAGE";
        }
    }

    /// A message is refused for what it brings, and the holder is told.
    record RefuseMessage(Problem why) implements MessageAct {
        @Override
        public String code() {
            return "REFUSE_MESSAGE";
        }
    }

    /// The other side tells what became of the holder's message: delivered, read, returned.
    record ReceiveReport() implements MessageAct {
        @Override
        public String code() {
            return "RECEIVE_REPORT";
        }
    }

    /// Lists or searches exchanges.
    record ReadMessages() implements MessageAct {
        @Override
        public String code() {
            return "READ_MESSAGES";
        }
    }

    /// Opens one exchange, or what is attached in it.
    record ReadMessage(UUID conversation) implements MessageAct {
        @Override
        public String code() {
            return "READ_MESSAGE";
        }

        @Override
        public Optional<UUID> subject() {
            return Optional.of(conversation);
        }
    }

    /// The citizen's side answers: a draft first, then it is sent.
    record WriteMessage(UUID conversation, Step step) implements MessageAct {
        public enum Step {
            DRAFT("WRITE_DRAFT"),
            SEND("SEND_MESSAGE");

            private final String code;

            Step(String code) {
                this.code = code;
            }
        }

        @Override
        public String code() {
            return step.code;
        }

        @Override
        public Optional<UUID> subject() {
            return Optional.of(conversation);
        }
    }

    /// Deletes one message, or a whole exchange.
    record DeleteMessages(UUID conversation) implements MessageAct {
        @Override
        public String code() {
            return "DELETE_MESSAGES";
        }

        @Override
        public Optional<UUID> subject() {
            return Optional.of(conversation);
        }
    }

    /// A professional ends an exchange without a word.
    record CloseConversation(UUID conversation) implements MessageAct {
        @Override
        public String code() {
            return "CLOSE_CONVERSATION";
        }

        @Override
        public Optional<UUID> subject() {
            return Optional.of(conversation);
        }
    }

    /// What a professional attached becomes a document of the record (MSG-04).
    ///
    /// @param marks of the documents that it becomes
    record SaveAttachment(UUID conversation, Set<Mark> marks) implements MessageAct {
        public SaveAttachment {
            marks = Set.copyOf(marks);
        }

        @Override
        public String code() {
            return "SAVE_ATTACHMENT";
        }

        @Override
        public Optional<UUID> subject() {
            return Optional.of(conversation);
        }
    }

    /// The service takes a message to its addressees, and notes what became of it.
    record CarryMessage(UUID message) implements MessageAct {
        @Override
        public String code() {
            return "CARRY_MESSAGE";
        }

        @Override
        public Optional<UUID> subject() {
            return Optional.of(message);
        }
    }
}
