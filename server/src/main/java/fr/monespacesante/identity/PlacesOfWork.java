package fr.monespacesante.identity;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/// A professional with several places of work says for which one they are here; what they do then is done for it.
public interface PlacesOfWork {
    /// The only page that a professional who has not chosen comes to.
    String PAGE = "/pro/lieu";

    /// From now on the session is for this place of theirs.
    void choose(
            HttpServletRequest request,
            HttpServletResponse response,
            ProfessionalSession who,
            ProfessionalIdentity.Place place);
}
