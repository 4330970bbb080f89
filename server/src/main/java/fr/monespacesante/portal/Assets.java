package fr.monespacesante.portal;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/// The addresses of the style sheet, the script and the icons, each named after its content so that a browser keeps it
/// for ever and gets a new one at once.
public final class Assets {
    private final Properties names;

    private Assets(Properties names) {
        this.names = names;
    }

    /// From the list that the front-end build leaves beside the classes.
    static Assets fromBuild() {
        Properties names = new Properties();
        try (InputStream list = Assets.class.getResourceAsStream("/assets.properties")) {
            if (list == null) {
                throw new IllegalStateException("The assets of the pages were not built: run bin/run or mvn compile.");
            }
            names.load(list);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Assets(names);
    }

    public String address(String name) {
        String named = names.getProperty(name);
        if (named == null) {
            throw new IllegalArgumentException("No asset is called " + name);
        }
        return "/assets/" + named;
    }
}
