package fr.monespacesante.vault;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.cfg.DateTimeFeature;
import tools.jackson.dataformat.cbor.CBORMapper;

/// Records to bytes and back: CBOR, small and quick. A field that a newer version added is ignored by an older one, so
/// that two versions can run side by side (OPS-03).
final class Payloads {
    private static final ObjectMapper CBOR = CBORMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .disable(DateTimeFeature.WRITE_DATES_AS_TIMESTAMPS)
            .changeDefaultPropertyInclusion(inclusion ->
                    inclusion.withValueInclusion(com.fasterxml.jackson.annotation.JsonInclude.Include.NON_EMPTY))
            .build();

    private Payloads() {}

    static byte[] write(Object value) {
        return CBOR.writeValueAsBytes(value);
    }

    static <T> T read(byte[] bytes, Class<T> type) {
        try {
            return CBOR.readValue(bytes, type);
        } catch (JacksonException e) {
            throw new Damaged("a payload of type " + type.getSimpleName(), e);
        }
    }
}
