package fr.monespacesante.portal;

import fr.monespacesante.kernel.Problem;
import gg.jte.TemplateEngine;
import gg.jte.output.Utf8ByteOutput;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.support.RequestContextUtils;
import org.springframework.web.servlet.view.RedirectView;

/// Makes an answer of a page's model. A controller returns what these methods return.
@Component
public class Pages {
    private static final String NOTICE = Notice.class.getName();
    private static final String LANGUAGE_COOKIE = "langue";

    private final TemplateEngine engine;
    private final List<Visitors> visitors;
    private final Assets assets;

    Pages(TemplateEngine engine, List<Visitors> visitors, Assets assets) {
        this.engine = engine;
        this.visitors = visitors;
        this.assets = assets;
    }

    /// The page; with status 422 where its form holds errors.
    public View show(PageModel page) {
        return show(page, page.form().valid() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT);
    }

    public View show(PageModel page, HttpStatus status) {
        return (model, request, response) -> render(page, status, Optional.empty(), request, response);
    }

    public View show(PageModel page, Notice notice) {
        return (model, request, response) -> render(page, HttpStatus.OK, Optional.of(notice), request, response);
    }

    /// The page that says in plain words why something was refused.
    public View refused(Problem problem) {
        HttpStatus status = ProblemPages.status(problem);
        return show(problem == Problem.OTHER_PERSON ? ErrorPage.otherPerson() : ErrorPage.of(status), status);
    }

    /// To another page (Post/Redirect/Get); the address is one of ours and starts with a slash.
    public View redirect(String address) {
        if (!address.startsWith("/") || address.startsWith("//")) {
            throw new IllegalArgumentException("Not an address of ours");
        }
        RedirectView view = new RedirectView(address, false, false, false);
        view.setStatusCode(HttpStatus.SEE_OTHER);
        view.setExpandUriTemplateVariables(false);
        return view;
    }

    /// To another page, which says the sentence once.
    public View redirect(String address, Notice notice) {
        View view = redirect(address);
        return (model, request, response) -> {
            RequestContextUtils.getOutputFlashMap(request).put(NOTICE, NoticeCode.write(notice));
            view.render(Map.of(), request, response);
        };
    }

    /// The language of a request: as asked by the switch, else as chosen before, else as the browser prefers.
    public static Language language(HttpServletRequest request) {
        String asked = request.getParameter("lang");
        if (asked != null && Language.of(asked).isPresent()) {
            return Language.of(asked).get();
        }
        Cookie[] cookies = request.getCookies();
        Optional<Language> chosen = Arrays.stream(cookies == null ? new Cookie[0] : cookies)
                .filter(cookie -> cookie.getName().equals(LANGUAGE_COOKIE))
                .flatMap(cookie -> Language.of(cookie.getValue()).stream())
                .findFirst();
        if (chosen.isPresent() || request.getHeader("Accept-Language") == null) {
            return chosen.orElse(Language.FRENCH);
        }
        return Language.of(request.getLocale().getLanguage()).orElse(Language.FRENCH);
    }

    private void render(
            PageModel page,
            HttpStatus status,
            Optional<Notice> notice,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        Texts texts = new Texts(language(request));
        Frame frame = frame(page, texts, notice.or(() -> left(request)), request);
        Utf8ByteOutput output = new Utf8ByteOutput();
        engine.render(template(page), Map.of("page", page, "frame", frame, "t", texts), output);
        if (request.getParameter("lang") != null) {
            remember(texts.language(), response);
        }
        response.setStatus(status.value());
        // a header of this name would lose against the locale that Spring chose for the answer
        response.setLocale(texts.language().locale());
        response.setContentType("text/html;charset=UTF-8");
        response.setContentLength(output.getContentLength());
        output.writeTo(response.getOutputStream());
    }

    private Frame frame(PageModel page, Texts texts, Optional<Notice> notice, HttpServletRequest request) {
        Optional<Visitor> visitor =
                visitors.stream().flatMap(each -> each.of(request).stream()).findFirst();
        String title = (page.form().valid() ? "" : texts.of(FrameText.TITLE_ERROR) + " ")
                + texts.of(page.title())
                + " – "
                + texts.of(FrameText.SERVICE);
        CsrfToken token = (CsrfToken) request.getAttribute(CsrfToken.class.getName());
        return new Frame(
                texts,
                title,
                address(request),
                page.section(),
                page.trail(),
                visitor,
                notice,
                token == null ? new Frame.Token("", "") : new Frame.Token(token.getParameterName(), token.getToken()),
                assets,
                page.mood(),
                visitor.isPresent() ? inactivity(request) : 0);
    }

    private static int inactivity(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        return session == null ? 0 : Math.max(0, session.getMaxInactiveInterval());
    }

    /// The page's own address with its query, without the language; after a refused form, the address it was sent to.
    private static String address(HttpServletRequest request) {
        Object failed = request.getAttribute("jakarta.servlet.error.request_uri");
        StringBuilder address = new StringBuilder(failed == null ? request.getRequestURI() : failed.toString());
        if (request.getMethod().equals("GET") && failed == null) {
            request.getParameterMap().forEach((name, values) -> {
                for (String value : name.equals("lang") ? new String[0] : values) {
                    address.append(address.indexOf("?") < 0 ? '?' : '&')
                            .append(URLEncoder.encode(name, StandardCharsets.UTF_8))
                            .append('=')
                            .append(URLEncoder.encode(value, StandardCharsets.UTF_8));
                }
            });
        }
        return address.toString();
    }

    private static Optional<Notice> left(HttpServletRequest request) {
        Map<String, ?> flash = RequestContextUtils.getInputFlashMap(request);
        return flash != null && flash.get(NOTICE) instanceof String code ? NoticeCode.read(code) : Optional.empty();
    }

    private static void remember(Language language, HttpServletResponse response) {
        Cookie cookie = new Cookie(LANGUAGE_COOKIE, language.tag());
        cookie.setPath("/");
        cookie.setHttpOnly(true);
        cookie.setAttribute("SameSite", "Lax");
        cookie.setMaxAge((int) Duration.ofDays(365).toSeconds());
        response.addCookie(cookie);
    }

    private static String template(PageModel page) {
        String parent = page.getClass().getPackageName();
        String folder = parent.substring(parent.lastIndexOf('.') + 1);
        return (folder.equals("portal") ? "" : folder + "/") + page.getClass().getSimpleName() + ".jte";
    }
}
