package fr.monespacesante.portal.record;

import fr.monespacesante.content.ContentLimits;
import fr.monespacesante.content.Photos;
import fr.monespacesante.kernel.Outcome;
import fr.monespacesante.kernel.Problem;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.web.multipart.MultipartFile;

/// Makes one document of what someone sent: a file as it is, or one PDF of photos (DOC-02).
@Component
public class Sent {
    static final int LARGEST = 5_000_000;

    private static final Map<String, String> TYPES = Map.of(
            "pdf", "application/pdf",
            "jpg", "image/jpeg",
            "jpeg", "image/jpeg",
            "png", "image/png",
            "tif", "image/tiff",
            "tiff", "image/tiff",
            "txt", "text/plain",
            "rtf", "text/rtf");

    private final Photos photos = new Photos(ContentLimits.defaults());

    /// What will be kept.
    public record One(byte[] content, String mimeType) {}

    /// Refused with REQUIRED_ELEMENT_MISSING without a file, MIME_TYPE_UNSUPPORTED for another kind,
    /// CHANGE_NOT_ALLOWED for several files that are not all images, TOO_LARGE, or as `Photos` does.
    public Outcome<One> one(List<MultipartFile> sent) throws IOException {
        List<MultipartFile> files =
                sent.stream().filter(file -> !file.isEmpty()).toList();
        if (files.isEmpty()) {
            return Outcome.refused(Problem.REQUIRED_ELEMENT_MISSING);
        }
        List<byte[]> contents = new ArrayList<>();
        for (MultipartFile file : files) {
            if (type(file).isEmpty()) {
                return Outcome.refused(Problem.MIME_TYPE_UNSUPPORTED);
            }
            if (files.size() > 1 && !type(file).startsWith("image/")) {
                return Outcome.refused(Problem.CHANGE_NOT_ALLOWED);
            }
            contents.add(file.getBytes());
        }
        String type = type(files.getFirst());
        boolean together = files.size() > 1 || (type.startsWith("image/") && contents.getFirst().length > LARGEST);
        Outcome<One> made = together
                ? photos.toPdf(contents).map(pdf -> new One(pdf, "application/pdf"))
                : Outcome.done(new One(contents.getFirst(), type));
        return made.then(
                one -> one.content().length > LARGEST ? Outcome.refused(Problem.TOO_LARGE) : Outcome.done(one));
    }

    /// What a file says it is: by its name, since browsers disagree about the rest; a phone's camera may give
    /// none. Empty for what is not taken.
    public static String type(MultipartFile file) {
        String name = file.getOriginalFilename() == null ? "" : file.getOriginalFilename();
        String ending = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        String declared = file.getContentType() == null ? "" : file.getContentType();
        return TYPES.getOrDefault(ending, TYPES.containsValue(declared) ? declared : "");
    }
}
