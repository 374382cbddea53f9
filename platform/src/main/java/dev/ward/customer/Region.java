package dev.ward.customer;

import dev.ward.web.Worded;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/// A part of the world. Every country of [Countries] is in one.
///
/// Source: United Nations, Standard Country or Area Codes for Statistical Use (M49).
public enum Region implements Worded {
    EUROPE("Europe"),
    NORTHERN_AMERICA("Northern America"),
    LATIN_AMERICA("Latin America and the Caribbean"),
    ASIA("Asia"),
    AFRICA("Africa"),
    OCEANIA("Oceania"),
    ANTARCTICA("Antarctica");

    private static final Map<Region, List<String>> COUNTRIES = read();
    private static final Map<String, Region> BY_COUNTRY = new HashMap<>();

    static {
        COUNTRIES.forEach((region, codes) -> codes.forEach(code -> BY_COUNTRY.put(code, region)));
    }

    private final String title;

    Region(String title) {
        this.title = title;
    }

    @Override
    public String title() {
        return title;
    }

    /// The codes of its countries.
    public List<String> countries() {
        return Objects.requireNonNull(COUNTRIES.get(this));
    }

    /// @param country  a code of two letters
    /// @return null when Ward does not know where the country is
    public static @Nullable Region of(String country) {
        return BY_COUNTRY.get(country);
    }

    private static Map<Region, List<String>> read() {
        Properties properties = new Properties();
        try (InputStream in = Region.class.getResourceAsStream("/customer/regions.properties")) {
            properties.load(Objects.requireNonNull(in));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Map<Region, List<String>> countries = new EnumMap<>(Region.class);
        for (Region region : values()) {
            countries.put(
                    region,
                    Arrays.asList(properties.getProperty(region.word()).strip().split("\\s+")));
        }
        return countries;
    }
}
