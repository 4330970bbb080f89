package fr.monespacesante.sandbox.laboratory;

import java.math.BigInteger;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import org.hl7.fhir.r4.model.Binary;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleType;
import org.hl7.fhir.r4.model.Bundle.HTTPVerb;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.DocumentReference;
import org.hl7.fhir.r4.model.Identifier.IdentifierUse;
import org.hl7.fhir.r4.model.ListResource;
import org.hl7.fhir.r4.model.ListResource.ListMode;
import org.hl7.fhir.r4.model.ListResource.ListStatus;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;

/// ITI-65 Provide Document Bundle, PDSm comprehensive: the submission set, the document's card, and its bytes.
public final class ProvideBundle {
    private static final String MHD = "https://profiles.ihe.net/ITI/MHD/";

    private ProvideBundle() {}

    /// @param sent when the lot is submitted; the lot's own identifiers are new at each call, the document's are not
    public static Bundle of(SourceDocument document, byte[] content, Instant sent) {
        String cardUrl = "urn:uuid:" + UUID.randomUUID();
        String bytesUrl = "urn:uuid:" + UUID.randomUUID();
        DocumentReference card = References.of(document, "pdsm-comprehensive-document-reference");
        card.getContentFirstRep().getAttachment().setUrl(bytesUrl);
        Binary bytes = new Binary().setContentType(document.contentType()).setData(content);

        Bundle bundle = new Bundle();
        bundle.getMeta().addProfile(References.PROFILES + "pdsm-comprehensive-provide-document-bundle");
        bundle.setType(BundleType.TRANSACTION);
        add(bundle, "urn:uuid:" + UUID.randomUUID(), submissionSet(document, cardUrl, sent), "List");
        add(bundle, cardUrl, card, "DocumentReference");
        add(bundle, bytesUrl, bytes, "Binary");
        return bundle;
    }

    private static ListResource submissionSet(SourceDocument document, String cardUrl, Instant sent) {
        ListResource list = new ListResource();
        list.getMeta().addProfile(References.PROFILES + "pdsm-submissionset-comprehensive");
        References.contain(document).forEach(list::addContained);
        list.addExtension(
                MHD + "StructureDefinition/ihe-designationType",
                new CodeableConcept(new Coding(
                        "urn:oid:" + document.encounter().facility().system(),
                        document.encounter().facility().code(),
                        document.encounter().facility().label())));
        list.addExtension(
                MHD + "StructureDefinition/ihe-sourceId",
                References.identifier(
                        document.custodian().idSystem(), document.custodian().id()));
        UUID lot = UUID.randomUUID();
        list.addIdentifier(References.uri("urn:uuid:" + lot).setUse(IdentifierUse.OFFICIAL));
        list.addIdentifier(References.uri(
                        "urn:oid:2.25." + new BigInteger(lot.toString().replace("-", ""), 16))
                .setUse(IdentifierUse.USUAL));
        list.setStatus(ListStatus.CURRENT);
        list.setMode(ListMode.WORKING);
        list.setTitle(document.title());
        list.setCode(new CodeableConcept(
                new Coding(MHD + "CodeSystem/MHDlistTypes", "submissionset", "SubmissionSet as a FHIR List")));
        list.setSubject(References.subject(document.subject()));
        list.setDateElement(References.dateTime(sent.atOffset(ZoneOffset.UTC)));
        list.setSource(new Reference("#author"));
        list.addEntry().setItem(new Reference(cardUrl));
        return list;
    }

    private static void add(Bundle bundle, String fullUrl, Resource resource, String type) {
        bundle.addEntry()
                .setFullUrl(fullUrl)
                .setResource(resource)
                .getRequest()
                .setMethod(HTTPVerb.POST)
                .setUrl(type);
    }
}
