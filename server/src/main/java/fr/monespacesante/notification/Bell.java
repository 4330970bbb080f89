package fr.monespacesante.notification;

import fr.monespacesante.access.Visit;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;

/// Puts a notice into the space and, in the same transaction, owes the letters that the holder's preferences
/// ask for: neither is there without the other, across any crash (NOT-04).
public final class Bell {
    private final Notices notices;
    private final PreferenceRows preferences;
    private final Debts debts;
    private final Duration delay;

    Bell(Notices notices, PreferenceRows preferences, Debts debts, Duration delay) {
        this.notices = notices;
        this.preferences = preferences;
        this.debts = debts;
        this.delay = delay;
    }

    /// True when the notice was added; false when one with the same key is there already.
    ///
    /// @param holderAlone kept from whoever represents the holder
    boolean ring(Visit visit, Notice notice, boolean holderAlone, String once) {
        return ring(visit, notice, holderAlone, once, EnumSet.allOf(Way.class));
    }

    /// @param ways no other is taken, whatever the preferences say
    boolean ring(Visit visit, Notice notice, boolean holderAlone, String once, Set<Way> ways) {
        if (!notices.add(visit, notice, holderAlone, once)) {
            return false;
        }
        Preferences wanted = preferences.of(visit).preferences();
        for (Way way : wanted.ways(notice.kind().topic())) {
            if (ways.contains(way)) {
                Instant due = way.digest()
                        ? wanted.nextDigest(notice.at())
                        : notice.at().plus(delay);
                debts.owe(new Debts.Debt(visit.id(), way, holderAlone), notice.at(), due);
            }
        }
        return true;
    }

    /// The visitor has seen everything there is; what is owed to the holder is not owed to who represents
    /// them.
    public void silence(Visit visit) {
        notices.markAllRead(visit);
        if (Notices.isHolder(visit)) {
            debts.forgetDigests(visit.id(), visit.now());
        }
    }
}
