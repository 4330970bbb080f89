package fr.monespacesante.portal.opposition;

import fr.monespacesante.account.AccountProperties;
import fr.monespacesante.account.Oppositions;
import fr.monespacesante.content.Paper;
import fr.monespacesante.content.SignedPdf;
import fr.monespacesante.portal.Texts;
import java.time.Clock;
import java.time.Instant;
import org.springframework.stereotype.Component;

/// The proof as a signed page, with its reference in letters and as a code for a camera (ENR-04).
@Component
public class ProofPdf {
    private final SignedPdf signed;
    private final AccountProperties properties;
    private final Clock clock;

    ProofPdf(SignedPdf signed, AccountProperties properties, Clock clock) {
        this.signed = signed;
        this.properties = properties;
        this.clock = clock;
    }

    public byte[] of(Oppositions.Proof proof, Texts texts) {
        Instant now = clock.instant();
        String title = texts.of(OppositionText.PDF_TITLE);
        String address = properties.publicUrl() + VerifyPage.ADDRESS;
        try (Paper paper = new Paper(title, texts.language().tag(), now)) {
            paper.write(Paper.Style.TITLE, title);
            paper.rule(2);
            paper.write(Paper.Style.STRONG, texts.of(OppositionText.PDF_NAME, proof.name(), proof.birthDate()));
            paper.write(
                    Paper.Style.STRONG,
                    texts.of(OppositionText.PDF_SAYS, proof.at(), OppositionText.of(proof.channel())));
            paper.write(Paper.Style.STRONG, texts.of(OppositionText.PDF_REFERENCE, proof.reference()));
            paper.rule(2);
            paper.write(Paper.Style.PLAIN, texts.of(OppositionText.PDF_NO_SPACE));
            paper.write(Paper.Style.PLAIN, texts.of(OppositionText.PDF_LATER));
            paper.rule(2);
            paper.write(Paper.Style.PLAIN, texts.of(OppositionText.PDF_CHECK, address));
            paper.code(address + "?reference=" + proof.reference());
            byte[] pdf = paper.finish(number -> texts.of(OppositionText.PDF_FOOT, proof.reference(), number, "{n}"));
            return signed.sign(pdf, title, now);
        }
    }
}
