package dev.ward.web;

import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// The navigation that one viewer sees: sections in the map's order, each with at least one entry.
public record Navigation(List<Part> parts) {

    /// @param entries  at least one; the first is where the section's name leads
    public record Part(Section section, List<NavigationEntry> entries) {

        public String path() {
            return entries.getFirst().path();
        }
    }

    static Navigation of(List<NavigationEntry> entries, Viewer viewer) {
        Map<Section, List<NavigationEntry>> bySection = new EnumMap<>(Section.class);
        for (Section section : Section.values()) {
            List<NavigationEntry> own = entries.stream()
                    .filter(entry -> entry.section() == section && entry.isFor(viewer))
                    .sorted(Comparator.comparingInt(NavigationEntry::order).thenComparing(NavigationEntry::title))
                    .toList();
            if (!own.isEmpty()) {
                bySection.put(section, own);
            }
        }
        return new Navigation(bySection.entrySet().stream()
                .map(entry -> new Part(entry.getKey(), entry.getValue()))
                .toList());
    }
}
