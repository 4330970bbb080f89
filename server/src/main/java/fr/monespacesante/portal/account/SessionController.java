package fr.monespacesante.portal.account;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ResponseStatus;

/// Answers who is still there: asking is use, and keeps the session (AUT-07). Citizens, professionals and agents have a
/// session each, and so an address each.
@Controller
class SessionController {
    @GetMapping({"/espace/session", "/pro/session", "/agent/session"})
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void stay() {}
}
