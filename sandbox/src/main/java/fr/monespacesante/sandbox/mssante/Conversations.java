package fr.monespacesante.sandbox.mssante;

import fr.monespacesante.sandbox.cast.Cast;
import fr.monespacesante.sandbox.cast.Citizen;
import fr.monespacesante.sandbox.examples.Example;
import fr.monespacesante.sandbox.examples.Examples;
import fr.monespacesante.sandbox.mssante.Letter.Structured;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// The exchanges of the demonstration, written to Claire, whose space has to be active.
final class Conversations {
    private final Function<Mailbox, MailClient> clients;
    private final Clock clock;

    Conversations(Function<Mailbox, MailClient> clients, Clock clock) {
        this.clients = clients;
        this.clock = clock;
    }

    /// @return how many mails were handed in
    int send() throws MessagingException {
        String claire = address(Cast.CLAIRE.ins());
        write(Letter.of(Mailbox.LABORATORY, claire, "Vos résultats", """
                Bonjour,

                Les résultats de votre prise de sang sont arrivés : vous les trouverez en pièce jointe.
                Votre médecin les a reçus aussi.

                Le laboratoire des Minimes
                """)
                .withStructured(Structured.of(example("biologie-2026-11-03.xml")))
                .wantingReceipt());
        write(Letter.of(Mailbox.LEFEVRE, claire, "Votre traitement par le fer", """
                Bonjour,

                Comment supportez-vous le fer depuis notre dernier rendez-vous ?
                Si vous avez encore des nausées, dites-le-moi : nous changerons de produit.

                Dr Antoine Lefèvre
                """)
                .withHtml("""
                <p>Bonjour,</p>
                <p>Comment supportez-vous le <strong>fer</strong> depuis notre dernier rendez-vous&nbsp;?</p>
                <p>Si vous avez encore des nausées, dites-le-moi&nbsp;: nous changerons de produit.</p>
                <p>Dr Antoine Lefèvre</p>
                """));
        MimeMessage invitation = write(Letter.of(Mailbox.CARDIOLOGY, claire, "Votre consultation de cardiologie", """
                Bonjour,

                Votre consultation a lieu le 2 décembre à 10 h 30, bâtiment B, deuxième étage.
                Venez avec vos derniers électrocardiogrammes si vous en avez.

                Le secrétariat de cardiologie
                """));
        write(Letter.of(Mailbox.CARDIOLOGY, claire, "Re: Votre consultation de cardiologie", """
                Bonjour,

                Tout est en ordre, nous vous attendons le 2 décembre. Cet échange est terminé ; pour changer
                de date, appelez le secrétariat.
                """)
                .answering(invitation)
                .closing());
        return 4;
    }

    private MimeMessage write(Letter letter) throws MessagingException {
        MimeMessage mail = letter.mime(clock.instant());
        clients.apply(letter.from()).send(mail);
        return mail;
    }

    static String address(String ins) {
        return ins + "@" + ServiceLink.SERVICE;
    }

    private static Example example(String name) {
        return cdaAbout(Cast.CLAIRE.ins(), name).orElseThrow();
    }

    /// One of the example documents about a citizen of the cast.
    static Optional<Example> cdaAbout(String ins, String name) {
        return fr.monespacesante.sandbox.examples.Cast.citizens().stream()
                .filter(each -> each.ins().equals(ins))
                .flatMap(each -> Examples.forPatient(each).stream())
                .filter(each -> each.isCda() && each.name().equals(name))
                .findFirst();
    }

    /// Names of the CDA examples, the same for each citizen.
    static List<String> names() {
        return List.of(
                "biologie-2026-03-12.xml",
                "biologie-2026-07-02.xml",
                "biologie-2026-11-03.xml",
                "imagerie-radio-thorax.xml",
                "imagerie-scanner-niveau-1.xml",
                "ordonnance.xml",
                "lettre-de-sortie.xml",
                "vaccination-grippe.xml",
                "synthese.xml");
    }

    static List<Citizen> citizens() {
        return Cast.citizens();
    }
}
