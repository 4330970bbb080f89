package fr.monespacesante.portal.leaving;

import fr.monespacesante.account.ClosingRecords;
import fr.monespacesante.identity.OpenPaths;
import fr.monespacesante.kernel.Problem;
import fr.monespacesante.portal.Form;
import fr.monespacesante.portal.Pages;
import fr.monespacesante.portal.Texts;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/// The trace and the certificate of a closing, without a login: who has closed a space has none any more. The
/// reference is what opens it, and is too long to be guessed.
@Controller
class ClosedController {
    private final Pages pages;
    private final ClosingRecords records;
    private final CertificatePdf pdf;

    ClosedController(Pages pages, ClosingRecords records, CertificatePdf pdf) {
        this.pages = pages;
        this.records = records;
        this.pdf = pdf;
    }

    @GetMapping(ClosedPage.ADDRESS)
    View find(@RequestParam Optional<String> reference) {
        if (reference.isEmpty()) {
            return pages.show(new FindClosingPage(Form.EMPTY));
        }
        return records.find(reference.get())
                .map(closing -> pages.redirect(ClosedPage.ADDRESS + "/" + closing.reference()))
                .orElseGet(() -> pages.show(new FindClosingPage(Form.of(Map.of("reference", List.of(reference.get())))
                        .wrong("reference", LeavingText.FIND_NONE))));
    }

    @GetMapping(ClosedPage.ADDRESS + "/{reference:[A-Za-z2-7-]{19}}")
    View closed(@PathVariable String reference) {
        return records.find(reference)
                .map(closing -> pages.show(new ClosedPage(closing)))
                .orElseGet(() -> pages.refused(Problem.NOT_FOUND));
    }

    @GetMapping(ClosedPage.ADDRESS + "/{reference:[A-Za-z2-7-]{19}}/attestation.pdf")
    ResponseEntity<byte[]> certificate(HttpServletRequest request, @PathVariable String reference) {
        return records.find(reference)
                .map(closing -> ResponseEntity.ok()
                        .contentType(MediaType.APPLICATION_PDF)
                        .header(
                                HttpHeaders.CONTENT_DISPOSITION,
                                ContentDisposition.attachment()
                                        .filename("attestation-fermeture.pdf")
                                        .build()
                                        .toString())
                        .body(pdf.of(closing, new Texts(Pages.language(request)))))
                .orElseGet(() -> ResponseEntity.notFound().build());
    }

    @Configuration(proxyBeanMethods = false)
    static class Open {
        @Bean
        OpenPaths closedPages() {
            return new OpenPaths(List.of(ClosedPage.ADDRESS, ClosedPage.ADDRESS + "/**"));
        }
    }
}
