package fr.monespacesante.kernel;

import java.io.Serializable;

/// A health structure's national number (Struct_IdNat: a prefix digit and a FINESS, SIRET or other number).
public record StructureId(String value) implements Serializable {
    public StructureId {
        if (value.isBlank() || value.length() > 64) {
            throw new IllegalArgumentException("not a structure number");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
