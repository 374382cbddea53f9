package dev.ward.handling;

import dev.ward.audit.Act;
import dev.ward.audit.Actor;
import dev.ward.audit.AuditTrail;
import dev.ward.identity.Reader;
import dev.ward.web.Outdated;
import dev.ward.web.TypedText;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// The rule that says which vulnerabilities get a case, what it would open now, and the act that opens it.
@Service
@Transactional
public class OpeningRules {

    /// So many cases are opened by one act.
    public static final int MOST = 100;

    private final OpeningRepository openings;
    private final Cases cases;
    private final CaseScopes scopes;
    private final Signals signals;
    private final SignalActs acts;
    private final CaseLog log;
    private final AuditTrail audit;

    OpeningRules(
            OpeningRepository openings,
            Cases cases,
            CaseScopes scopes,
            Signals signals,
            SignalActs acts,
            CaseLog log,
            AuditTrail audit) {
        this.openings = openings;
        this.cases = cases;
        this.scopes = scopes;
        this.signals = signals;
        this.acts = acts;
        this.log = log;
        this.audit = audit;
    }

    /// @param count  of all that the rule would open
    /// @param first  the gravest of them
    public record Preview(OpeningRule rule, int count, List<Opening> first) {

        public Preview {
            first = List.copyOf(first);
        }
    }

    /// What the present rule would open on the present portfolio.
    @Transactional(readOnly = true)
    public Preview preview(Reader reader, int most) {
        OpeningRule rule = openings.rule();
        return new Preview(rule, openings.count(reader, rule), openings.list(reader, rule, most));
    }

    /// All versions, the newest first.
    @Transactional(readOnly = true)
    public List<OpeningRule> versions() {
        return openings.rules();
    }

    /// Makes the next version of the rule.
    ///
    /// @param seen  the version that the person saw
    public OpeningRule change(
            Actor actor,
            int seen,
            boolean kev,
            boolean exploited,
            @Nullable Double score,
            boolean exactly,
            @Nullable String because) {
        String reason = CaseLog.reason(because);
        if (score != null && !(score >= 0 && score <= 10)) {
            throw TypedText.refused("score", "A score of CVSS is from 0 to 10.", "is not from 0 to 10");
        }
        OpeningRule before = openings.rule();
        if (before.version() != seen) {
            throw Outdated.of("The rule");
        }
        OpeningRule rule = new OpeningRule(seen + 1, kev, exploited, score, exactly, reason, log.now(), actor.name());
        try {
            openings.insert(rule);
        } catch (DuplicateKeyException e) {
            throw Outdated.of("The rule");
        }
        audit.record(
                actor,
                Act.of("opening-rule.changed", "opening-rule", Integer.toString(rule.version()))
                        .after("kev", Boolean.toString(kev))
                        .after("exploited", Boolean.toString(exploited))
                        .after("score", score == null ? null : score.toString())
                        .after("exactly", Boolean.toString(exactly))
                        .why(reason)
                        .personal(Act.WHY));
        return rule;
    }

    /// Opens the cases that the rule names, the gravest first, at most [#MOST] by one act: each in the
    /// phase receipt, with a signal of the origin finding. Done again, it opens only what is new.
    ///
    /// @param version  of the rule that the person saw
    /// @return the numbers of the cases
    public List<CaseNumber> open(Actor actor, Reader reader, int version) {
        OpeningRule rule = openings.rule();
        if (rule.version() != version) {
            throw Outdated.of("The rule");
        }
        return openings.list(reader, rule, MOST).stream()
                .map(opening -> open(actor, reader, rule, opening))
                .toList();
    }

    private CaseNumber open(Actor actor, Reader reader, OpeningRule rule, Opening opening) {
        String reason = "Rule %d: %s".formatted(rule.version(), opening.reasons());
        SignalDraft draft = new SignalDraft(
                Origin.FINDING,
                null,
                null,
                Tlp.AMBER_STRICT,
                opening.name() + " reaches our releases",
                reason,
                null,
                null,
                null,
                List.of(),
                List.of(opening.name()));
        SignalId signal = signals.enter(actor, draft).id();
        CaseNumber number =
                cases.open(actor, new CaseDraft(title(opening), null)).number();
        scopes.add(actor, reader, number, opening.name());
        acts.join(actor, reader, signal, number, reason);
        return number;
    }

    private static String title(Opening opening) {
        String summary = opening.summary();
        String title = summary == null || summary.isBlank()
                ? opening.name()
                : opening.name() + ": " + summary.replaceAll("[\\p{Cntrl}\\s]+", " ");
        return title.codePointCount(0, title.length()) <= CaseDraft.LONGEST
                ? title
                : title.substring(0, title.offsetByCodePoints(0, CaseDraft.LONGEST - 1)) + "…";
    }
}
