package fr.monespacesante.portal.record;

import fr.monespacesante.content.CdaBody;
import fr.monespacesante.content.CdaDocument;
import fr.monespacesante.content.CdaReader;
import fr.monespacesante.content.ContentLimits;
import fr.monespacesante.content.DocumentContents;
import fr.monespacesante.content.Inspected;
import fr.monespacesante.content.Narrative;
import fr.monespacesante.content.Photos;
import fr.monespacesante.kernel.Outcome;
import fr.monespacesante.kernel.Problem;
import fr.monespacesante.portal.record.DocumentPage.Shown;
import fr.monespacesante.record.OpenDocument;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Turns an open document into what the page shows of it.
@Component
public class Readings {
    private static final String CDA = "text/xml";
    private static final String TIFF = "image/tiff";

    private final CdaReader cdas;
    private final DocumentContents contents;
    private final Photos photos;

    Readings() {
        ContentLimits limits = ContentLimits.defaults();
        this.cdas = new CdaReader(limits);
        this.contents = new DocumentContents(limits);
        this.photos = new Photos(limits);
    }

    /// Something a CDA carries.
    public record Part(byte[] content, String mimeType) {}

    /// A stream and what it holds.
    public record Bytes(InputStream content, String mimeType) {}

    /// @param address of the document's page, without a slash at the end
    public Shown shown(OpenDocument document, String address) throws IOException {
        String mimeType = document.entry().content().mimeType();
        return switch (mimeType) {
            case CDA -> cda(document, address);
            case "text/plain", "text/rtf" ->
                words(document.bytes(), mimeType).<Shown>map(Shown.Words::new).orElseGet(Shown.Closed::new);
            default ->
                mimeType.equals(TIFF) || DocumentBytes.showable(mimeType)
                        ? new Shown.Framed(mimeType)
                        : new Shown.Closed();
        };
    }

    /// The document as a page in a file shows it, with what it carries.
    ///
    /// @param name of the page's file, without its ending: it begins the names of the parts
    public Filed filed(OpenDocument document, String name) throws IOException {
        if (!(read(document) instanceof Outcome.Done<CdaDocument>(CdaDocument cda))) {
            return new Filed(shown(document, name), Map.of());
        }
        CdaView view = new CdaView(cda, name, bodyText(cda), true);
        Map<String, byte[]> parts = new LinkedHashMap<>();
        if (cda.body() instanceof CdaBody.Encapsulated body && view.bodyText() == null) {
            parts.put(
                    view.bodyAddress(),
                    showable(body.payload().bytes(), body.mimeType()).content());
        }
        for (Narrative.Media media : cda.media().values()) {
            parts.put(
                    view.mediaAddress(media),
                    showable(media.payload().bytes(), media.mimeType()).content());
        }
        return new Filed(new Shown.Cda(view), parts);
    }

    /// The document as a browser can show it: a TIFF, which few can, becomes a PDF.
    Bytes showable(OpenDocument document) throws IOException {
        String mimeType = document.entry().content().mimeType();
        if (mimeType.equals(TIFF)
                && photos.toPdf(List.of(document.bytes())) instanceof Outcome.Done<byte[]>(byte[] pdf)) {
            return new Bytes(new ByteArrayInputStream(pdf), "application/pdf");
        }
        return new Bytes(document.stream(), mimeType);
    }

    /// @param place of the media; empty for the body itself
    Optional<Part> part(OpenDocument document, Optional<Integer> place) throws IOException {
        if (!(read(document) instanceof Outcome.Done<CdaDocument>(CdaDocument cda))) {
            return Optional.empty();
        }
        if (place.isEmpty()) {
            return cda.body() instanceof CdaBody.Encapsulated body
                    ? Optional.of(showable(body.payload().bytes(), body.mimeType()))
                    : Optional.empty();
        }
        List<Narrative.Media> media = new ArrayList<>(cda.media().values());
        return place.get() < media.size()
                ? Optional.of(showable(
                        media.get(place.get()).payload().bytes(),
                        media.get(place.get()).mimeType()))
                : Optional.empty();
    }

    private Part showable(byte[] content, String mimeType) {
        if (mimeType.equals(TIFF) && photos.toPdf(List.of(content)) instanceof Outcome.Done<byte[]>(byte[] pdf)) {
            return new Part(pdf, "application/pdf");
        }
        return new Part(content, mimeType);
    }

    private Shown cda(OpenDocument document, String address) throws IOException {
        if (!(read(document) instanceof Outcome.Done<CdaDocument>(CdaDocument cda))) {
            return new Shown.Closed();
        }
        return new Shown.Cda(new CdaView(cda, address, bodyText(cda), false));
    }

    private Outcome<CdaDocument> read(OpenDocument document) throws IOException {
        return document.entry().content().mimeType().equals(CDA)
                ? cdas.read(document.bytes())
                : Outcome.refused(Problem.DOCUMENT_NOT_CDA);
    }

    private @Nullable String bodyText(CdaDocument cda) {
        return cda.body() instanceof CdaBody.Encapsulated body
                        && body.mimeType().startsWith("text/")
                ? words(body.payload().bytes(), body.mimeType()).orElse(null)
                : null;
    }

    private Optional<String> words(byte[] content, String mimeType) {
        return contents.inspect(content, mimeType) instanceof Outcome.Done<Inspected>(Inspected inspected)
                ? Optional.of(inspected.searchableText())
                : Optional.empty();
    }
}
