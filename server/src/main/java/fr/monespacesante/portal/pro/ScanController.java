package fr.monespacesante.portal.pro;

import fr.monespacesante.content.Barcodes;
import fr.monespacesante.content.ContentLimits;
import fr.monespacesante.kernel.Ins;
import fr.monespacesante.kernel.Outcome;
import fr.monespacesante.kernel.Problem;
import fr.monespacesante.portal.Form;
import fr.monespacesante.portal.Pages;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.View;

/// The INS from a code: read by the browser's camera, or here from a photo of it. It fills in the number; the birth
/// traits are confirmed as ever.
@Controller
class ScanController {
    private final Pages pages;
    private final Consulted consulted;
    private final Barcodes barcodes = new Barcodes(ContentLimits.defaults());

    ScanController(Pages pages, Consulted consulted) {
        this.pages = pages;
        this.consulted = consulted;
    }

    @PostMapping("/pro/lecture")
    View scan(
            HttpServletRequest request,
            @RequestParam MultiValueMap<String, String> fields,
            @RequestParam(name = "photo", required = false) Optional<MultipartFile> photo)
            throws IOException {
        Form form = Form.of(fields);
        Outcome<String> code = form.value("code").isBlank() ? photographed(photo) : Outcome.done(form.value("code"));
        Form filled = switch (code) {
            case Outcome.Done<String>(String text) -> filled(form, ScannedIns.in(text));
            case Outcome.Refused<String>(Problem problem, String _) ->
                form.wrong("photo", problem == Problem.REQUIRED_ELEMENT_MISSING ? ProText.NEED_PHOTO : ProText.NO_CODE);
        };
        return pages.show(new PatientsPage(filled, consulted.all(request)));
    }

    private static Form filled(Form form, Optional<Ins> ins) {
        return ins.map(number -> form.with("ins", number.value()))
                .orElseGet(() -> form.wrong("photo", ProText.OTHER_CODE));
    }

    private Outcome<String> photographed(Optional<MultipartFile> photo) throws IOException {
        return photo.isEmpty() || photo.get().isEmpty()
                ? Outcome.refused(Problem.REQUIRED_ELEMENT_MISSING)
                : barcodes.read(photo.get().getBytes());
    }
}
