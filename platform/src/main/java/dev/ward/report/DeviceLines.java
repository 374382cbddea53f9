package dev.ward.report;

import dev.ward.product.Market;
import dev.ward.product.MarketClass;
import dev.ward.product.Purpose;
import dev.ward.report.KnownOfCase.Described;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What several forms say of types of device in the same way.
final class DeviceLines {

    private DeviceLines() {}

    /// "Infusion pump: delivers drugs (Pump Model S)".
    static List<String> purpose(List<Described> devices) {
        return KnownInDepth.each(devices, device -> {
            Purpose purpose = device.profile().purpose();
            String words = Stream.of(purpose.commonName(), purpose.intendedUse())
                    .filter(text -> text != null && !text.isBlank())
                    .collect(Collectors.joining(": "));
            return words.isEmpty() ? null : words;
        });
    }

    /// The types that are models.
    static List<String> models(List<Described> devices) {
        return devices.stream()
                .filter(device -> device.type().model() != null)
                .map(Described::name)
                .toList();
    }

    /// On which markets each type of device is, by its profile; nothing for one of which it is not said.
    static List<String> markets(KnownInDepth known) {
        return KnownInDepth.each(known.devices(), device -> {
            String names = device.profile().classification().markets().stream()
                    .map(MarketClass::where)
                    .map(Market::name)
                    .collect(Collectors.joining(", "));
            return names.isEmpty() ? null : "By the profile: " + names;
        });
    }

    static @Nullable String dates(EventUnit unit) {
        String words = Stream.of(
                        unit.manufactured() == null ? null : "manufactured " + unit.manufactured(),
                        unit.expires() == null ? null : "expires " + unit.expires())
                .filter(text -> text != null)
                .collect(Collectors.joining(", "));
        return words.isEmpty() ? null : words;
    }
}
