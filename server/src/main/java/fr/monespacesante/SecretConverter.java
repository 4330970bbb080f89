package fr.monespacesante;

import fr.monespacesante.kernel.Secret;
import org.springframework.boot.context.properties.ConfigurationPropertiesBinding;
import org.springframework.core.convert.converter.Converter;
import org.springframework.stereotype.Component;

/// Passwords in the configuration become secrets at once.
@Component
@ConfigurationPropertiesBinding
final class SecretConverter implements Converter<String, Secret<String>> {
    @Override
    public Secret<String> convert(String text) {
        return new Secret<>(text);
    }
}
