package fr.monespacesante.record;

import com.github.luben.zstd.Zstd;
import fr.monespacesante.account.Person;
import fr.monespacesante.content.CdaDocument;
import fr.monespacesante.content.CdaHeader;
import fr.monespacesante.content.DocumentContents;
import fr.monespacesante.content.Inspected;
import fr.monespacesante.content.SearchWords;
import fr.monespacesante.kernel.Nomenclatures;
import fr.monespacesante.kernel.Outcome;
import fr.monespacesante.kernel.Problem;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/// Checks what someone wants to add, before any door is open: hashes and size, the real type, the type code, and for a
/// CDA that it can be read. The patient it names is compared inside, where the person of the space is known.
public final class Deposits {
    private static final int WORTH_PACKING = 512;
    private static final int LEVEL = 3;

    private final DocumentContents contents;

    public Deposits(DocumentContents contents) {
        this.contents = contents;
    }

    /// Refused with the element that is wrong: `type`, `hash`, `size`, `contentType` or `content`.
    public Outcome<Prepared> prepare(NewDocument document, byte[] content) {
        if (Nomenclatures.national().type(document.type().code()).isEmpty()) {
            return Outcome.refused(Problem.TYPE_CODE_UNKNOWN, "type");
        }
        if (document.claimedSize().filter(size -> size != content.length).isPresent()) {
            return Outcome.refused(Problem.SIZE_MISMATCH, "size");
        }
        String sha1 = Base64.getEncoder().encodeToString(digest("SHA-1", content));
        if (document.claimedSha1().filter(claimed -> !claimed.equals(sha1)).isPresent()) {
            return Outcome.refused(Problem.HASH_MISMATCH, "hash");
        }
        String sha256 = HexFormat.of().formatHex(digest("SHA-256", content));
        return contents.inspect(content, document.mimeType())
                .map(inspected -> new Prepared(
                        withRealType(document, inspected.mimeType()),
                        pack(content, inspected.mimeType()),
                        new Prepared.Hashes(sha1, sha256),
                        words(document, inspected),
                        inspected.cda().map(CdaDocument::header).map(CdaHeader::patient)));
    }

    /// Empty when the document is about this person; else what differs: `ins.missing`, `ins`, `ins.authority`,
    /// `birthDate`, `sex` or `birthFamilyName`.
    static Optional<String> difference(CdaHeader.Patient named, Person person) {
        if (!named.national().exists()) {
            return Optional.of("ins.missing");
        }
        if (named.ins().filter(person.ins()::equals).isEmpty()) {
            return Optional.of("ins");
        }
        if (named.authority().filter(person.authority()::equals).isEmpty()) {
            return Optional.of("ins.authority");
        }
        if (named.birthDate()
                .date()
                .filter(date -> !date.equals(person.birthDate()))
                .isPresent()) {
            return Optional.of("birthDate");
        }
        if (List.of("F", "M").contains(named.sex())
                && !named.sex().equals(person.sex().letter())) {
            return Optional.of("sex");
        }
        List<String> family = SearchWords.of(named.birthFamilyName()).words();
        if (!family.isEmpty()
                && !family.equals(SearchWords.of(person.birthFamilyName()).words())) {
            return Optional.of("birthFamilyName");
        }
        return Optional.empty();
    }

    private static SearchWords words(NewDocument document, Inspected inspected) {
        List<String> texts = new ArrayList<>();
        texts.add(document.title());
        texts.add(document.type().label());
        for (DocumentEntry.Author author : document.authors()) {
            texts.add(author.displayName());
            if (author.organisation() != null) {
                texts.add(author.organisation().name());
            }
        }
        texts.add(inspected.searchableText());
        return SearchWords.of(String.join("\n", texts));
    }

    private static NewDocument withRealType(NewDocument document, String mimeType) {
        return new NewDocument(
                document.uniqueId(),
                Nomenclatures.national()
                        .type(document.type().code())
                        .orElseThrow()
                        .code(),
                document.title(),
                document.description(),
                document.created(),
                document.authors(),
                document.authenticator(),
                document.custodian(),
                mimeType,
                document.format(),
                document.language(),
                document.confidentiality(),
                document.marks(),
                document.context(),
                document.claimedSha1(),
                document.claimedSize(),
                document.replaces());
    }

    /// Text is worth packing; PDFs and pictures are packed already.
    private static Prepared.Packing pack(byte[] content, String mimeType) {
        boolean text = mimeType.startsWith("text/");
        if (!text || content.length < WORTH_PACKING) {
            return new Prepared.Packing(content, false, content.length);
        }
        return new Prepared.Packing(Zstd.compress(content, LEVEL), true, content.length);
    }

    private static byte[] digest(String algorithm, byte[] content) {
        try {
            return MessageDigest.getInstance(algorithm).digest(content);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("no " + algorithm, e);
        }
    }
}
