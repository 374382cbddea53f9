package dev.ward.advisory;

import java.math.BigInteger;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.util.LinkedHashMap;
import java.util.Map;

/// What an address is for, where it is not one of a public host.
///
/// Source: IANA, IPv4 and IPv6 Special-Purpose Address Registries (RFC 6890 and its updates).
final class AddressKind {

    private static final Map<String, String> PREFIXES = new LinkedHashMap<>();

    static {
        PREFIXES.put("0.0.0.0/8", "no host's");
        PREFIXES.put("127.0.0.0/8", "one of the server itself");
        PREFIXES.put("10.0.0.0/8", "of a private network");
        PREFIXES.put("172.16.0.0/12", "of a private network");
        PREFIXES.put("192.168.0.0/16", "of a private network");
        PREFIXES.put("100.64.0.0/10", "of a provider's own network");
        PREFIXES.put("169.254.0.0/16", "of the local link");
        PREFIXES.put("192.0.0.0/24", "reserved");
        PREFIXES.put("198.18.0.0/15", "of a test network");
        PREFIXES.put("224.0.0.0/4", "of many hosts at once");
        PREFIXES.put("240.0.0.0/4", "reserved");
        // IPv4 in the clothes of IPv6: what it leads to cannot be seen. Java gives ::ffff:0:0/96 as IPv4.
        PREFIXES.put("::/96", "one of the server itself, or IPv4 in another form");
        PREFIXES.put("64:ff9b::/96", "translated to IPv4");
        PREFIXES.put("64:ff9b:1::/48", "translated to IPv4");
        PREFIXES.put("2002::/16", "translated to IPv4");
        PREFIXES.put("2001::/32", "translated to IPv4");
        PREFIXES.put("fc00::/7", "of a private network");
        PREFIXES.put("fe80::/10", "of the local link");
        PREFIXES.put("fec0::/10", "of a private network");
        PREFIXES.put("ff00::/8", "of many hosts at once");
    }

    private AddressKind() {}

    /// What is behind an address, in words that complete "it is …"; empty for a public one of another machine.
    ///
    /// @throws SocketException  when the machine's own addresses cannot be found out
    static String notPublic(InetAddress address) throws SocketException {
        for (Map.Entry<String, String> prefix : PREFIXES.entrySet()) {
            if (isWithin(address, prefix.getKey())) {
                return prefix.getValue();
            }
        }
        return NetworkInterface.getByInetAddress(address) == null ? "" : "one of the server itself";
    }

    private static boolean isWithin(InetAddress address, String prefix) {
        int slash = prefix.indexOf('/');
        InetAddress network = InetAddress.ofLiteral(prefix.substring(0, slash));
        if (network instanceof Inet4Address != address instanceof Inet4Address) {
            return false;
        }
        int bits = network.getAddress().length * 8 - Integer.parseInt(prefix.substring(slash + 1));
        return new BigInteger(1, network.getAddress())
                .shiftRight(bits)
                .equals(new BigInteger(1, address.getAddress()).shiftRight(bits));
    }
}
