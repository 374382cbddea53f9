package dev.ward.device;

import dev.ward.standards.udi.DeviceIdentifier;
import dev.ward.standards.udi.Udi;
import dev.ward.standards.udi.UdiResult;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A text by which somebody looks for devices: typed, pasted, or sent by a scanner that is a keyboard.
///
/// A whole UDI means the devices of its DI, serial and lot. Anything else means the beginning of a serial, or a whole
/// lot
/// or DI.
///
/// @param condition   over the alias d
/// @param parameters  of the condition
record DeviceText(String condition, Map<String, String> parameters) {

    /// The greatest character: between a text and the text with it behind lies all that begins with the text. A plan
    /// that
    /// is kept finds a range through the index, and not a pattern that it does not know.
    private static final String LAST = Character.toString(Character.MAX_CODE_POINT);

    /// @param today  for years of two digits
    static DeviceText of(String text, LocalDate today) {
        if (Udi.parseLenient(text, today) instanceof UdiResult.Read read) {
            DeviceText exact = ofUdi(read.udi());
            if (exact != null) {
                return exact;
            }
        }
        Map<String, String> parameters = new LinkedHashMap<>();
        String small = ascii(text.strip());
        parameters.put("whole", small);
        parameters.put("behind", small + LAST);
        Optional<DeviceIdentifier> di = DeviceIdentifier.tryParse(text.strip());
        parameters.put("di", di.map(DeviceIdentifier::value).orElse(text.strip()));
        return new DeviceText("""
                ((lower(d.serial) >= :whole AND lower(d.serial) < :behind) OR lower(d.lot) = :whole OR d.di = :di)""", parameters);
    }

    /// @return null when it tells no production identifier: then it is a DI alone
    private static @Nullable DeviceText ofUdi(Udi udi) {
        Map<String, String> parameters = new LinkedHashMap<>();
        StringBuilder condition = new StringBuilder();
        String serial = udi.serial();
        if (serial != null) {
            parameters.put("serial", ascii(serial));
            condition.append("lower(d.serial) = :serial");
        }
        String lot = udi.lot();
        if (lot != null && serial == null) {
            parameters.put("lot", ascii(lot));
            condition.append("lower(d.lot) = :lot");
        }
        DeviceIdentifier di = udi.di();
        if (parameters.isEmpty()) {
            return null;
        }
        if (di != null) {
            parameters.put("di", di.value());
            condition.append(" AND (d.di = :di OR d.di IS NULL)");
        }
        return new DeviceText("(" + condition + ")", parameters);
    }

    /// The letters A to Z small, as the database compares serials.
    static String ascii(String text) {
        return text.chars()
                .map(c -> c >= 'A' && c <= 'Z' ? c + ('a' - 'A') : c)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
