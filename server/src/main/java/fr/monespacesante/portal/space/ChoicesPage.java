package fr.monespacesante.portal.space;

import fr.monespacesante.notification.PushDevices;
import fr.monespacesante.notification.Topic;
import fr.monespacesante.portal.Crumb;
import fr.monespacesante.portal.Form;
import fr.monespacesante.portal.FrameText;
import fr.monespacesante.portal.Literal;
import fr.monespacesante.portal.Message;
import fr.monespacesante.portal.Option;
import fr.monespacesante.portal.PageModel;
import fr.monespacesante.portal.Section;
import fr.monespacesante.portal.Text;
import java.util.List;
import java.util.stream.IntStream;

/// How the holder wants to be told (NOT-02).
///
/// @param form for each topic `DOCUMENTS.email`, `DOCUMENTS.push`, `DOCUMENTS.pace`; and `hour`
/// @param mailed true when there is an address to write to
/// @param devices that take messages
/// @param key that a browser subscribes to
public record ChoicesPage(Form form, boolean mailed, List<PushDevices.Device> devices, String key)
        implements PageModel {
    static final String EMAIL = ".email";
    static final String PUSH = ".push";
    static final String PACE = ".pace";
    static final String HOUR = "hour";
    static final String YES = "oui";

    @Override
    public Message title() {
        return NoticeText.CHOICES_TITLE.plain();
    }

    @Override
    public Section section() {
        return Section.SETTINGS;
    }

    @Override
    public List<Crumb> trail() {
        return List.of(
                Crumb.of("/espace/parametres", FrameText.NAVIGATION_SETTINGS), Crumb.of("", NoticeText.CHOICES_TITLE));
    }

    public List<Topic> topics() {
        return List.of(Topic.values());
    }

    public Text name(Topic topic) {
        return Topics.name(topic);
    }

    public Text meaning(Topic topic) {
        return Topics.meaning(topic);
    }

    public List<Option> paces() {
        return List.of(Option.of("AT_ONCE", NoticeText.CHOICES_AT_ONCE), Option.of("DAILY", NoticeText.CHOICES_DAILY));
    }

    public List<Option> hours() {
        return IntStream.range(0, 24)
                .mapToObj(hour -> new Option(String.valueOf(hour), Literal.of("%02d:00".formatted(hour))))
                .toList();
    }
}
