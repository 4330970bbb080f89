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
        String city) {}
