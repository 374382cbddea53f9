package dev.ward.performance;

import dev.ward.identity.Reader;
import dev.ward.web.Problem;
import dev.ward.web.ProblemException;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Draws what is threatened: for a model, for a component wherever it is, and for one in a release.
@Service
@Transactional(readOnly = true)
public class HarmPaths {

    /// More links than these make no drawing that anybody reads.
    static final int MOST_LINKS = 60;

    private final EssentialPerformances performances;
    private final SubjectReading subjects;
    private final LinkRepository links;
    private final JdbcClient jdbc;

    HarmPaths(EssentialPerformances performances, SubjectReading subjects, LinkRepository links, JdbcClient jdbc) {
        this.performances = performances;
        this.subjects = subjects;
        this.links = links;
        this.jdbc = jdbc;
    }

    /// What all functions of a model depend on, and what their loss can do.
    public HarmPath of(Subject subject) {
        return path(subject, links.toFunctions(subject, LinkOrder.MOST), false);
    }

    /// What depends on a component, in each model whose releases in use hold it.
    ///
    /// @param component  its public id
    public List<ComponentStanding> ofComponent(Reader reader, UUID component) {
        String key = key(component);
        return subjects.holding(reader, component).stream()
                .map(subject -> standing(subject, key))
                .toList();
    }

    /// What depends on a component of a release: in its model, or in each of them, where the release is for all.
    ///
    /// @param component  its public id
    /// @throws ProblemException  when the release does not hold it now
    public List<ComponentStanding> ofRelease(Reader reader, UUID release, UUID component) {
        boolean held = jdbc.sql("""
                SELECT EXISTS (SELECT FROM sbom.published_current_component p
                                 JOIN sbom.published_component c USING (component_id)
                                 JOIN product.published_release r USING (release_id)
                                WHERE p.release_id = :release AND c.public_id = :component AND %s)
                """.formatted(reader.sees("r")))
                .param("release", release)
                .param("component", component)
                .query(Boolean.class)
                .single();
        if (!held) {
            throw ProblemException.of(
                    Problem.NOT_FOUND,
                    "The release \"%s\" does not hold the component \"%s\" now.".formatted(release, component));
        }
        String key = key(component);
        return subjects.ofRelease(reader, release).stream()
                .map(subject -> standing(subject, key))
                .toList();
    }

    private ComponentStanding standing(Subject subject, String key) {
        List<FunctionLink> its = links.current(subject, List.of(key), List.of());
        List<FunctionLink> living = its.stream()
                .filter(link -> link.function() != null && link.living())
                .toList();
        if (!living.isEmpty()) {
            return new ComponentStanding.Depended(subject, path(subject, living, true));
        }
        Optional<FunctionLink> none =
                its.stream().filter(link -> link.function() == null).findFirst();
        return none.<ComponentStanding>map(
                        link -> new ComponentStanding.Apart(subject, link.why(), link.author(), link.begun()))
                .orElseGet(() -> new ComponentStanding.Open(subject, worst(subject)));
    }

    private @Nullable HarmSeverity worst(Subject subject) {
        return performances.functions(subject).stream()
                .map(EssentialFunction::worst)
                .max(Comparator.naturalOrder())
                .orElse(null);
    }

    /// @param narrow  only the functions that something is linked to
    private HarmPath path(Subject subject, List<FunctionLink> all, boolean narrow) {
        Optional<PerformanceVersion> inForce = performances.inForce(subject);
        List<EssentialFunction> functions = narrow || inForce.isEmpty()
                ? performances.functions(subject)
                : inForce.get().functions();
        List<FunctionLink> drawn = all.size() > MOST_LINKS ? all.subList(0, MOST_LINKS) : all;
        if (narrow) {
            functions = functions.stream()
                    .filter(function ->
                            all.stream().anyMatch(link -> function.id().equals(link.function())))
                    .toList();
        }
        return HarmPath.of(
                subject,
                inForce.map(PerformanceVersion::number).orElse(null),
                functions,
                drawn,
                all.size() - drawn.size());
    }

    private String key(UUID component) {
        return jdbc.sql("SELECT product_line FROM sbom.published_component WHERE public_id = :id")
                .param("id", component)
                .query(String.class)
                .optional()
                .map(CanonicalContent::sha256)
                .orElseThrow(() -> ProblemException.of(
                        Problem.NOT_FOUND, "There is no component with the id \"%s\".".formatted(component)));
    }
}
