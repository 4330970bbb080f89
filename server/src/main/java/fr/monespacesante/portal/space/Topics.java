package fr.monespacesante.portal.space;

import fr.monespacesante.notification.Topic;
import fr.monespacesante.portal.Option;
import fr.monespacesante.portal.Text;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// The topics of notices, by the names that people read.
final class Topics {
    static final List<Option> OPTIONS = Arrays.stream(Topic.values())
            .map(topic -> Option.of(topic.name(), name(topic)))
            .toList();

    private Topics() {}

    static Optional<Topic> of(String code) {
        return Arrays.stream(Topic.values())
                .filter(topic -> topic.name().equals(code))
                .findFirst();
    }

    static Text name(Topic topic) {
        return switch (topic) {
            case DOCUMENTS -> NoticeText.TOPIC_DOCUMENTS;
            case ACCESSES -> NoticeText.TOPIC_ACCESSES;
            case RIGHTS -> NoticeText.TOPIC_RIGHTS;
            case REFUSALS -> NoticeText.TOPIC_REFUSALS;
            case EMERGENCIES -> NoticeText.TOPIC_EMERGENCIES;
            case SECURITY -> NoticeText.TOPIC_SECURITY;
            case MESSAGES -> NoticeText.TOPIC_MESSAGES;
        };
    }

    static Text meaning(Topic topic) {
        return switch (topic) {
            case DOCUMENTS -> NoticeText.TOPIC_DOCUMENTS_TEXT;
            case ACCESSES -> NoticeText.TOPIC_ACCESSES_TEXT;
            case RIGHTS -> NoticeText.TOPIC_RIGHTS_TEXT;
            case REFUSALS -> NoticeText.TOPIC_REFUSALS_TEXT;
            case EMERGENCIES -> NoticeText.TOPIC_EMERGENCIES_TEXT;
            case SECURITY -> NoticeText.TOPIC_SECURITY_TEXT;
            case MESSAGES -> NoticeText.TOPIC_MESSAGES_TEXT;
        };
    }
}
