package fr.monespacesante.ops;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.boot.context.properties.ConfigurationPropertiesBindHandlerAdvisor;
import org.springframework.boot.context.properties.bind.AbstractBindHandler;
import org.springframework.boot.context.properties.bind.BindContext;
import org.springframework.boot.context.properties.bind.BindHandler;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.context.properties.source.ConfigurationPropertySource;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.context.properties.source.IterableConfigurationPropertySource;
import org.springframework.boot.context.properties.source.UnboundElementsSourceFilter;
import org.springframework.context.EnvironmentAware;
import org.springframework.core.env.Environment;

/// A setting under `mes` that no module reads stops the start: a misspelt limit must not silently be the default.
/// Environment variables and system properties are left alone, since other programs set some.
final class UnknownSettings
        implements ConfigurationPropertiesBindHandlerAdvisor, SmartInitializingSingleton, EnvironmentAware {
    private static final ConfigurationPropertyName ROOT = ConfigurationPropertyName.of("mes");

    // Only other settings refer to these.
    private static final Set<ConfigurationPropertyName> REFERRED_TO =
            Set.of(ConfigurationPropertyName.of("mes.data"), ConfigurationPropertyName.of("mes.sandbox"));

    private final Set<ConfigurationPropertyName> read = ConcurrentHashMap.newKeySet();
    private List<ConfigurationPropertySource> sources = List.of();

    @Override
    public void setEnvironment(Environment environment) {
        UnboundElementsSourceFilter files = new UnboundElementsSourceFilter();
        List<ConfigurationPropertySource> found = new java.util.ArrayList<>();
        for (ConfigurationPropertySource source : ConfigurationPropertySources.get(environment)) {
            if (files.apply(source)) {
                found.add(source);
            }
        }
        sources = found;
    }

    @Override
    public BindHandler apply(BindHandler handler) {
        return new AbstractBindHandler(handler) {
            @Override
            public @Nullable Object onSuccess(
                    ConfigurationPropertyName name, Bindable<?> target, BindContext context, Object result) {
                if (ROOT.isAncestorOf(name)) {
                    read.add(name);
                }
                return super.onSuccess(name, target, context, result);
            }
        };
    }

    @Override
    public void afterSingletonsInstantiated() {
        Set<String> unknown = new TreeSet<>();
        for (ConfigurationPropertySource source : sources) {
            if (source instanceof IterableConfigurationPropertySource listed) {
                listed.stream()
                        .filter(name -> ROOT.isAncestorOf(name) && !REFERRED_TO.contains(name) && !isRead(name))
                        .forEach(name -> unknown.add(name.toString()));
            }
        }
        if (!unknown.isEmpty()) {
            throw new IllegalStateException(
                    "unknown settings: " + String.join(", ", unknown) + " (docs/operations.md lists the known ones)");
        }
    }

    // The elements of a list are read with it.
    private boolean isRead(ConfigurationPropertyName name) {
        return read.contains(name) || (name.isLastElementIndexed() && read.contains(name.getParent()));
    }
}
