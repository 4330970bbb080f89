package fr.monespacesante.bench;

import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/// Which of the people serve for what. Spaces that are read hold what they are measured with; the rest take deposits.
///
/// @param citizens who sign in to their pages, with 50 documents each
/// @param heavy the space of 5,000 documents
record Places(
        List<Patient> citizens,
        List<Patient> few,
        List<Patient> fifty,
        List<Patient> twoHundred,
        List<Patient> fetched,
        Patient heavy,
        List<Patient> fed) {
    private static final int CITIZENS = 8;

    /// @param spaces at least 100
    static Places of(int spaces) {
        int read = Math.min(100, spaces / 10);
        int next = CITIZENS + 1;
        List<Patient> few = people(next, read);
        next += read;
        List<Patient> fifty = people(next, read);
        next += read;
        List<Patient> twoHundred = people(next, read / 4);
        next += read / 4;
        List<Patient> fetched = people(next, read);
        next += read;
        return new Places(
                people(1, CITIZENS), few, fifty, twoHundred, fetched, new Patient(0), people(next, spaces - next));
    }

    private static List<Patient> people(int from, int count) {
        return IntStream.range(from, from + count).mapToObj(Patient::new).toList();
    }

    static Patient any(List<Patient> people, RandomGenerator chance) {
        return people.get(chance.nextInt(people.size()));
    }
}
