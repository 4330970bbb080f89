package fr.monespacesante.sandbox.openid;

import fr.monespacesante.sandbox.cast.Professional;
import fr.monespacesante.sandbox.cast.Structure;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What Pro Santé Connect says of a professional (facts, section 7).
///
/// `SubjectOrganization`, its number and `Secteur_Activite` are there for a professional with one place of work;
/// one with several has them empty, and the client asks which of `SubjectRefPro.exercices[].activities[]` it is
/// about. In an activity, the structure's national number (Struct_IdNat) is `ancienIdentifiantDeLaStructure`;
/// `identifiantTechniqueDeLaStructure` is the directory's own number, F and the FINESS number.
final class ProfessionalClaims {
    private ProfessionalClaims() {}

    static Map<String, Object> of(Professional professional) {
        boolean one = professional.activities().size() == 1;
        Structure structure = professional.activities().getFirst().structure();
        Map<String, Object> claims = new LinkedHashMap<>();
        claims.put("sub", subject(professional));
        claims.put("SubjectNameID", professional.nationalId());
        claims.put("preferred_username", professional.nationalId());
        claims.put("given_name", professional.givenName());
        claims.put("family_name", professional.familyName());
        claims.put("email_verified", false);
        claims.put("SubjectRole", List.of(professional.profession() + "^1.2.250.1.213.1.1.5.5"));
        claims.put("Secteur_Activite", one ? structure.sector() + "^1.2.250.1.71.4.2.4" : "");
        claims.put("SubjectOrganization", one ? structure.name() : "");
        claims.put("SubjectOrganizationID", one ? structure.id() : "");
        claims.put("Mode_Acces_Raison", "");
        claims.put("Acces_Regulation_Medicale", professional.regulation() ? "VRAI" : "FAUX");
        claims.put("UITVersion", "1.0");
        claims.put("Palier_Authentification", "APPPRIP3^1.2.250.1.213.1.5.1.1.1");
        claims.put("PSI_Locale", "1.2.250.1.213.1.3.1.1");
        claims.put(
                "otherIds", List.of(Map.of("identifiant", professional.nationalId(), "origine", "RPPS", "qualite", 1)));
        claims.put(
                "SubjectRefPro",
                Map.of(
                        "codeCivilite",
                        professional.civility().equals("DR") ? "" : professional.civility(),
                        "exercices",
                        List.of(practice(professional))));
        return claims;
    }

    static String subject(Professional professional) {
        return "f:5a6db0c4-0d0c-4b1f-8a53-9b6b0f0b7a01:" + professional.nationalId();
    }

    private static Map<String, Object> practice(Professional professional) {
        Map<String, Object> practice = new LinkedHashMap<>();
        practice.put("codeProfession", professional.profession());
        practice.put("codeCategorieProfessionnelle", "C");
        practice.put("codeCiviliteDexercice", professional.civility());
        practice.put("nomDexercice", professional.familyName());
        practice.put("prenomDexercice", professional.givenName());
        practice.put("codeTypeSavoirFaire", professional.skill().isEmpty() ? "" : "S");
        practice.put("codeSavoirFaire", professional.skill());
        practice.put(
                "activities",
                professional.activities().stream()
                        .map(ProfessionalClaims::activity)
                        .toList());
        return practice;
    }

    private static Map<String, Object> activity(Professional.Activity activity) {
        Structure structure = activity.structure();
        Map<String, Object> claims = new LinkedHashMap<>();
        claims.put("codeModeExercice", activity.mode());
        claims.put("codeSecteurDactivite", structure.sector());
        claims.put("codeSectionPharmacien", activity.pharmacistSection());
        claims.put("codeRole", "");
        claims.put("codeGenreActivite", "");
        claims.put("numeroSiretSite", "");
        claims.put("numeroSirenSite", "");
        claims.put("numeroFinessSite", structure.finess());
        claims.put("numeroFinessetablissementJuridique", "");
        claims.put("identifiantTechniqueDeLaStructure", "F" + structure.finess());
        claims.put("raisonSocialeSite", structure.name());
        claims.put("enseigneCommercialeSite", "");
        claims.put("complementDestinataire", "");
        claims.put("numeroVoie", "");
        claims.put("libelleVoie", "");
        claims.put("bureauCedex", structure.postalCode() + " " + structure.town());
        claims.put("codePostal", structure.postalCode());
        claims.put("codeCommune", "");
        claims.put("codePays", "99000");
        claims.put("telephone", "");
        claims.put("adresseEMail", "");
        claims.put("codeDepartement", "");
        claims.put("ancienIdentifiantDeLaStructure", structure.id());
        claims.put("autoriteDenregistrement", "");
        return claims;
    }
}
