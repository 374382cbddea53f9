package dev.ward.evidence;

import dev.ward.identity.Reader;
import dev.ward.web.Cursor;
import dev.ward.web.Slice;
import dev.ward.web.SortOrder;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// The audit trail, to be read.
@Component
public class AuditEntries {

    private static final SortOrder NEWEST_FIRST = SortOrder.descending("seq");

    private final AuditRepository repository;

    AuditEntries(AuditRepository repository) {
        this.repository = repository;
    }

    /// Lists entries, newest first.
    ///
    /// @param after  the cursor of an earlier slice; null for the beginning
    public Slice<AuditEntry> list(Reader reader, AuditFilter filter, @Nullable String after, int limit) {
        Cursor cursor = Cursor.parse(after, NEWEST_FIRST, 1);
        long before = cursor == null ? Long.MAX_VALUE : cursor.number(0);
        return Slice.of(
                repository.list(reader, filter, before, limit + 1),
                limit,
                entry -> Cursor.of(NEWEST_FIRST, entry.seq()));
    }

    /// The numbers of the entries between two, both included, that the reader may not see.
    public Set<Long> hidden(Reader reader, long first, long last) {
        return repository.hidden(reader, first, last);
    }

    public Optional<AuditEntry> find(Reader reader, long seq) {
        return repository.list(reader, AuditFilter.ALL, seq + 1, 1).stream()
                .filter(entry -> entry.seq() == seq)
                .findFirst();
    }
}
