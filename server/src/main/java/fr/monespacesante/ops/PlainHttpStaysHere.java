package fr.monespacesante.ops;

import java.net.InetAddress;
import java.net.UnknownHostException;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.core.env.Environment;

/// Everything in transit is under TLS (SEC-01): pages without TLS of their own are served to this machine only, unless
/// the operator says that something in front ends TLS. Otherwise the start stops.
final class PlainHttpStaysHere implements SmartInitializingSingleton {
    private final Environment environment;
    private final boolean tlsInFront;

    PlainHttpStaysHere(Environment environment, boolean tlsInFront) {
        this.environment = environment;
        this.tlsInFront = tlsInFront;
    }

    @Override
    public void afterSingletonsInstantiated() {
        boolean encrypted = environment.containsProperty("server.ssl.key-store")
                || environment.containsProperty("server.ssl.certificate")
                || environment.containsProperty("server.ssl.bundle");
        if (!encrypted && !tlsInFront && !loopback(environment.getProperty("server.address"))) {
            throw new IllegalStateException("pages would be served without TLS beyond this machine: set server.ssl,"
                    + " or server.address to the loopback interface, or mes.ops.tls-in-front when a proxy ends TLS");
        }
    }

    private static boolean loopback(@Nullable String address) {
        try {
            return address != null && InetAddress.getByName(address).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }
}
