package fr.monespacesante.content;

import fr.monespacesante.kernel.Outcome;
import fr.monespacesante.kernel.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/// Looks inside a document before it is kept (DOC-02, DOC-14, SEC-04). Holds no state: one serves the
/// whole program.
public final class DocumentContents {
    private static final Set<Problem> FOR_GOOD =
            EnumSet.of(Problem.DOCUMENT_DANGEROUS, Problem.CONTENT_INFECTED, Problem.UNAVAILABLE);

    private final ContentLimits limits;
    private final TypeDetection types = new TypeDetection();
    private final CdaReader cdas;
    private final Pdfs pdfs;
    private final Images images;
    private final Antivirus antivirus;

    /// Without an antivirus: for what was taken already.
    public DocumentContents(ContentLimits limits) {
        this(limits, Antivirus.none());
    }

    public DocumentContents(ContentLimits limits, Antivirus antivirus) {
        this.limits = limits;
        this.antivirus = antivirus;
        this.cdas = new CdaReader(limits);
        this.pdfs = new Pdfs(limits);
        this.images = new Images(limits);
    }

    /// As `inspect(byte[], String)`, reading at most `maxBytes`; TOO_LARGE beyond.
    public Outcome<Inspected> inspect(Supplier<InputStream> content, String declaredMimeType, int maxBytes) {
        try (InputStream stream = content.get()) {
            byte[] bytes = stream.readNBytes(maxBytes);
            return stream.read() >= 0 ? Outcome.refused(Problem.TOO_LARGE) : inspect(bytes, declaredMimeType);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Refused as MIME_TYPE_UNSUPPORTED when the declared type is none of those a space holds,
    /// MIME_TYPE_MISMATCH when the bytes are something else, DOCUMENT_BROKEN, DOCUMENT_NOT_CDA,
    /// DOCUMENT_DANGEROUS, CONTENT_INFECTED, or UNAVAILABLE when the antivirus is away. A refusal that is
    /// about a document carried inside a CDA says where.
    public Outcome<Inspected> inspect(byte[] content, String declaredMimeType) {
        Optional<MimeType> declared = MimeType.declared(declaredMimeType);
        if (declared.isEmpty()) {
            return Outcome.refused(Problem.MIME_TYPE_UNSUPPORTED);
        }
        if (content.length == 0) {
            return Outcome.refused(Problem.DOCUMENT_BROKEN);
        }
        MimeType type = declared.get();
        Optional<MimeType> real = types.detect(content);
        if (real.isEmpty() && type == MimeType.TEXT) {
            return Outcome.refused(Problem.DOCUMENT_DANGEROUS);
        }
        // XML that does not begin like a CDA looks like text: the parser says what it is
        boolean perhapsXml = type == MimeType.CDA && real.equals(Optional.of(MimeType.TEXT)) && beginsWithTag(content);
        if (!real.equals(declared) && !perhapsXml) {
            return Outcome.refused(Problem.MIME_TYPE_MISMATCH);
        }
        return checked(content).then(clean -> known(clean, type));
    }

    /// By the antivirus alone: for what is passed on without being kept as a document. CONTENT_INFECTED, or
    /// UNAVAILABLE when it is away.
    public Outcome<byte[]> checked(byte[] content) {
        return switch (antivirus.look(content)) {
            case CLEAN -> Outcome.done(content);
            case INFECTED -> Outcome.refused(Problem.CONTENT_INFECTED);
            case AWAY -> Outcome.refused(Problem.UNAVAILABLE);
        };
    }

    private Outcome<Inspected> known(byte[] content, MimeType type) {
        return type == MimeType.CDA ? cdas.read(content).then(this::cda) : simple(content, type);
    }

    private Outcome<Inspected> simple(byte[] content, MimeType type) {
        return switch (type) {
            case PDF -> pdfs.read(content).map(pdf -> inspected(type, pdf.pages(), pdf.text()));
            case JPEG, PNG, TIFF -> images.pages(content, type).map(pages -> inspected(type, pages, ""));
            case TEXT -> Outcome.done(inspected(type, 1, PlainText.decode(content)));
            case RTF -> RichText.text(content).map(text -> inspected(type, 1, text));
            case CDA -> Outcome.refused(Problem.MIME_TYPE_UNSUPPORTED);
        };
    }

    private Outcome<Inspected> cda(CdaDocument document) {
        CdaText text = new CdaText(limits.searchCharacters());
        text.add(document);
        switch (document.body()) {
            case CdaBody.Encapsulated(String mimeType, Payload payload) -> {
                switch (carried(payload.bytes(), mimeType)) {
                    case Outcome.Done<Inspected>(Inspected body) -> text.add(body.searchableText());
                    case Outcome.Refused<Inspected>(Problem problem, String _) -> {
                        return Outcome.refused(problem, "ClinicalDocument.component.nonXMLBody.text");
                    }
                }
            }
            case CdaBody.Structured _ -> {
                int seen = 0;
                for (Narrative.Media media : document.media().values()) {
                    if (++seen > limits.embeddedDocuments()) {
                        return Outcome.refused(Problem.DOCUMENT_DANGEROUS);
                    }
                    switch (carried(media.payload().bytes(), media.mimeType())) {
                        case Outcome.Done<Inspected>(Inspected inside) -> text.add(inside.searchableText());
                        case Outcome.Refused<Inspected>(Problem problem, String _) -> {
                            // an image that cannot be shown does not make the report unreadable
                            if (FOR_GOOD.contains(problem)) {
                                return Outcome.refused(problem, "ClinicalDocument.component.structuredBody");
                            }
                        }
                    }
                }
            }
        }
        return Outcome.done(new Inspected(MimeType.CDA.official(), Optional.of(document), 1, text.toString()));
    }

    /// A document inside a CDA: the same checks, but no CDA inside a CDA.
    private Outcome<Inspected> carried(byte[] content, String mimeType) {
        boolean nested = MimeType.declared(mimeType).equals(Optional.of(MimeType.CDA));
        return nested ? Outcome.refused(Problem.MIME_TYPE_UNSUPPORTED) : inspect(content, mimeType);
    }

    private Inspected inspected(MimeType type, int pages, String text) {
        int end = Math.min(text.length(), limits.searchCharacters());
        return new Inspected(type.official(), Optional.empty(), pages, text.substring(0, end));
    }

    private static boolean beginsWithTag(byte[] content) {
        return PlainText.decode(content).stripLeading().startsWith("<");
    }
}
