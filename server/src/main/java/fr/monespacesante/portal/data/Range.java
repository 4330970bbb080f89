package fr.monespacesante.portal.data;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Which bytes of a file are asked for (RFC 9110): one range, or all of them. Several ranges, and what
/// is no range, are all of them, as the standard allows.
record Range(long first, long last, long size) {
    private static final Pattern ONE = Pattern.compile("bytes=([0-9]{0,18})-([0-9]{0,18})");

    static Range whole(long size) {
        return new Range(0, size - 1, size);
    }

    static Range of(String header, long size) {
        Matcher one = ONE.matcher(header.strip());
        if (!one.matches() || (one.group(1).isEmpty() && one.group(2).isEmpty())) {
            return whole(size);
        }
        if (one.group(1).isEmpty()) {
            long length = Math.min(size, Long.parseLong(one.group(2)));
            return length == 0 ? new Range(size, size - 1, size) : new Range(size - length, size - 1, size);
        }
        long first = Long.parseLong(one.group(1));
        long last = one.group(2).isEmpty() ? size - 1 : Math.min(size - 1, Long.parseLong(one.group(2)));
        return last < first && first < size ? whole(size) : new Range(first, last, size);
    }

    boolean outside() {
        return first >= size;
    }

    boolean partial() {
        return length() != size;
    }

    long length() {
        return last - first + 1;
    }
}
