package dev.ward.assessment;

import dev.ward.identity.Reader;
import dev.ward.performance.ComponentStanding;
import dev.ward.performance.EssentialFunction;
import dev.ward.performance.EssentialPerformances;
import dev.ward.performance.HarmPath;
import dev.ward.performance.HarmPaths;
import dev.ward.performance.HarmSeverity;
import dev.ward.performance.PerformanceVersion;
import dev.ward.performance.Subject;
import dev.ward.product.ReleaseId;
import dev.ward.sbom.Snapshots;
import java.sql.Types;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Which essential functions a vulnerability threatens: component → function → hazardous situation → harm.
@Component
public class Threats {

    /// More components than these make no picture that anybody reads.
    private static final int MOST_COMPONENTS = 10;

    private final EssentialPerformances performances;
    private final HarmPaths paths;
    private final Snapshots snapshots;
    private final JdbcClient jdbc;

    Threats(EssentialPerformances performances, HarmPaths paths, Snapshots snapshots, JdbcClient jdbc) {
        this.performances = performances;
        this.paths = paths;
        this.snapshots = snapshots;
        this.jdbc = jdbc;
    }

    /// @param version   of the essential performance in which the function is described; null for a draft
    /// @param depends   the components through which it is threatened, with why; empty while nobody has linked one
    public record Threatened(
            UUID function,
            String name,
            String model,
            @Nullable Integer version,
            HarmSeverity worst,
            List<String> depends) {}

    /// @param component  its public id
    public record Part(UUID component, String name) {}

    /// @param functions  of every model whose releases are assessed
    /// @param ways       from the components to the harms
    /// @param parts      the components in which it was found
    /// @param unlinked   models and components of which nobody has said whether a function depends on them
    /// @param apart      models and components of which somebody said that none does, with the reason
    /// @param undescribed  models that have no essential performance
    /// @param unread       releases of which nobody sent what is in them
    public record Threat(
            List<Threatened> functions,
            List<HarmPath.Way> ways,
            List<Part> parts,
            List<String> unlinked,
            List<String> apart,
            List<String> undescribed,
            List<String> unread) {}

    /// Reads what is linked and described now.
    public Threat of(Reader reader, Assessment assessment) {
        List<Subject> subjects = subjects(reader, assessment);
        Set<UUID> ids = new HashSet<>();
        subjects.forEach(subject -> ids.add(subject.id()));
        List<Part> parts = parts(reader, assessment);
        List<HarmPath.Way> ways = new ArrayList<>();
        List<String> unlinked = new ArrayList<>();
        List<String> apart = new ArrayList<>();
        Map<UUID, List<String>> depends = new LinkedHashMap<>();
        for (Part part : parts) {
            for (ComponentStanding standing : paths.ofComponent(reader, part.component())) {
                if (ids.contains(standing.subject().id())) {
                    String where = part.name() + " in " + standing.subject().name();
                    switch (standing) {
                        case ComponentStanding.Depended on -> {
                            ways.addAll(on.path().ways());
                            on.path().ways().forEach(way -> note(depends, part, way));
                        }
                        case ComponentStanding.Apart none -> apart.add(where + ": " + none.why());
                        case ComponentStanding.Open _ -> unlinked.add(where);
                    }
                }
            }
        }
        List<Threatened> functions = new ArrayList<>();
        List<String> undescribed = new ArrayList<>();
        for (Subject subject : subjects) {
            List<EssentialFunction> its = performances.functions(subject);
            if (its.isEmpty()) {
                undescribed.add(subject.name());
            }
            Integer version = performances
                    .inForce(subject)
                    .map(PerformanceVersion::number)
                    .orElse(null);
            for (EssentialFunction function : its) {
                UUID id = function.id().value();
                functions.add(new Threatened(
                        id,
                        function.name(),
                        subject.name(),
                        version,
                        function.worst(),
                        depends.getOrDefault(id, List.of())));
            }
        }
        return new Threat(functions, ways, parts, unlinked, apart, undescribed, unread(reader, assessment));
    }

    private List<String> unread(Reader reader, Assessment assessment) {
        return assessment.releases().stream()
                .filter(place -> place.counts()
                        && snapshots
                                .findCurrent(new ReleaseId(place.release()), reader)
                                .isEmpty())
                .map(Assessment.Place::name)
                .toList();
    }

    private static void note(Map<UUID, List<String>> depends, Part part, HarmPath.Way way) {
        UUID function = way.function().of();
        if (function != null) {
            List<String> its = depends.computeIfAbsent(function, _ -> new ArrayList<>());
            String words = way.why() == null ? part.name() : part.name() + ": " + way.why();
            if (!its.contains(words)) {
                its.add(words);
            }
        }
    }

    private List<Subject> subjects(Reader reader, Assessment assessment) {
        Map<UUID, Subject> subjects = new LinkedHashMap<>();
        for (Assessment.Place place : assessment.releases()) {
            performances.subjectsOfRelease(reader, place.release()).forEach(one -> subjects.putIfAbsent(one.id(), one));
        }
        return List.copyOf(subjects.values());
    }

    private List<Part> parts(Reader reader, Assessment assessment) {
        return jdbc.sql("""
                SELECT DISTINCT c.public_id, c.name || coalesce(' ' || c.version, '') AS name
                  FROM finding.published_finding f
                  JOIN sbom.published_component c USING (component_id)
                  JOIN product.published_release r ON r.release_id = f.release_id
                 WHERE f.vulnerability_id = :id::uuid AND f.state IN ('open', 'candidate')
                   AND f.release_id = ANY (:releases) AND %s
                 ORDER BY name LIMIT :most
                """.formatted(reader.sees("r")))
                .param("id", assessment.vulnerabilityId())
                .param(
                        "releases",
                        assessment.releases().stream()
                                .map(Assessment.Place::release)
                                .toArray(UUID[]::new),
                        Types.ARRAY)
                .param("most", MOST_COMPONENTS)
                .query((row, _) -> new Part(row.getObject("public_id", UUID.class), row.getString("name")))
                .list();
    }
}
