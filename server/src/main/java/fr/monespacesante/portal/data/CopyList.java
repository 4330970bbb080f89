package fr.monespacesante.portal.data;

import fr.monespacesante.portal.record.Category;
import fr.monespacesante.portal.record.DocumentRow;
import fr.monespacesante.record.DocumentEntry;
import fr.monespacesante.takeout.Contents;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// The documents of a copy, by category, newest first.
public record CopyList(Contents contents) {
    public Map<Category, List<Contents.Item>> categories() {
        Map<Category, List<Contents.Item>> categories = new EnumMap<>(Category.class);
        for (Contents.Item item : contents.documents()) {
            categories
                    .computeIfAbsent(Category.of(item.entry().type().code()), category -> new ArrayList<>())
                    .add(item);
        }
        return categories;
    }

    /// The name of a document's page, without its ending.
    public static String page(Contents.Item item) {
        return String.format("document-%05d", item.number());
    }

    public static String author(Contents.Item item) {
        return DocumentRow.author(item.entry());
    }

    public static boolean byHolder(Contents.Item item) {
        return item.entry().source().kind() == DocumentEntry.Source.Kind.CITIZEN;
    }

    /// A path as an address: names hold spaces and letters with accents.
    public static String href(String path) {
        try {
            return new URI(null, null, path, null).toASCIIString();
        } catch (URISyntaxException e) {
            throw new IllegalStateException("a name of ours is no path", e);
        }
    }
}
