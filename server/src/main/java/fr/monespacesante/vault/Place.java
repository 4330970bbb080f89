package fr.monespacesante.vault;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

/// Where a sealed value belongs. It opens at this place only: a value copied to another row, or an old version put
/// back under a newer number, is damaged.
///
/// @param table schema and table, such as `record.document`
/// @param version of the row; 0 where rows have none
public record Place(String table, UUID row, long version) {
    byte[] boundTo(String owner) {
        return (owner + '|' + table + '|' + row + '|' + version).getBytes(StandardCharsets.UTF_8);
    }
}
