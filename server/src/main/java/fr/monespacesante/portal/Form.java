package fr.monespacesante.portal;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What was typed into a form, and what is wrong with it: an error keeps everything typed (passwords and codes
/// excepted, which the templates never show again).
///
/// @param errors by field name, in the order of the page
public record Form(Map<String, List<String>> values, Map<String, Message> errors) {
    public static final Form EMPTY = new Form(Map.of(), Map.of());

    public Form {
        values = Map.copyOf(values);
        errors = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(errors));
    }

    public static Form of(Map<String, List<String>> values) {
        return new Form(values, Map.of());
    }

    public String value(String name) {
        List<String> all = values.getOrDefault(name, List.of());
        return all.isEmpty() ? "" : all.getFirst();
    }

    public boolean has(String name, String value) {
        return values.getOrDefault(name, List.of()).contains(value);
    }

    public Optional<Message> error(String name) {
        return Optional.ofNullable(errors.get(name));
    }

    public boolean valid() {
        return errors.isEmpty();
    }

    public Form with(String name, String value) {
        Map<String, List<String>> all = new LinkedHashMap<>(values);
        all.put(name, List.of(value));
        return new Form(all, errors);
    }

    public Form wrong(String name, Message error) {
        Map<String, Message> all = new LinkedHashMap<>(errors);
        all.putIfAbsent(name, error);
        return new Form(values, all);
    }

    public Form wrong(String name, Text error) {
        return wrong(name, error.plain());
    }

    /// Refuses an empty field with the sentence given.
    public Form needs(String name, Text error) {
        return value(name).isBlank() ? wrong(name, error) : this;
    }

    /// What the three fields of a date say; empty for no date.
    public Optional<LocalDate> date(String name) {
        try {
            return Optional.of(LocalDate.of(number(name + ".year"), number(name + ".month"), number(name + ".day")));
        } catch (DateTimeException | NumberFormatException noDate) {
            return Optional.empty();
        }
    }

    private int number(String name) {
        return Integer.parseInt(value(name).strip());
    }
}
