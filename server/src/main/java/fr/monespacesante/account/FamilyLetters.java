package fr.monespacesante.account;

import fr.monespacesante.courier.Letter;
import fr.monespacesante.courier.Outbox;
import fr.monespacesante.identity.Citizen;
import fr.monespacesante.identity.Citizens;
import fr.monespacesante.kernel.SpaceId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/// Short messages to the people of a family about who may act for whom: never about health, and in the caller's
/// transaction.
@Component
final class FamilyLetters {
    private static final Duration USEFUL = Duration.ofDays(14);

    private final Outbox outbox;
    private final Citizens citizens;
    private final Mandates mandates;
    private final AccountProperties properties;

    FamilyLetters(Outbox outbox, Citizens citizens, Mandates mandates, AccountProperties properties) {
        this.outbox = outbox;
        this.citizens = citizens;
        this.mandates = mandates;
        this.properties = properties;
    }

    /// To one who has a login; to nobody otherwise.
    void tell(SpaceId who, String french, String english) {
        hand(citizens.ofSpace(who).stream()
                .flatMap(citizen -> letter(citizen, french, english))
                .toList());
    }

    /// To an adult who has a login; for a child, and for whoever has none, to those who represent them by law.
    void tellWhoDecides(Space space, Instant now, String french, String english) {
        List<Citizen> own = space.person().isMinorAt(now)
                ? List.of()
                : citizens.ofSpace(space.id()).stream().toList();
        Stream<Citizen> readers = own.isEmpty()
                ? mandates.representatives(space.id(), now).stream().flatMap(id -> citizens.ofSpace(id).stream())
                : own.stream();
        hand(readers.flatMap(citizen -> letter(citizen, french, english)).toList());
    }

    void tellAddress(String email, String french, String english) {
        hand(List.of(email(email, french, english)));
    }

    void hand(List<? extends Letter> letters) {
        outbox.hand(letters, Letter.Urgency.NOTICE, USEFUL);
    }

    private Stream<Letter> letter(Citizen citizen, String french, String english) {
        String email = citizen.contact().email();
        String phone = citizen.contact().phone();
        if (email != null) {
            return Stream.of(email(email, french, english));
        }
        return phone == null ? Stream.empty() : Stream.of(new Letter.Sms(phone, "Mon espace santé : " + french));
    }

    private Letter email(String to, String french, String english) {
        String text = """
                Mon espace santé : %s
                Pour en savoir plus, connectez-vous à votre espace : %s
                --

                %s
                To know more, sign in to your space: %s
                """.formatted(french, properties.publicUrl(), english, properties.publicUrl());
        return new Letter.Email(to, "Votre espace et vos proches / Your space and your relatives", text);
    }
}
