package dev.ward.identity;

import dev.ward.audit.Act;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// One try to sign in.
///
/// @param asked    what was typed as e-mail address
/// @param address  the asker's network address
/// @param device   the secret of a browser in which the account's person has signed in before; null for any other
/// @param known    whose account it is; empty for nobody's
record Knock(String asked, String address, @Nullable String device, Optional<Credentials> known) {

    private static final int NETWORK = 8;

    /// How many tries are looked at in a window.
    ///
    /// @param own  whether only the asker's own tries count, which a success forgives
    record Limit(String key, int most, boolean own) {}

    /// What counts this try, the widest net last. A browser that is known stands beside all others: what they try does
    /// not close the door to it. For the others an account closes slowly, to each address by itself before to all.
    List<Limit> limits() {
        if (device != null) {
            return List.of(new Limit("device:" + device, Throttle.PER_PLACE, true));
        }
        String network = network(address);
        return List.of(
                new Limit("address:" + network, Throttle.PER_ADDRESS, false),
                new Limit(account() + " from " + network, Throttle.PER_PLACE, true),
                new Limit(account(), Throttle.PER_ACCOUNT, false));
    }

    /// By the account that was found: two spellings that lead to one account are one account.
    private String account() {
        return "account:" + known.map(person -> person.id().toString()).orElseGet(() -> asked.toLowerCase(Locale.ROOT));
    }

    /// What one subscriber has: an IPv4 address, or the first 64 bits of an IPv6 address.
    static String network(String address) {
        try {
            InetAddress parsed = InetAddress.ofLiteral(address);
            return parsed instanceof Inet6Address
                    ? HexFormat.of().formatHex(Arrays.copyOf(parsed.getAddress(), NETWORK)) + "/64"
                    : parsed.getHostAddress();
        } catch (IllegalArgumentException e) {
            return address;
        }
    }

    Act act(String what) {
        return Act.of(what, known.isPresent() ? "account" : "unknown-account", subject())
                .after("address", address)
                .personal("address");
    }

    /// The account's id. What was typed as a name is not kept when it is nobody's: people type passwords there.
    String subject() {
        return known.map(person -> person.id().toString())
                .orElseGet(() -> HexFormat.of().formatHex(Secret.digest(account()), 0, 8));
    }
}
