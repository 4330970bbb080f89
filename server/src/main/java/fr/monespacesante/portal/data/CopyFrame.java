package fr.monespacesante.portal.data;

import fr.monespacesante.portal.Message;
import fr.monespacesante.portal.Texts;

/// What surrounds a page inside a copy.
///
/// @param root the way back to the folder of the copy: empty, or `../`
/// @param base the folder of the pages in this language, from this page
/// @param other this page in the other language; empty where there is none
public record CopyFrame(Texts texts, Message title, String root, String base, String other) {
    public String home() {
        return base + "index.html";
    }

    public String page(String name) {
        return base + (base.endsWith("en/") || base.equals("./") ? "" : "pages/") + name + ".html";
    }
}
