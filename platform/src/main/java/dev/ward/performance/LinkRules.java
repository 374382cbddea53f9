package dev.ward.performance;

import dev.ward.audit.Act;
import dev.ward.audit.AuditTrail;
import dev.ward.database.Uuids;
import dev.ward.identity.Caller;
import dev.ward.identity.Reader;
import dev.ward.web.Problem;
import dev.ward.web.ProblemException;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Rules that link many components at once. A rule does nothing by itself: each time somebody sees what it reaches
/// before
/// it applies, so that what a later SBOM brings is never linked unseen.
@Service
@Transactional
public class LinkRules {

    private static final String SUBJECT = "link-rule";

    private final RuleRepository rules;
    private final UnlinkedRepository unlinked;
    private final FunctionLinks links;
    private final EssentialPerformances performances;
    private final AuditTrail audit;
    private final Clock clock;

    LinkRules(
            RuleRepository rules,
            UnlinkedRepository unlinked,
            FunctionLinks links,
            EssentialPerformances performances,
            AuditTrail audit,
            Clock clock) {
        this.rules = rules;
        this.unlinked = unlinked;
        this.links = links;
        this.performances = performances;
        this.audit = audit;
        this.clock = clock;
    }

    /// What a rule would link now.
    ///
    /// @param digest  of all that it reaches; what is applied is what was seen
    /// @param more    whether it reaches more than can be linked at once; then these are the first
    public record Reach(LinkRule rule, List<UnlinkedComponent> components, String digest, boolean more) {}

    /// The rules of a subject, the newest first.
    @Transactional(readOnly = true)
    public List<LinkRule> list(Reader reader, Subject subject) {
        return rules.list(reader, subject);
    }

    public UUID add(Caller caller, Reader reader, Subject subject, LinkRule.Draft rule) {
        if (rule.function() != null
                && performances.functions(subject).stream()
                        .noneMatch(one -> one.id().equals(rule.function()))) {
            throw PerformanceDrafts.absent(rule.function());
        }
        if (rules.list(reader, subject).size() >= RuleRepository.MOST) {
            throw ProblemException.of(Problem.CONFLICT, "A model has at most %d rules.".formatted(RuleRepository.MOST));
        }
        UUID id = Uuids.next();
        rules.insert(id, subject, rule, caller.actor(), clock.instant().truncatedTo(ChronoUnit.MICROS));
        audit.record(
                caller.actor(),
                Act.of("link-rule.added", SUBJECT, id.toString())
                        .after(subject.kind(), subject.id().toString())
                        .after("field", rule.field().name())
                        .after("prefix", rule.prefix())
                        .after(
                                "function",
                                rule.function() == null
                                        ? "none"
                                        : rule.function().toString())
                        .why(rule.why()));
        return id;
    }

    /// @throws ProblemException  when the subject has no such rule
    @Transactional(readOnly = true)
    public Reach preview(Reader reader, Subject subject, UUID id) {
        LinkRule rule = get(reader, subject, id);
        List<UnlinkedComponent> reached = unlinked.reached(reader, subject, rule, LinkOrder.MOST + 1);
        boolean more = reached.size() > LinkOrder.MOST;
        List<UnlinkedComponent> now = more ? reached.subList(0, LinkOrder.MOST) : reached;
        String digest = CanonicalContent.sha256(
                now.stream().map(component -> component.line().key()).sorted().collect(Collectors.joining("\n")));
        return new Reach(rule, now, digest, more);
    }

    /// Links what the rule reaches, when it is what the person saw.
    ///
    /// @param digest  of what the person saw
    /// @return how many components were linked
    /// @throws ProblemException  when it reaches something else by now, or nothing
    public int apply(Caller caller, Reader reader, Subject subject, UUID id, String digest) {
        Reach reach = preview(reader, subject, id);
        if (!reach.digest().equals(digest)) {
            throw ProblemException.of(
                    Problem.OUTDATED,
                    "The rule reaches other components by now. Nothing was linked; look again at what it reaches.");
        }
        if (reach.components().isEmpty()) {
            throw ProblemException.of(Problem.CONFLICT, "The rule reaches no component that has no link yet.");
        }
        List<String> keys =
                reach.components().stream().map(one -> one.line().key()).toList();
        LinkOrder order =
                LinkOrder.ofLines(keys, reach.rule().function(), reach.rule().why());
        return links.apply(caller, reader, subject, order, id).added().size();
    }

    /// Ends a rule. What it linked stays linked.
    public void retire(Caller caller, Reader reader, Subject subject, UUID id) {
        LinkRule gone = get(reader, subject, id);
        rules.retire(id, clock.instant().truncatedTo(ChronoUnit.MICROS));
        audit.record(
                caller.actor(),
                Act.of("link-rule.retired", SUBJECT, id.toString()).before("prefix", gone.prefix()));
    }

    private LinkRule get(Reader reader, Subject subject, UUID id) {
        return rules.list(reader, subject).stream()
                .filter(rule -> rule.id().equals(id))
                .findFirst()
                .orElseThrow(() -> ProblemException.of(Problem.NOT_FOUND, "There is no rule \"%s\".".formatted(id)));
    }
}
