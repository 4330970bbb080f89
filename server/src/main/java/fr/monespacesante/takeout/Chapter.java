package fr.monespacesante.takeout;

import fr.monespacesante.access.Visit;
import java.io.IOException;

/// One part of the copy, written by the module that knows its form.
public interface Chapter {
    /// Reads, inside the visit, what it needs besides the documents. What it returns is run after the
    /// visit, when every document is in the file already.
    Writing prepare(Visit visit);

    /// Writes a part after the visit: it holds no connection, and reaches documents only through
    /// `Contents`.
    @FunctionalInterface
    interface Writing {
        void write(Parcel parcel, Contents contents) throws IOException;
    }
}
