package fr.monespacesante.sandbox.cast;

/// A place of care: its Struct_IdNat (prefix 1 and the FINESS number), its name and its sector code (SA07 and so on).
public record Structure(String id, String name, String sector, String postalCode, String town) {
    public Structure {
        if (!id.matches("1\\d{9}")) {
            throw new IllegalArgumentException("a structure of the sandbox is 1 and nine digits of FINESS");
        }
    }

    public String finess() {
        return id.substring(1);
    }
}
