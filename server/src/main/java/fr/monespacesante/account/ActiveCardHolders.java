package fr.monespacesante.account;

import fr.monespacesante.identity.CardHolders;
import fr.monespacesante.identity.Citizen;
import fr.monespacesante.identity.Citizens;
import fr.monespacesante.kernel.Ins;
import fr.monespacesante.kernel.SpaceId;
import java.util.Optional;
import org.springframework.stereotype.Component;

/// Citizens by their card, as the health insurance announced it.
@Component
final class ActiveCardHolders implements CardHolders {
    private final InsuredPeople people;
    private final Citizens citizens;

    ActiveCardHolders(InsuredPeople people, Citizens citizens) {
        this.people = people;
        this.citizens = citizens;
    }

    @Override
    public Optional<Citizen> citizen(String ins, String vitaleSerial) {
        return Ins.parse(ins)
                .flatMap(people::find)
                .filter(known -> known.state() == SpaceState.ACTIVATED && known.hasSerial(vitaleSerial))
                .flatMap(known -> citizens.ofSpace(new SpaceId(known.space())));
    }
}
