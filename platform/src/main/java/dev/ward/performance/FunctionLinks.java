package dev.ward.performance;

import dev.ward.audit.Act;
import dev.ward.audit.AuditTrail;
import dev.ward.audit.Manifest;
import dev.ward.database.Uuids;
import dev.ward.identity.Caller;
import dev.ward.identity.Reader;
import dev.ward.web.Cursor;
import dev.ward.web.Problem;
import dev.ward.web.ProblemException;
import dev.ward.web.Slice;
import dev.ward.web.SortOrder;
import dev.ward.web.TypedText;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Which components and interfaces the functions of a model depend on. Links belong to the model, not to a version of
/// its
/// essential performance: they hold until somebody ends them.
@Service
@Transactional
public class FunctionLinks {

    private static final SortOrder NEWEST = SortOrder.descending("begun");

    private final LinkRepository links;
    private final UnlinkedRepository unlinked;
    private final InterfaceRepository interfaces;
    private final EssentialPerformances performances;
    private final AuditTrail audit;
    private final Clock clock;

    FunctionLinks(
            LinkRepository links,
            UnlinkedRepository unlinked,
            InterfaceRepository interfaces,
            EssentialPerformances performances,
            AuditTrail audit,
            Clock clock) {
        this.links = links;
        this.unlinked = unlinked;
        this.interfaces = interfaces;
        this.performances = performances;
        this.audit = audit;
        this.clock = clock;
    }

    /// Components of which nothing has been said, those that most releases hold first.
    ///
    /// @param text   a part of the name; null for all
    /// @param after  the cursor of an earlier slice; null for the beginning
    @Transactional(readOnly = true)
    public Slice<UnlinkedComponent> unlinked(
            Reader reader, Subject subject, @Nullable String text, @Nullable String after, int limit) {
        Cursor cursor = Cursor.parse(after, UnlinkedRepository.MOST_USED, 3);
        return Slice.of(unlinked.list(reader, subject, text, cursor, limit + 1), limit, UnlinkedRepository::cursor)
                .map(UnlinkedRepository.Row::component);
    }

    @Transactional(readOnly = true)
    public LinkCounts counts(Reader reader, Subject subject) {
        return unlinked.counts(reader, subject);
    }

    /// The links, the newest first.
    ///
    /// @param function  of one function; null for all
    /// @param none      only those that say that no function depends on something
    /// @param ended     those that ended too
    /// @param line      of one component, by the key of its line; null for all
    @Transactional(readOnly = true)
    public Slice<FunctionLink> list(
            Subject subject,
            @Nullable FunctionId function,
            boolean none,
            boolean ended,
            @Nullable String line,
            @Nullable String after,
            int limit) {
        Cursor cursor = Cursor.parse(after, NEWEST, 2);
        LinkRepository.Filter filter = new LinkRepository.Filter(function, none, ended, line);
        return Slice.of(
                links.list(subject, filter, cursor, limit + 1),
                limit,
                link -> Cursor.of(NEWEST, link.begun(), link.id()));
    }

    /// Says what an order would change.
    ///
    /// @throws ProblemException  when it names what is not there
    @Transactional(readOnly = true)
    public LinkPreview preview(Reader reader, Subject subject, LinkOrder order) {
        if (order.function() != null
                && performances.functions(subject).stream()
                        .noneMatch(one -> one.id().equals(order.function()))) {
            throw PerformanceDrafts.absent(order.function());
        }
        List<Linked> added = new ArrayList<>();
        List<Linked> replaced = new ArrayList<>();
        List<Linked> already = new ArrayList<>();
        List<Linked> kept = new ArrayList<>();
        Map<Linked, List<FunctionLink>> present = new HashMap<>();
        for (FunctionLink link : links.current(subject, order.lineKeys(), order.interfaces())) {
            present.computeIfAbsent(place(link.of()), _ -> new ArrayList<>()).add(link);
        }
        for (Linked one : chosen(reader, subject, order)) {
            List<FunctionLink> its = present.getOrDefault(place(one), List.of());
            boolean said = its.stream().anyMatch(link -> Objects.equals(link.function(), order.function()));
            boolean depended = its.stream().anyMatch(link -> link.function() != null && link.living());
            if (said) {
                already.add(one);
            } else if (order.function() == null && depended) {
                kept.add(one);
            } else {
                added.add(one);
                if (its.stream().anyMatch(link -> link.function() == null)) {
                    replaced.add(one);
                }
            }
        }
        return new LinkPreview(added, replaced, already, kept);
    }

    /// Says what the order says. What functions depend on never loses a link by it.
    ///
    /// @return what it changed
    public LinkPreview apply(Caller caller, Reader reader, Subject subject, LinkOrder order) {
        return apply(caller, reader, subject, order, null);
    }

    LinkPreview apply(Caller caller, Reader reader, Subject subject, LinkOrder order, @Nullable UUID rule) {
        LinkPreview preview = preview(reader, subject, order);
        if (preview.added().isEmpty()) {
            return preview;
        }
        Instant now = now();
        for (FunctionLink link : links.current(subject, order.lineKeys(), order.interfaces())) {
            boolean replaced =
                    preview.replaced().stream().anyMatch(one -> place(one).equals(place(link.of())));
            if (link.function() == null && replaced) {
                links.end(subject, link.id(), "Linked to a function", caller.actor(), now);
            }
        }
        preview.added()
                .forEach(one -> links.insert(subject, one, order.function(), order.why(), rule, caller.actor(), now));
        String what = order.function() == null ? "none" : order.function().toString();
        Manifest manifest = audit.keep(
                "links " + Uuids.next(),
                preview.added().stream()
                        .map(one -> id(one) + " " + what)
                        .sorted()
                        .toList());
        audit.record(
                caller.actor(),
                Act.of("performance.linked", subject.kind(), subject.id().toString())
                        .after("function", what)
                        .after("links", Integer.toString(preview.added().size()))
                        .after("rule", rule == null ? null : rule.toString())
                        .why(order.why()),
                manifest);
        return preview;
    }

    /// Ends a link: it was wrong, or holds no more. What has no other is on the work list again.
    ///
    /// @throws ProblemException  when there is none that holds, or no reason
    public void end(Caller caller, Subject subject, UUID link, String why) {
        String reason = TypedText.required("why", why, LinkOrder.LONGEST_WHY);
        if (!links.end(subject, link, reason, caller.actor(), now())) {
            throw ProblemException.of(Problem.NOT_FOUND, "There is no link \"%s\" that holds.".formatted(link));
        }
        audit.record(
                caller.actor(),
                Act.of("performance.link-ended", subject.kind(), subject.id().toString())
                        .before("link", link.toString())
                        .why(reason));
    }

    private List<Linked> chosen(Reader reader, Subject subject, LinkOrder order) {
        List<Linked.Line> lines =
                order.lineKeys().isEmpty() ? List.of() : links.held(reader, subject, order.lineKeys());
        List<Linked.Port> ports = interfaces.list(subject).stream()
                .filter(one -> order.interfaces().contains(one.id().value()))
                .map(one -> new Linked.Port(one.id().value(), one.name()))
                .toList();
        int absent = order.lineKeys().size() + order.interfaces().size() - lines.size() - ports.size();
        if (absent > 0) {
            throw ProblemException.of(
                    Problem.CONFLICT,
                    "%,d of what was chosen is not in the SBOMs of releases in use any more. Nothing was linked; choose again."
                            .formatted(absent));
        }
        return Stream.<Linked>concat(ports.stream(), lines.stream())
                .sorted(Comparator.comparing(Linked::name, String.CASE_INSENSITIVE_ORDER))
                .toList();
    }

    /// The same whatever it was called when it was linked.
    private static Linked place(Linked of) {
        return switch (of) {
            case Linked.Line line -> new Linked.Line(line.productLine(), "");
            case Linked.Port port -> new Linked.Port(port.id(), "");
        };
    }

    private static String id(Linked of) {
        return switch (of) {
            case Linked.Line line -> line.key();
            case Linked.Port port -> port.id().toString();
        };
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
