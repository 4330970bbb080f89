package fr.monespacesante.mail;

import fr.monespacesante.content.ContentLimits;
import fr.monespacesante.content.XmlElement;
import fr.monespacesante.content.XmlTree;
import fr.monespacesante.kernel.Outcome;
import fr.monespacesante.kernel.Problem;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/// Reads an `IHE_XDM.ZIP` (IHE XDM; facts, section 6): documents with their metadata. Holds no state.
///
/// Refused as DOCUMENT_DANGEROUS for paths that lead out, the same name twice, links, DTDs and beyond the limits,
/// DOCUMENT_BROKEN when it is no ZIP or no XML, REQUIRED_ELEMENT_MISSING, HASH_MISMATCH or SIZE_MISMATCH with the
/// place: `METADATA.XML`, `document[i].URI`, `document[i].hash`, `document[i].size`, `document[i].uniqueId`.
public final class XdmReader {
    private static final Pattern METADATA = Pattern.compile("(?i)IHE_XDM/[^/]+/METADATA\\.XML");
    private static final int MOST_SUBSETS = 20;
    private static final byte[] FOLDER = "IHE_XDM/".getBytes(StandardCharsets.US_ASCII);

    private final MailLimits limits;
    private final XmlTree xml;

    public XdmReader(MailLimits limits, ContentLimits contentLimits) {
        this.limits = limits;
        this.xml = new XmlTree(contentLimits);
    }

    public Outcome<XdmPackage> read(byte[] zip) {
        return Unzipped.of(zip, limits).then(this::documents);
    }

    /// By its name, or by the folder that names of its files begin with.
    static boolean looksLikeXdm(String name, byte[] zip) {
        if (Words.plain(name).toUpperCase(Locale.ROOT).matches("IHE_XDM.*\\.ZIP")) {
            return true;
        }
        search:
        for (int i = 30; i + FOLDER.length <= Math.min(zip.length, 4_096); i++) {
            for (int j = 0; j < FOLDER.length; j++) {
                if (zip[i + j] != FOLDER[j]) {
                    continue search;
                }
            }
            return true;
        }
        return false;
    }

    private Outcome<XdmPackage> documents(Map<String, byte[]> files) {
        List<String> metadata = files.keySet().stream()
                .filter(name -> METADATA.matcher(name).matches())
                .sorted()
                .toList();
        if (metadata.isEmpty()) {
            return Outcome.refused(Problem.REQUIRED_ELEMENT_MISSING, "METADATA.XML");
        }
        if (metadata.size() > MOST_SUBSETS) {
            return Outcome.refused(Problem.DOCUMENT_DANGEROUS, "METADATA.XML");
        }
        List<XdmPackage.Document> documents = new ArrayList<>();
        Set<String> used = new HashSet<>();
        for (String name : metadata) {
            byte[] bytes = files.getOrDefault(name, new byte[0]);
            String folder = name.substring(0, name.lastIndexOf('/') + 1);
            switch (xml.read(bytes)) {
                case Outcome.Refused<XmlElement>(Problem problem, String _) -> {
                    return Outcome.refused(problem, "METADATA.XML");
                }
                case Outcome.Done<XmlElement>(XmlElement root) -> {
                    XdmMetadata read = new XdmMetadata(root, folder, files, documents.size());
                    switch (read.documents()) {
                        case Outcome.Refused<List<XdmPackage.Document>>(Problem problem, String where) -> {
                            return Outcome.refused(problem, where);
                        }
                        case Outcome.Done<List<XdmPackage.Document>>(List<XdmPackage.Document> some) -> {
                            documents.addAll(some);
                            some.forEach(document -> used.add((folder + document.uri()).toUpperCase(Locale.ROOT)));
                        }
                    }
                }
            }
        }
        return documents.isEmpty()
                ? Outcome.refused(Problem.REQUIRED_ELEMENT_MISSING, "METADATA.XML")
                : Outcome.done(new XdmPackage(documents, companions(files, used)));
    }

    private static List<XdmPackage.Companion> companions(Map<String, byte[]> files, Set<String> used) {
        List<XdmPackage.Companion> companions = new ArrayList<>();
        files.forEach((name, bytes) -> {
            boolean pdf =
                    new String(bytes, 0, Math.min(bytes.length, 1_024), StandardCharsets.ISO_8859_1).contains("%PDF-");
            if (pdf && !used.contains(name.toUpperCase(Locale.ROOT))) {
                companions.add(new XdmPackage.Companion(
                        FileNames.safe(name, "application/pdf", companions.size() + 1), bytes));
            }
        });
        return companions;
    }
}
