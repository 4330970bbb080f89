/// FHIR R4 under `/fhir`: sharing of documents after PDSm (ITI-65, 66, 67, 68, 105, update by PATCH), the look-up of a
/// person's space (TD0.2), and the declaration of a patient's agreement.
///
/// `Entrance` takes a request from the bytes to the answer. Documents leave the body while it is read (`Bodies`), so
/// that FHIR's model holds the small rest only; readers turn that into the domain's records and say, with a path, what
/// is wrong; the door decides; answers are written as JSON straight from the records (`DocumentReferenceJson`) and pass
/// through FHIR's model only for XML, `_summary` and `_elements`. `Problems` is the one place where a refusal gets its
/// status and its words; what a caller may not know of is the same 404 as what never was (ACC-09, ACC-12).
@ApplicationModule(
        displayName = "FHIR",
        allowedDependencies = {"kernel", "account", "access", "record", "vault", "interop", "takeout"})
@NullMarked
package fr.monespacesante.interop.fhir;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
