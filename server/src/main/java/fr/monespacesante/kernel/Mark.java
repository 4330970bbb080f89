package fr.monespacesante.kernel;

import java.util.Arrays;
import java.util.Optional;

/// A visibility mark on a document (TRE_A07, part of JDV_J08; facts, section 3.3).
public enum Mark {
    /// Hidden from professionals, except its author and the treating doctor named in the space.
    MASQUE_PS("Masqué aux professionnels de santé"),
    /// Not shown to the patient until the announcement consultation; its author lifts it.
    INVISIBLE_PATIENT("Non visible par le patient"),
    /// Not shown to the legal representatives of a minor.
    INVISIBLE_REPRESENTANTS_LEGAUX("Non visible par les représentants légaux du patient");

    public static final String SYSTEM = "1.2.250.1.213.1.1.4.13";
    public static final String FHIR_SYSTEM =
            "https://mos.esante.gouv.fr/NOS/TRE_A07-StatutVisibiliteDocument/FHIR/TRE-A07-StatutVisibiliteDocument";

    private final String label;

    Mark(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

    public static Optional<Mark> ofCode(String code) {
        return Arrays.stream(values()).filter(mark -> mark.name().equals(code)).findFirst();
    }
}
