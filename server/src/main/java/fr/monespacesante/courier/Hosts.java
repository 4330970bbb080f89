package fr.monespacesante.courier;

import java.net.InetAddress;
import java.net.UnknownHostException;
import org.jspecify.annotations.Nullable;

/// Where a host name leads.
final class Hosts {
    private Hosts() {}

    static boolean onThisMachine(@Nullable String host) {
        try {
            return host != null && InetAddress.getByName(host).isLoopbackAddress();
        } catch (UnknownHostException _) {
            return false;
        }
    }

    /// False as soon as one of its addresses is of this machine, of a private network, or of no single host.
    static boolean isPublic(String host) {
        try {
            for (InetAddress address : InetAddress.getAllByName(host)) {
                if (isInside(address)) {
                    return false;
                }
            }
            return true;
        } catch (UnknownHostException _) {
            return false;
        }
    }

    static boolean isInside(InetAddress address) {
        byte[] bytes = address.getAddress();
        int first = bytes[0] & 0xFF;
        int second = bytes[1] & 0xFF;
        boolean special = bytes.length == 4
                // this network; shared by operators; benchmarks; reserved
                ? first == 0
                        || (first == 100 && (second & 0xC0) == 64)
                        || (first == 198 && (second & 0xFE) == 18)
                        || first >= 240
                // unique local; IPv4 in IPv6 by NAT64, 6to4 and Teredo
                : (first & 0xFE) == 0xFC
                        || (first == 0x00 && second == 0x64)
                        || (first == 0x20 && (second == 0x02 || (second == 0x01 && bytes[2] == 0 && bytes[3] == 0)));
        return special
                || address.isLoopbackAddress()
                || address.isAnyLocalAddress()
                || address.isLinkLocalAddress()
                || address.isSiteLocalAddress()
                || address.isMulticastAddress();
    }
}
