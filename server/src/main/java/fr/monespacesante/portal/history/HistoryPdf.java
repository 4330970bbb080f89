package fr.monespacesante.portal.history;

import fr.monespacesante.content.Paper;
import fr.monespacesante.content.SignedPdf;
import fr.monespacesante.portal.Message;
import fr.monespacesante.portal.Option;
import fr.monespacesante.portal.Texts;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/// The history as a signed document to keep (TRC-05).
@Component
class HistoryPdf {
    private final SignedPdf signed;
    private final Clock clock;

    HistoryPdf(SignedPdf signed, Clock clock) {
        this.signed = signed;
        this.clock = clock;
    }

    byte[] of(String holder, HistoryPage page, Texts texts) {
        Instant now = clock.instant();
        String title = texts.of(HistoryText.PDF_TITLE, holder);
        try (Paper paper = new Paper(title, texts.language().tag(), now)) {
            paper.write(Paper.Style.TITLE, title);
            paper.write(
                    Paper.Style.PLAIN,
                    texts.of(HistoryText.PDF_MADE, now, page.lines().size()));
            chosen(page, texts).ifPresent(words -> paper.write(Paper.Style.PLAIN, words));
            for (HistoryLine line : page.lines()) {
                paper.rule(3);
                lines(line, texts).forEach(words -> paper.write(words.style(), words.text()));
            }
            byte[] pdf = paper.finish(number -> texts.of(HistoryText.PDF_FOOT, holder, number, "{n}"));
            return signed.sign(pdf, texts.of(HistoryText.TITLE), now);
        }
    }

    private record Words(Paper.Style style, String text) {}

    private static List<Words> lines(HistoryLine line, Texts texts) {
        List<Words> words = new ArrayList<>();
        String who =
                line.who().holder() ? texts.of(HistoryText.YOU) : line.who().name();
        String marks = Stream.of(
                        line.refused() ? texts.of(HistoryText.REFUSED) : "",
                        line.emergency() ? texts.of(HistoryText.EMERGENCY) : "")
                .filter(mark -> !mark.isEmpty())
                .map(mark -> " [" + mark + "]")
                .collect(Collectors.joining());
        words.add(new Words(Paper.Style.STRONG, texts.moment(line.at()) + " – " + who + marks));
        String from = Stream.of(
                        line.who().kind().map(texts::of).orElse(""),
                        line.who().from(),
                        line.who().rpps().isEmpty()
                                ? ""
                                : texts.of(HistoryText.RPPS, line.who().rpps()))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(", "));
        if (!from.isEmpty()) {
            words.add(new Words(Paper.Style.QUIET, from));
        }
        words.add(new Words(Paper.Style.PLAIN, act(line, texts)));
        line.refusal().ifPresent(why -> words.add(new Words(Paper.Style.QUIET, texts.of(HistoryText.WHY, why))));
        line.right().ifPresent(right -> words.add(new Words(Paper.Style.QUIET, texts.of(HistoryText.BY_RIGHT, right))));
        if (!line.reason().isEmpty()) {
            words.add(new Words(Paper.Style.QUIET, texts.of(HistoryText.REASON, line.reason())));
        }
        return words;
    }

    private static String act(HistoryLine line, Texts texts) {
        String what = Stream.of(
                        line.whom(),
                        line.title().isEmpty() && line.about() ? texts.of(HistoryText.DOCUMENT_GONE) : line.title())
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(", "));
        return texts.of(line.act())
                + (what.isEmpty() ? "" : (texts.language().tag().equals("fr") ? " : " : ": ") + what);
    }

    /// What was asked, in words; empty when everything was.
    private static Optional<String> chosen(HistoryPage page, Texts texts) {
        List<String> asked = new ArrayList<>();
        label(page.people(), page.filter().value("qui")).ifPresent(label -> asked.add(texts.of(label)));
        label(page.acts(), page.filter().value("quoi")).ifPresent(label -> asked.add(texts.of(label)));
        for (String name : List.of("du", "au")) {
            if (!page.filter().value(name).isBlank()) {
                HistoryText text = name.equals("du") ? HistoryText.FILTER_FROM : HistoryText.FILTER_UNTIL;
                asked.add(texts.of(text) + " " + page.filter().value(name));
            }
        }
        if (!page.filter().value("q").isBlank()) {
            asked.add("“" + page.filter().value("q").strip() + "”");
        }
        if (!page.document().isEmpty()) {
            asked.add(page.document());
        }
        return asked.isEmpty()
                ? Optional.empty()
                : Optional.of(texts.of(HistoryText.PDF_CHOSEN, String.join(", ", asked)));
    }

    private static Optional<Message> label(List<Option> options, String value) {
        return options.stream()
                .filter(option -> option.value().equals(value))
                .map(Option::label)
                .findFirst();
    }
}
