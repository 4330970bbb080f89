package fr.monespacesante.portal.leaving;

import fr.monespacesante.account.AccountProperties;
import fr.monespacesante.account.Closing;
import fr.monespacesante.content.Paper;
import fr.monespacesante.content.SignedPdf;
import fr.monespacesante.portal.Texts;
import java.time.Clock;
import java.time.Instant;
import org.springframework.stereotype.Component;

/// The certificate as a signed page.
@Component
class CertificatePdf {
    private final SignedPdf signed;
    private final AccountProperties properties;
    private final Clock clock;

    CertificatePdf(SignedPdf signed, AccountProperties properties, Clock clock) {
        this.signed = signed;
        this.properties = properties;
        this.clock = clock;
    }

    byte[] of(Closing closing, Texts texts) {
        Instant now = clock.instant();
        ClosedPage page = new ClosedPage(closing);
        String title = texts.of(closing.erased() ? LeavingText.PDF_TITLE_ERASED : LeavingText.PDF_TITLE);
        String address = properties.publicUrl() + ClosedPage.ADDRESS;
        try (Paper paper = new Paper(title, texts.language().tag(), now)) {
            paper.write(Paper.Style.TITLE, title);
            paper.rule(2);
            paper.write(Paper.Style.STRONG, texts.of(LeavingText.DONE_WHO, closing.person(), closing.birthDate()));
            paper.write(Paper.Style.STRONG, texts.of(LeavingText.DONE_WHEN, closing.at(), page.by()));
            paper.write(Paper.Style.STRONG, texts.of(LeavingText.REFERENCE, closing.reference()));
            paper.rule(2);
            paper.write(
                    Paper.Style.PLAIN,
                    closing.erased()
                            ? texts.of(LeavingText.DONE_ERASED)
                            : texts.of(LeavingText.DONE_KEPT, page.until()));
            paper.write(Paper.Style.PLAIN, texts.of(LeavingText.DONE_UNCHANGED));
            paper.rule(2);
            paper.write(Paper.Style.PLAIN, texts.of(LeavingText.PDF_CHECK, address));
            byte[] pdf = paper.finish(number -> texts.of(LeavingText.PDF_FOOT, closing.reference(), number, "{n}"));
            return signed.sign(pdf, title, now);
        }
    }
}
