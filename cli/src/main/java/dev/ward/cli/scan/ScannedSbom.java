package dev.ward.cli.scan;

import dev.ward.cli.index.Finding;
import dev.ward.cli.index.Matcher;
import dev.ward.cli.index.UnreadParts;
import dev.ward.cli.terminal.Trouble;
import dev.ward.standards.cvss.SeverityRating;
import dev.ward.standards.input.Location;
import dev.ward.standards.input.Unread;
import dev.ward.standards.input.UnreadableInput;
import dev.ward.standards.intake.SbomIntake;
import dev.ward.standards.match.ComponentIdentity;
import dev.ward.standards.match.DeviceConfiguration;
import dev.ward.standards.sbom.Component;
import dev.ward.standards.sbom.SbomDocument;
import dev.ward.standards.sbom.SbomVisitor;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// One SBOM, what in it could be read, and what reaches it.
///
/// @param document   null when the file could not be read to its end
/// @param findings   the gravest first
/// @param firstLost  what was lost with components in it: the rest of the file, a list, one component; what
///                   else was read still counts; null when all components were read
record ScannedSbom(
        String name,
        @Nullable SbomDocument document,
        int components,
        List<Finding> findings,
        List<Unread> unread,
        @Nullable Unread firstLost) {

    /// Known exploited first, then by severity (what nobody has rated counts as grave until someone has),
    /// then by EPSS.
    static final Comparator<Finding> GRAVEST_FIRST = Comparator.comparing(Finding::isCandidate)
            .thenComparing(finding -> finding.vulnerability().kev() == null)
            .thenComparing(finding -> finding.vulnerability().rating(), Comparator.comparingInt(ScannedSbom::rank))
            .thenComparing(ScannedSbom::score, Comparator.reverseOrder())
            .thenComparing(ScannedSbom::epss, Comparator.reverseOrder())
            .thenComparing(finding -> finding.vulnerability().id())
            .thenComparing(finding -> finding.component().name())
            .thenComparing(finding -> String.valueOf(finding.component().ref()));

    /// Where components stand, in every format: a list of them, or one.
    private static final Pattern LOST_COMPONENTS =
            Pattern.compile("(?:.*/)?(?:(?:components|packages)(?:/\\d+)?|metadata/component)");

    static ScannedSbom scan(Path file, Matcher matcher) {
        String name = file.toString();
        List<ComponentIdentity> components = new ArrayList<>();
        AtomicInteger count = new AtomicInteger();
        UnreadParts unread = new UnreadParts();
        AtomicReference<@Nullable Unread> firstLost = new AtomicReference<>();
        SbomDocument document = null;
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file), 1 << 16)) {
            document = new SbomIntake(SbomIntake.Limits.USUAL).read(name, in, new SbomVisitor() {
                @Override
                public void component(Component component) {
                    components.addAll(ComponentIdentity.allOf(component));
                    count.incrementAndGet();
                }

                @Override
                public void unread(Unread one) {
                    unread.add(one);
                    if (one.lost()
                            && LOST_COMPONENTS.matcher(one.location().pointer()).matches()) {
                        firstLost.compareAndSet(null, one);
                    }
                }
            });
        } catch (UnreadableInput e) {
            unread.add(e.unread());
            firstLost.set(e.unread());
        } catch (IOException e) {
            Unread whole = new Unread(name, Location.START, "SBOM", "reading it failed: " + Trouble.reason(e), true);
            unread.add(whole);
            firstLost.set(whole);
        }
        DeviceConfiguration device = DeviceConfiguration.of(components);
        List<Finding> findings = new ArrayList<>();
        for (ComponentIdentity component : components) {
            findings.addAll(matcher.find(component, device));
        }
        findings.sort(GRAVEST_FIRST);
        return new ScannedSbom(name, document, count.get(), findings, unread.list(), firstLost.get());
    }

    private static int rank(SeverityRating rating) {
        return switch (rating) {
            case CRITICAL -> 0;
            case HIGH -> 1;
            case UNKNOWN -> 2;
            case MEDIUM -> 3;
            case LOW -> 4;
            case NONE -> 5;
        };
    }

    private static double score(Finding finding) {
        var severity = finding.vulnerability().severity();
        return severity == null || severity.cvss() == null
                ? -1
                : severity.cvss().score();
    }

    private static double epss(Finding finding) {
        var epss = finding.vulnerability().epss();
        return epss == null ? -1 : epss.probability();
    }
}
