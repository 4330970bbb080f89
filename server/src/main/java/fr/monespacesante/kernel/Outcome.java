package fr.monespacesante.kernel;

import java.util.function.Function;

/// What came of a request: it was done, or it was refused for a reason the caller is entitled to know.
public sealed interface Outcome<T> {
    record Done<T>(T value) implements Outcome<T> {}

    /// @param where the part of the request that is wrong, as a path the sender can follow (a FHIRPath, a field name);
    ///     empty when the whole request is refused. Never an identity, never content.
    record Refused<T>(Problem problem, String where) implements Outcome<T> {}

    static <T> Outcome<T> done(T value) {
        return new Done<>(value);
    }

    static <T> Outcome<T> refused(Problem problem) {
        return new Refused<>(problem, "");
    }

    static <T> Outcome<T> refused(Problem problem, String where) {
        return new Refused<>(problem, where);
    }

    default <R> Outcome<R> map(Function<T, R> change) {
        return switch (this) {
            case Done<T>(T value) -> new Done<>(change.apply(value));
            case Refused<T>(Problem problem, String where) -> new Refused<>(problem, where);
        };
    }

    default <R> Outcome<R> then(Function<T, Outcome<R>> next) {
        return switch (this) {
            case Done<T>(T value) -> next.apply(value);
            case Refused<T>(Problem problem, String where) -> new Refused<>(problem, where);
        };
    }
}
