package fr.monespacesante.portal.campaign;

import fr.monespacesante.portal.Message;
import java.util.ArrayList;
import java.util.List;

/// Two figures side by side for each day or department, drawn in a picture of 720 by 160.
///
/// @param id of its heading
/// @param first what the darker bars count, and how many in all
public record Bars(String id, CampaignText title, Series first, Series second, List<Pair> pairs) {
    public static final int HEIGHT = 160;
    private static final int WIDTH = 720;
    private static final int WIDEST = 80;
    private static final int LABELS = 8;

    public record Series(CampaignText name, long total) {}

    /// @param label under the bars; empty where there is no room for one
    public record Pair(String label, int x, int width, Bar first, Bar second) {}

    /// @param y of its top
    public record Bar(int y, int height) {}

    /// What is to be drawn for one day or department.
    record Value(String label, long first, long second) {}

    static Bars of(String id, CampaignText title, CampaignText first, CampaignText second, List<Value> values) {
        long highest = 1;
        long firsts = 0;
        long seconds = 0;
        for (Value value : values) {
            highest = Math.max(highest, Math.max(value.first(), value.second()));
            firsts += value.first();
            seconds += value.second();
        }
        int step = Math.min(WIDEST, WIDTH / Math.max(1, values.size()));
        int every = Math.max(1, (values.size() + LABELS - 1) / LABELS);
        List<Pair> pairs = new ArrayList<>();
        for (int i = 0; i < values.size(); i++) {
            Value value = values.get(i);
            pairs.add(new Pair(
                    i % every == 0 ? value.label() : "",
                    i * step,
                    Math.max(2, step * 2 / 5),
                    bar(value.first(), highest),
                    bar(value.second(), highest)));
        }
        return new Bars(id, title, new Series(first, firsts), new Series(second, seconds), pairs);
    }

    /// What is there is seen: at least two points high.
    private static Bar bar(long figure, long highest) {
        int height = figure <= 0 ? 0 : (int) Math.max(2, figure * (HEIGHT - 10) / highest);
        return new Bar(HEIGHT - height, height);
    }

    public Message alternative() {
        return CampaignText.CHART_ALT.with(title, first.name(), first.total(), second.name(), second.total());
    }
}
