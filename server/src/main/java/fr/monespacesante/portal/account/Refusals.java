package fr.monespacesante.portal.account;

import fr.monespacesante.kernel.Problem;
import fr.monespacesante.portal.Message;

/// Sentences for what a login or an activation refuses.
public final class Refusals {
    private static final long MINUTE = 60;

    private Refusals() {}

    /// @param where the seconds to wait, where the problem is TOO_MANY_ATTEMPTS
    public static Message message(Problem problem, String where) {
        return switch (problem) {
            case TOO_MANY_ATTEMPTS -> LoginText.LOGIN_SLOW.with(duration(where));
            case CODE_WRONG -> LoginText.CODE_WRONG.plain();
            case CODE_USED -> LoginText.CODE_USED.plain();
            case CODE_EXPIRED -> LoginText.CODE_EXPIRED.plain();
            default -> LoginText.LOGIN_WRONG.plain();
        };
    }

    private static Message duration(String where) {
        long seconds = where.chars().allMatch(Character::isDigit) && !where.isEmpty() ? Long.parseLong(where) : MINUTE;
        return seconds < 2 * MINUTE
                ? LoginText.SECONDS.with(seconds)
                : LoginText.MINUTES.with((seconds + MINUTE - 1) / MINUTE);
    }
}
