package fr.monespacesante.portal;

import java.util.List;

/// What one page shows. The record `portal.record.DocumentPage` is rendered by the template `record/DocumentPage.jte`.
public interface PageModel {
    /// Of the browser's window; the pages give their first heading themselves.
    Message title();

    default Section section() {
        return Section.NONE;
    }

    /// The pages above this one, from the top; empty where there is no trail to show.
    default List<Crumb> trail() {
        return List.of();
    }

    /// Style of the whole page while something is going on that must not be overlooked; empty for nothing.
    default String mood() {
        return "";
    }

    /// What was typed wrong, if the page is shown again because of it: the title then says so.
    default Form form() {
        return Form.EMPTY;
    }
}
