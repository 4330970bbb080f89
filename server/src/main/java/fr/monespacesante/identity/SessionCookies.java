package fr.monespacesante.identity;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.springframework.session.web.http.CookieSerializer;
import org.springframework.session.web.http.DefaultCookieSerializer;

/// Citizens, professionals and agents have a session each, under a cookie of its own that the browser sends to their
/// pages alone: a doctor who is also a patient can be both in one browser, and one door never opens another.
final class SessionCookies implements CookieSerializer {
    static final String CITIZEN = "mes_session";
    static final String PROFESSIONAL = "mes_pro";
    static final String AGENT = "mes_agent";

    private final CookieSerializer citizens = cookie(CITIZEN, "/");
    private final CookieSerializer professionals = cookie(PROFESSIONAL, ProfessionalSecurity.PAGES);
    private final CookieSerializer agents = cookie(AGENT, AgentSecurity.PAGES);

    @Override
    public void writeCookieValue(CookieValue value) {
        of(value.getRequest()).writeCookieValue(value);
    }

    @Override
    public List<String> readCookieValues(HttpServletRequest request) {
        return of(request).readCookieValues(request);
    }

    /// By the page asked for, also where an error page is shown in its place.
    private CookieSerializer of(HttpServletRequest request) {
        Object failed = request.getAttribute("jakarta.servlet.error.request_uri");
        String path = failed == null ? request.getRequestURI() : failed.toString();
        if (isUnder(path, ProfessionalSecurity.PAGES)) {
            return professionals;
        }
        return isUnder(path, AgentSecurity.PAGES) ? agents : citizens;
    }

    private static boolean isUnder(String path, String area) {
        return path.equals(area) || path.startsWith(area + "/");
    }

    /// Secure as soon as the request came by TLS.
    private static CookieSerializer cookie(String name, String path) {
        DefaultCookieSerializer cookie = new DefaultCookieSerializer();
        cookie.setCookieName(name);
        cookie.setUseHttpOnlyCookie(true);
        cookie.setSameSite("Lax");
        cookie.setCookiePath(path);
        return cookie;
    }
}
