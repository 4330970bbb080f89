package fr.monespacesante.portal;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;

/// Tells the frame who is there. One implementation for each kind of person; the first that knows answers.
public interface Visitors {
    Optional<Visitor> of(HttpServletRequest request);
}
