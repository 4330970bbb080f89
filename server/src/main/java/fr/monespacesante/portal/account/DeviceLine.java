package fr.monespacesante.portal.account;

import fr.monespacesante.identity.Sessions;
import fr.monespacesante.portal.Message;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/// A device with an open session, by the names people know.
public record DeviceLine(String handle, Message name, Instant since, Instant lastSeen, boolean current) {
    private static final Map<String, String> BROWSERS =
            named("Edg", "Edge", "OPR", "Opera", "Firefox", "Firefox", "Chrome", "Chrome", "Safari", "Safari");
    private static final Map<String, String> SYSTEMS = named(
            "iPhone", "iPhone", "iPad", "iPad", "Android", "Android", "Windows", "Windows", "Mac OS", "Mac", "Linux",
            "Linux");

    static DeviceLine of(Sessions.Open session) {
        return new DeviceLine(
                session.handle(), name(session.device()), session.since(), session.lastSeen(), session.current());
    }

    static Message name(String agent) {
        if (agent.startsWith(Sessions.ASSISTED)) {
            return SettingsText.ASSISTED.with(agent.substring(Sessions.ASSISTED.length()));
        }
        return SettingsText.DEVICE.with(
                find(BROWSERS, agent, SettingsText.BROWSER), find(SYSTEMS, agent, SettingsText.UNKNOWN_DEVICE));
    }

    private static Object find(Map<String, String> names, String agent, Object other) {
        for (Map.Entry<String, String> name : names.entrySet()) {
            if (agent.contains(name.getKey())) {
                return name.getValue();
            }
        }
        return other;
    }

    /// In this order: an agent claims to be several at once, the first that fits is the true one.
    private static Map<String, String> named(String... pairs) {
        Map<String, String> names = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            names.put(pairs[i], pairs[i + 1]);
        }
        return names;
    }
}
