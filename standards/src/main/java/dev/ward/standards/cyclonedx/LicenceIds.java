package dev.ward.standards.cyclonedx;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/// The ids that a licence may have.
///
/// Source: SPDX License List 3.28.0; CycloneDX takes its exceptions too.
final class LicenceIds {

    private static final Set<String> IDS = load();

    private LicenceIds() {}

    static boolean contains(String id) {
        return IDS.contains(id);
    }

    private static Set<String> load() {
        try (InputStream in = Objects.requireNonNull(LicenceIds.class.getResourceAsStream("licence-ids.txt"));
                BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            return lines.lines().filter(line -> !line.startsWith("#")).collect(Collectors.toUnmodifiableSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
