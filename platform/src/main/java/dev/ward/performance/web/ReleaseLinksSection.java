package dev.ward.performance.web;

import dev.ward.identity.Permission;
import dev.ward.identity.Visibility;
import dev.ward.performance.EssentialPerformances;
import dev.ward.performance.FunctionLinks;
import dev.ward.performance.LinkCounts;
import dev.ward.performance.PerformanceVersion;
import dev.ward.performance.PerformanceWord;
import dev.ward.performance.Subject;
import dev.ward.product.ReleaseId;
import dev.ward.product.ReleaseSection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// The section of a release's page: what is known of the functions that depend on its software.
@Component
public class ReleaseLinksSection implements ReleaseSection {

    private final EssentialPerformances performances;
    private final FunctionLinks links;
    private final PerformanceWord word;
    private final Visibility visibility;

    ReleaseLinksSection(
            EssentialPerformances performances, FunctionLinks links, PerformanceWord word, Visibility visibility) {
        this.performances = performances;
        this.links = links;
        this.word = word;
        this.visibility = visibility;
    }

    /// @param version  the version in force; null when none was approved yet
    public record OfSubject(Subject subject, @Nullable PerformanceVersion version, LinkCounts counts) {}

    @Override
    public String title() {
        return word.title();
    }

    @Override
    public String view() {
        return "performance/release-section";
    }

    @Override
    public Map<String, Object> model(ReleaseId release) {
        List<OfSubject> subjects = performances.subjectsOfRelease(visibility.reader(), release.value()).stream()
                .limit(10)
                .map(subject -> new OfSubject(
                        subject,
                        performances.inForce(subject).orElse(null),
                        links.counts(visibility.reader(), subject)))
                .toList();
        return Map.of("subjects", subjects, "word", word);
    }

    @Override
    public int order() {
        return 30;
    }

    @Override
    public String permission() {
        return Permission.PRODUCT_READ.name();
    }
}
