package fr.monespacesante.sandbox.examples;

/// A place of care: who keeps a document, and in what setting the act took place.
///
/// @param id national identifier of the structure (`1` and FINESS), root 1.2.250.1.71.4.2.2
/// @param facility code of JDV_J02 (kind of establishment)
/// @param practice code of JDV_J04 (setting)
public record Structure(
        String id,
        String name,
        String facility,
        String facilityLabel,
        String practice,
        String practiceLabel,
        String street,
        String postalCode,
        String city) {

    static Structure of(fr.monespacesante.sandbox.cast.Structure place, String facilityLabel, String street) {
        boolean hospital = place.sector().equals("SA01");
        return new Structure(
                place.id(),
                place.name(),
                place.sector(),
                facilityLabel,
                hospital ? "ETABLISSEMENT" : "AMBULATOIRE",
                hospital ? "Etablissement de santé" : "Ambulatoire",
                street,
                place.postalCode(),
                place.town());
    }
}
