package dev.ward.assessment;

import dev.ward.identity.Reader;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// In which configurations the releases of an assessment run, and which devices an answer by
/// configuration reaches.
@Service
@Transactional(readOnly = true)
public class ConfiguredReleases {

    private final PresenceConfigurationRepository configured;

    ConfiguredReleases(PresenceConfigurationRepository configured) {
        this.configured = configured;
    }

    /// Devices in the field that run a release which is answered by configuration.
    ///
    /// @param reached  in a configuration that counts as affected, or of which it is not known in which
    ///                 they are
    /// @param unknown  of these, those of which it is not known
    /// @param all      that run the release
    public record Reached(long reached, long unknown, long all) {}

    /// The configurations in use that hold a release, with their names, by release.
    ///
    /// @param assessment  one that the reader sees
    public Map<UUID, Map<UUID, String>> known(Assessment assessment) {
        return configured.known(assessment.id());
    }

    /// By release, of those that are answered by configuration.
    ///
    /// @param assessment  one that the reader sees
    public Map<UUID, Reached> reached(Reader reader, Assessment assessment) {
        if (assessment.releases().stream()
                .allMatch(place -> place.configurations().isEmpty())) {
            return Map.of();
        }
        List<PresenceConfigurationRepository.Devices> devices = configured.devices(reader, assessment.id());
        Map<UUID, Reached> reached = new HashMap<>();
        for (Assessment.Place place : assessment.releases()) {
            if (!place.configurations().isEmpty()) {
                reached.put(place.release(), reached(place, devices));
            }
        }
        return reached;
    }

    private static Reached reached(Assessment.Place place, List<PresenceConfigurationRepository.Devices> devices) {
        Set<UUID> absent = place.configurations().stream()
                .filter(one -> !one.counts())
                .map(Assessment.Configured::configuration)
                .collect(Collectors.toSet());
        long reached = 0;
        long unknown = 0;
        long all = 0;
        for (PresenceConfigurationRepository.Devices some : devices) {
            if (!some.release().equals(place.release())) {
                continue;
            }
            UUID configuration = some.configuration();
            all += some.count();
            unknown += configuration == null ? some.count() : 0;
            boolean counts = configuration == null || !absent.contains(configuration);
            reached += counts ? some.count() : 0;
        }
        return new Reached(reached, unknown, all);
    }
}
