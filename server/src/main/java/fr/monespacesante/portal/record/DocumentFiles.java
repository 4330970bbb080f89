package fr.monespacesante.portal.record;

import fr.monespacesante.kernel.Outcome;
import fr.monespacesante.record.DocumentEntry;
import fr.monespacesante.record.OpenDocument;
import fr.monespacesante.vault.SpaceKey;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import org.springframework.stereotype.Component;

/// Answers with a document, or with something it carries, whoever opened it; what was refused is not found.
@Component
public class DocumentFiles {
    private final Readings readings;

    DocumentFiles(Readings readings) {
        this.readings = readings;
    }

    /// @param attachment true to be kept, false to be shown
    public void send(HttpServletResponse response, Outcome<OpenDocument> opened, boolean attachment)
            throws IOException {
        switch (opened) {
            case Outcome.Done<OpenDocument>(OpenDocument document) -> {
                DocumentEntry entry = document.entry();
                Readings.Bytes bytes = attachment
                        ? new Readings.Bytes(document.stream(), entry.content().mimeType())
                        : readings.showable(document);
                try (InputStream content = bytes.content()) {
                    DocumentBytes.send(response, content, bytes.mimeType(), entry.title(), attachment);
                } catch (SpaceKey.DamagedStream damaged) {
                    broken(response);
                }
            }
            case Outcome.Refused<OpenDocument> _ -> response.sendError(HttpServletResponse.SC_NOT_FOUND);
        }
    }

    /// What a CDA encapsulates as its body, or one of its media.
    ///
    /// @param place of the media; empty for the body
    public void part(HttpServletResponse response, Outcome<OpenDocument> opened, Optional<Integer> place)
            throws IOException {
        switch (opened) {
            case Outcome.Done<OpenDocument>(OpenDocument document) -> {
                try {
                    Optional<Readings.Part> part = readings.part(document, place);
                    if (part.isEmpty()) {
                        response.sendError(HttpServletResponse.SC_NOT_FOUND);
                        return;
                    }
                    DocumentBytes.send(
                            response,
                            new ByteArrayInputStream(part.get().content()),
                            part.get().mimeType(),
                            document.entry().title(),
                            false);
                } catch (SpaceKey.DamagedStream damaged) {
                    broken(response);
                }
            }
            case Outcome.Refused<OpenDocument> _ -> response.sendError(HttpServletResponse.SC_NOT_FOUND);
        }
    }

    private static void broken(HttpServletResponse response) throws IOException {
        if (response.isCommitted()) {
            throw new IOException("a damaged document was cut off");
        }
        response.reset();
        response.sendError(HttpServletResponse.SC_INTERNAL_SERVER_ERROR);
    }
}
