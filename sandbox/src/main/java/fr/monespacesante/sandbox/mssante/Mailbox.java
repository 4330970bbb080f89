package fr.monespacesante.sandbox.mssante;

import fr.monespacesante.sandbox.cast.Cast;
import fr.monespacesante.sandbox.cast.Structure;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// The mailboxes of the demonstration. The login of a mail program is the address.
@SuppressWarnings("ImmutableEnumChecker") // a structure is a record of strings
public enum Mailbox {
    LEFEVRE(Operator.MAIN, "antoine.lefevre@tilleuls.mssante.example", "Dr Antoine LEFÈVRE", Cast.TILLEULS),
    LABORATORY(Operator.MAIN, "labo@minimes.mssante.example", Cast.MINIMES.name(), Cast.MINIMES),
    CARDIOLOGY(
            Operator.MAIN,
            "secretariat.cardiologie@garonne.mssante.example",
            "Secrétariat de cardiologie",
            Cast.GARONNE),
    MARCHAND(Operator.MAIN, "sophie.marchand@garonne.mssante.example", "Dr Sophie MARCHAND", Cast.GARONNE),
    BENALI(Operator.OTHER, "nadia.benali@autre.mssante.example", "Nadia BENALI", Cast.CARMES);

    /// Of every mailbox.
    public static final String PASSWORD = "mssante";

    private final Operator operator;
    private final String address;
    private final String owner;
    private final Structure structure;

    Mailbox(Operator operator, String address, String owner, Structure structure) {
        this.operator = operator;
        this.address = address;
        this.owner = owner;
        this.structure = structure;
    }

    public static Optional<Mailbox> at(String address) {
        return Arrays.stream(values())
                .filter(each -> each.address.equalsIgnoreCase(address))
                .findFirst();
    }

    /// By its short name, such as `lefevre`.
    public static Optional<Mailbox> named(String key) {
        return Arrays.stream(values()).filter(each -> each.key().equals(key)).findFirst();
    }

    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    public Operator operator() {
        return operator;
    }

    public String address() {
        return address;
    }

    public String owner() {
        return owner;
    }

    public Structure structure() {
        return structure;
    }
}
