package dev.ward.handling;

import dev.ward.audit.Actor;
import dev.ward.identity.Reader;
import dev.ward.product.Release;
import dev.ward.product.ReleaseId;
import dev.ward.product.Releases;
import dev.ward.web.Problem;
import dev.ward.web.ProblemException;
import dev.ward.web.TypedText;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Which vulnerabilities a case holds, and which releases it concerns: those with findings of any of its
/// vulnerabilities, and those that somebody names.
///
/// Source: FDA Postmarket Management of Cybersecurity in Medical Devices (2016), appendix (horizontal
/// impact).
@Service
@Transactional
public class CaseScopes {

    private static final int LONGEST = 100;
    private static final Pattern CVE = Pattern.compile("(?i)cve-\\d{4}-\\d{4,19}");
    private static final Pattern GHSA = Pattern.compile("(?i)ghsa(-[0-9a-z]{4}){3}");

    private final Cases cases;
    private final ScopeRepository scopes;
    private final Releases releases;
    private final CaseLog log;

    CaseScopes(Cases cases, ScopeRepository scopes, Releases releases, CaseLog log) {
        this.cases = cases;
        this.scopes = scopes;
        this.releases = releases;
        this.log = log;
    }

    /// Lets a case hold a vulnerability by any of its names, whether a source knows it or not.
    ///
    /// @throws ProblemException  when another open case holds it. Of an embargoed case that is not asked,
    ///                           since the answer would tell of it; whoever is read in is shown what
    ///                           overlaps
    public void add(Actor actor, Reader reader, CaseNumber number, @Nullable String name) {
        VulnerabilityCase one = log.holdOpen(reader, number);
        String known = scopes.principal(written(TypedText.required("vulnerability", name, LONGEST)));
        if (scopes.add(one, known, false, log.now())) {
            log.done(actor, one, "Vulnerability added", "case.vulnerability-added", known, null);
        }
    }

    /// Lets a case hold a flaw of the manufacturer's own code that has no name elsewhere.
    ///
    /// @return the name that it gets, `W-7Q4M-2KX9`
    public String addOwn(Actor actor, Reader reader, CaseNumber number) {
        VulnerabilityCase one = log.holdOpen(reader, number);
        String name = CaseNumber.draw().text().replaceFirst("C", "W");
        scopes.add(one, name, true, log.now());
        log.done(actor, one, "Own flaw added", "case.vulnerability-added", name, null);
        return name;
    }

    public void remove(Actor actor, Reader reader, CaseNumber number, @Nullable String name, @Nullable String because) {
        VulnerabilityCase one = log.holdOpen(reader, number);
        String reason = CaseLog.reason(because);
        String held = TypedText.required("vulnerability", name, LONGEST);
        if (!scopes.remove(one.id(), held)) {
            throw TypedText.refused(
                    "vulnerability", "The case does not hold \"%s\".".formatted(held), "is not in this case");
        }
        log.done(actor, one, "Vulnerability removed", "case.vulnerability-removed", held, reason);
    }

    /// Says that a release is concerned, although no finding says so.
    public void addRelease(Actor actor, Reader reader, CaseNumber number, ReleaseId release, @Nullable String because) {
        VulnerabilityCase one = log.holdOpen(reader, number);
        String reason = CaseLog.reason(because);
        Release known = releases.get(reader, release);
        scopes.addRelease(one.id(), release, reason, actor.name(), log.now());
        log.done(actor, one, "Release named", "case.release-named", known.name(), reason);
    }

    public void removeRelease(
            Actor actor, Reader reader, CaseNumber number, ReleaseId release, @Nullable String because) {
        VulnerabilityCase one = log.holdOpen(reader, number);
        String reason = CaseLog.reason(because);
        if (!scopes.removeRelease(one.id(), release)) {
            throw ProblemException.of(Problem.NOT_FOUND, "The case does not name that release by hand.");
        }
        log.done(actor, one, "Release taken out", "case.release-taken-out", release.toString(), reason);
    }

    @Transactional(readOnly = true)
    public List<CaseVulnerability> vulnerabilities(Reader reader, CaseNumber number) {
        return scopes.vulnerabilities(reader, cases.get(reader, number));
    }

    /// Other open cases that the reader sees and that hold one of its vulnerabilities.
    @Transactional(readOnly = true)
    public List<CaseNumber> overlapping(Reader reader, CaseNumber number) {
        return scopes.overlapping(reader, cases.get(reader, number));
    }

    /// All releases, marketed or in development: first those that are concerned or unknown, then the
    /// others.
    @Transactional(readOnly = true)
    public List<ScopeRow> releases(Reader reader, CaseNumber number, int most) {
        return scopes.scope(reader, cases.get(reader, number), most);
    }

    /// As its authority writes it.
    static String written(String name) {
        String stripped = name.strip();
        if (CVE.matcher(stripped).matches()) {
            return stripped.toUpperCase(Locale.ROOT);
        }
        return GHSA.matcher(stripped).matches() ? "GHSA" + stripped.substring(4).toLowerCase(Locale.ROOT) : stripped;
    }
}
