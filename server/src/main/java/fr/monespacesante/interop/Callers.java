package fr.monespacesante.interop;

import fr.monespacesante.access.Caller;
import fr.monespacesante.identity.ProfessionalIdentity;
import fr.monespacesante.kernel.Outcome;
import fr.monespacesante.kernel.Problem;
import jakarta.servlet.http.HttpServletRequest;
import java.security.cert.X509Certificate;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Proves who sends a request: a professional by token, a structure's software by certificate. With both, it is the
/// professional who acts, through that software.
public final class Callers {
    /// Chooses one of the places of work that the provider vouches for, by its Struct_IdNat.
    public static final String STRUCTURE = "X-Structure";
    /// Access mode of TRE_R248: `normal`, `bris_de_glace` or `centre_15`.
    public static final String ACCESS_MODE = "X-Mode-Acces";
    /// Why, in the words of the professional; needed with `bris_de_glace`.
    public static final String ACCESS_REASON = "X-Mode-Acces-Raison";

    private static final String BEARER = "Bearer ";
    private static final int LONGEST_REASON = 500;

    private final ProfessionalTokens tokens;

    Callers(ProfessionalTokens tokens) {
        this.tokens = tokens;
    }

    /// @param channel how the history names the way in, such as `FHIR`
    public Outcome<Caller> of(HttpServletRequest request, String channel) {
        String authorization = request.getHeader("Authorization");
        if (authorization != null) {
            return authorization.regionMatches(true, 0, BEARER, 0, BEARER.length())
                    ? professional(authorization.substring(BEARER.length()).strip(), request, channel)
                    : Outcome.refused(Problem.CREDENTIALS_WRONG);
        }
        if (request.getAttribute("jakarta.servlet.request.X509Certificate") instanceof X509Certificate[] chain
                && chain.length > 0) {
            return SoftwareCertificates.software(chain[0], channel)
                    .<Outcome<Caller>>map(Outcome::done)
                    .orElseGet(() -> Outcome.refused(Problem.CREDENTIALS_WRONG));
        }
        return Outcome.refused(Problem.NOT_AUTHENTICATED);
    }

    private Outcome<Caller> professional(String token, HttpServletRequest request, String channel) {
        return purpose(request)
                .then(purpose -> tokens.check(token)
                        .then(professional -> acting(professional, request.getHeader(STRUCTURE), purpose, channel)));
    }

    /// Only a doctor of the regulation centre regulates: the provider says who is.
    private static Outcome<Caller> acting(
            ProfessionalIdentity who, @Nullable String structure, Caller.Purpose purpose, String channel) {
        if (purpose instanceof Caller.Purpose.Regulation && !who.regulation()) {
            return Outcome.refused(Problem.ACCESS_REFUSED, ACCESS_MODE);
        }
        Optional<ProfessionalIdentity.Place> place =
                structure == null ? Optional.of(who.places().getFirst()) : who.at(structure);
        return place.<Outcome<Caller>>map(at -> Outcome.done(new Caller.Professional(
                        who.rpps(),
                        who.name(),
                        at.profession(),
                        at.speciality(),
                        at.structure(),
                        at.structureName(),
                        purpose,
                        channel)))
                .orElseGet(() -> Outcome.refused(Problem.MALFORMED, STRUCTURE));
    }

    private static Outcome<Caller.Purpose> purpose(HttpServletRequest request) {
        String mode = text(request.getHeader(ACCESS_MODE)).toLowerCase(Locale.ROOT);
        String reason = text(request.getHeader(ACCESS_REASON));
        if (reason.length() > LONGEST_REASON) {
            return Outcome.refused(Problem.MALFORMED, ACCESS_REASON);
        }
        return switch (mode) {
            case "", "normal" -> Outcome.done(new Caller.Purpose.Care());
            case "bris_de_glace" ->
                reason.isEmpty()
                        ? Outcome.refused(Problem.REQUIRED_ELEMENT_MISSING, ACCESS_REASON)
                        : Outcome.done(new Caller.Purpose.Emergency(true, true, reason));
            case "centre_15" -> Outcome.done(new Caller.Purpose.Regulation(reason));
            default -> Outcome.refused(Problem.MALFORMED, ACCESS_MODE);
        };
    }

    private static String text(@Nullable String header) {
        return header == null ? "" : header.strip();
    }
}
