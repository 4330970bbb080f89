package fr.monespacesante.identity;

import java.util.List;

/// The pages a module shows to everybody, signed in or not. Everything else asks for a login.
///
/// @param patterns of paths, such as `/activation/**`
public record OpenPaths(List<String> patterns) {
    public OpenPaths {
        patterns = List.copyOf(patterns);
    }
}
