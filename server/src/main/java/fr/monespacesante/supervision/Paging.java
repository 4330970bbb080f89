package fr.monespacesante.supervision;

import fr.monespacesante.kernel.Page;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// Pages of lists that were read one row too far.
final class Paging {
    private Paging() {}

    static <T> Page<T> page(List<T> found, int size, Function<T, String> key) {
        boolean more = found.size() > size;
        List<T> page = more ? found.subList(0, size) : found;
        return new Page<>(page, more ? Optional.of(key.apply(page.getLast())) : Optional.empty());
    }
}
