package dev.ward.inspection;

import dev.ward.audit.Act;
import dev.ward.audit.Actor;
import dev.ward.audit.AuditTrail;
import dev.ward.database.Uuids;
import dev.ward.handling.Cases;
import dev.ward.identity.Account;
import dev.ward.identity.AccountId;
import dev.ward.identity.Accounts;
import dev.ward.identity.Reader;
import dev.ward.identity.Role;
import dev.ward.product.Products;
import dev.ward.web.Cursor;
import dev.ward.web.Problem;
import dev.ward.web.ProblemException;
import dev.ward.web.Slice;
import dev.ward.web.SortOrder;
import dev.ward.web.TypedText;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Opens and ends inspections, and tells what the inspector saw. What the inspector sees is in [Inspected].
@Service
@Transactional
public class Inspections {

    private static final String SUBJECT = "inspection";
    private static final SortOrder NEWEST = SortOrder.descending("opened");

    private final InspectionRepository inspections;
    private final Accounts accounts;
    private final Products products;
    private final Cases cases;
    private final AuditTrail audit;
    private final Clock clock;

    Inspections(
            InspectionRepository inspections,
            Accounts accounts,
            Products products,
            Cases cases,
            AuditTrail audit,
            Clock clock) {
        this.inspections = inspections;
        this.accounts = accounts;
        this.products = products;
        this.cases = cases;
        this.audit = audit;
        this.clock = clock;
    }

    /// Lays products and cases that the reader sees open to an inspector.
    ///
    /// @throws ProblemException  when the account is no inspector's, the last day is over, or there is no such
    ///                           product or case
    public Inspection open(Actor actor, Reader reader, InspectionDraft draft) {
        boolean inspector = accounts.find(draft.account())
                .filter(Account::enabled)
                .filter(account -> account.role().equals(Role.INSPECTOR))
                .isPresent();
        if (!inspector) {
            throw TypedText.refused(
                    "account", "Choose an account with the role Inspector that is in use.", "is no inspector's");
        }
        if (draft.lastDay().isBefore(today())) {
            throw TypedText.refused("lastDay", "The last day is over.", "is over");
        }
        draft.products().forEach(product -> products.get(reader, product));
        draft.cases().forEach(number -> cases.get(reader, number));
        UUID id = Uuids.next();
        inspections.insert(id, draft, actor, now());
        audit.record(
                actor,
                Act.of("inspection.opened", SUBJECT, id.toString())
                        .after("account", draft.account().toString())
                        .after("inspector", draft.inspector())
                        .after("authority", draft.authority())
                        .after(
                                "products",
                                draft.products().stream().map(Object::toString).collect(Collectors.joining(" ")))
                        .after(
                                "cases",
                                draft.cases().stream().map(Object::toString).collect(Collectors.joining(" ")))
                        .after("from", draft.from().toString())
                        .after("until", draft.until().toString())
                        .after("lastDay", draft.lastDay().toString())
                        .personal("inspector", "cases"));
        return get(reader, id);
    }

    public Inspection end(Actor actor, Reader reader, UUID id) {
        get(reader, id);
        if (!inspections.end(id, actor, now())) {
            throw ProblemException.of(Problem.CONFLICT, "This inspection was ended already.");
        }
        audit.record(actor, Act.of("inspection.ended", SUBJECT, id.toString()));
        return get(reader, id);
    }

    /// @throws ProblemException  when there is none
    @Transactional(readOnly = true)
    public Inspection get(Reader reader, UUID id) {
        return inspections
                .find(reader, id)
                .orElseThrow(
                        () -> ProblemException.of(Problem.NOT_FOUND, "There is no inspection \"%s\".".formatted(id)));
    }

    /// The last opened first.
    ///
    /// @param after  a cursor; null for the beginning
    @Transactional(readOnly = true)
    public Slice<Inspection> list(Reader reader, @Nullable String after, int limit) {
        Cursor cursor = Cursor.parse(after, NEWEST, 1);
        return Slice.of(
                inspections.list(reader, cursor == null ? null : cursor.uuid(0), limit + 1),
                limit,
                one -> Cursor.of(NEWEST, one.id()));
    }

    /// What the inspector saw, the last first.
    @Transactional(readOnly = true)
    public List<Seen> seen(Reader reader, Inspection of, int most) {
        return inspections.seen(reader, of.id(), most);
    }

    /// All of it, the first seen first.
    @Transactional(readOnly = true)
    public List<Seen> seen(Reader reader, Inspection of) {
        return inspections.all(reader, of.id());
    }

    /// Accounts with which an inspector can sign in.
    @Transactional(readOnly = true)
    public List<Account> inspectors(Reader reader) {
        return accounts.list(reader).stream()
                .filter(account -> account.enabled() && account.role().equals(Role.INSPECTOR))
                .toList();
    }

    /// Those that are open to an account today.
    @Transactional(readOnly = true)
    public List<Inspection> open(AccountId account) {
        return inspections.open(account, today());
    }

    public LocalDate today() {
        return clock.instant().atZone(ZoneOffset.UTC).toLocalDate();
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
