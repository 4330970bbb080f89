package fr.monespacesante.identity;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/// @param file the public extraction of the national directory of professionals (`PS_LibreAcces_Personne_activite`):
/// text with a header, cells separated by `|`. Read again when it changes; absent, only those who signed in are known
@ConfigurationProperties("mes.directory")
record DirectoryProperties(@Nullable Path file) {}
