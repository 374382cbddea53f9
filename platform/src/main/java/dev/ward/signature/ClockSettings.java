package dev.ward.signature;

import dev.ward.web.SettingTrouble;
import java.net.URI;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/// With whom the clock is compared, as the operator names it. Without an address nobody is asked.
///
/// @param address  whose answers carry a right `Date`: `https://time.maker.example/`; empty for none
@Component
record ClockSettings(@Value("${ward.time-source:}") String address) {

    private static final Set<String> THIS_MACHINE = Set.of("127.0.0.1", "localhost", "[::1]");

    ClockSettings {
        address = address.strip();
        if (!address.isEmpty() && !isSafe(address)) {
            throw new SettingTrouble("WARD_TIME_SOURCE is \"%s\", and no address by https".formatted(address));
        }
    }

    /// Time that anybody on the way can change proves nothing.
    private static boolean isSafe(String address) {
        try {
            URI url = URI.create(address);
            boolean named = url.getHost() != null && url.getUserInfo() == null;
            return named
                    && ("https".equals(url.getScheme())
                            || ("http".equals(url.getScheme()) && THIS_MACHINE.contains(url.getHost())));
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    @Nullable
    URI source() {
        return address.isEmpty() ? null : URI.create(address);
    }
}
