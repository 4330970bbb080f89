package fr.monespacesante.identity;

import fr.monespacesante.kernel.SpaceId;
import org.springframework.stereotype.Component;

/// Takes back the delays that wrong attempts have put on one person's ways in (AUT-06), when the support has made sure
/// of who asks. What slows an address that guesses stays.
@Component
public final class Unlocking {
    private final Citizens citizens;
    private final Throttle throttle;

    Unlocking(Citizens citizens, Throttle throttle) {
        this.citizens = citizens;
        this.throttle = throttle;
    }

    /// @param activationKey what attempts to activate are counted by: the INS
    public void unlock(SpaceId space, String activationKey) {
        throttle.forget(Guard.ACTIVATION_INS, activationKey);
        throttle.forget(Guard.CODE_SENDING, space.toString());
        citizens.loginKey(space).ifPresent(key -> throttle.forget(Guard.LOGIN, key));
        citizens.ofSpace(space)
                .ifPresent(citizen ->
                        throttle.forget(Guard.CODE_SENDING, citizen.id().toString()));
    }
}
