package dev.ward.advisory;

import dev.ward.database.CopyRows;
import dev.ward.standards.advisory.Advisory;
import dev.ward.standards.advisory.AdvisoryVisitor;
import dev.ward.standards.advisory.EpssScore;
import dev.ward.standards.advisory.Ids;
import dev.ward.standards.advisory.KevCatalogue;
import dev.ward.standards.advisory.KevEntry;
import dev.ward.standards.input.Unread;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// Takes what a document tells into the staging tables of its import, some megabytes at a time.
///
/// What is of another kind than the source gives is unread.
final class StagingReader implements AdvisoryVisitor {

    /// Bytes that are sent together.
    private static final int PARCEL = 4 << 20;

    /// Records that are held back until it is known which of them are new.
    private static final int MOST_HEARD = 1_000;

    /// Longer names are no names, and do not fit into an index.
    static final int LONGEST_NAME = 500;

    private final Source source;
    private final Staging staging;
    private final CopyRows records = new CopyRows("staged_record", 10);
    private final StatementRows statements = new StatementRows();
    private final CopyRows kev = new CopyRows("staged_kev", 8);
    private final CopyRows epss = new CopyRows("staged_epss", 6);
    private final UnreadParts unread = new UnreadParts();
    private final List<Heard> heard = new ArrayList<>();
    private int heardBytes;
    private int told;
    private @Nullable KevCatalogue catalogue;

    private record Heard(int ordinal, Advisory advisory, StatementRows.Coded coded) {}

    StagingReader(Source source, Staging staging) {
        this.source = source;
        this.staging = staging;
    }

    @Override
    public void advisory(Advisory advisory) {
        if (!isOf(Source.valueOf(advisory.source()), advisory.id()) || !hasName(advisory.id())) {
            return;
        }
        List<String> aliases = advisory.aliases().stream()
                .filter(alias -> !alias.isEmpty() && !alias.equals(advisory.id()) && hasName(alias))
                .sorted()
                .toList();
        StatementRows.Coded coded = statements.code(advisory);
        TreeSet<String> cves = new TreeSet<>(aliases);
        cves.add(advisory.id());
        cves.removeIf(id -> !Ids.isCve(id));
        records.row()
                .integer(told)
                .text(advisory.source())
                .text(advisory.id())
                .text(advisory.state().name())
                .instant(advisory.published())
                .instant(advisory.modified())
                .bytes(coded.digest())
                .bytes(coded.head())
                .texts(aliases)
                .truth(cves.size() > 1);
        heard.add(new Heard(told, advisory, coded));
        heardBytes += coded.size();
        if (heard.size() == MOST_HEARD || heardBytes > PARCEL) {
            sift();
        }
        next();
    }

    @Override
    public void kev(KevEntry entry) {
        if (isOf(Source.KEV, entry.cve())) {
            LocalDate due = entry.dueDate();
            kev.row()
                    .integer(told)
                    .text(entry.cve())
                    .text(entry.vendorProject())
                    .text(entry.product())
                    .text(entry.name())
                    .text(entry.dateAdded().toString())
                    .text(due == null ? null : due.toString())
                    .text(entry.ransomware());
            next();
        }
    }

    @Override
    public void kevCatalogue(KevCatalogue told) {
        catalogue = told;
    }

    /// The one whole catalogue that was read; null when it does not show that it is whole.
    @Nullable
    KevCatalogue wholeCatalogue() {
        Long count = catalogue == null ? null : catalogue.count();
        boolean whole = count != null && count == told && !unread.isAnythingLost();
        return whole ? catalogue : null;
    }

    @Override
    public void epss(EpssScore score) {
        if (isOf(Source.EPSS, score.cve())) {
            epss.row()
                    .integer(told)
                    .text(score.cve())
                    .real(score.probability())
                    .real(score.percentile())
                    .text(score.date())
                    .text(score.model());
            next();
        }
    }

    @Override
    public void unread(Unread one) {
        unread.add(one);
    }

    /// Sends what has not been sent yet.
    void finish() {
        sift();
        send();
        staging.analyze("staged_record", "staged_statement", "staged_key", "staged_kev", "staged_epss");
    }

    int told() {
        return told;
    }

    UnreadParts unreadParts() {
        return unread;
    }

    private boolean isOf(Source given, String id) {
        if (given != source) {
            mark(id, "is of the kind \"%s\", which is imported as \"%s\"".formatted(given.title(), given.word()), true);
        }
        return given == source;
    }

    private boolean hasName(String id) {
        if (id.length() > LONGEST_NAME) {
            mark(id.substring(0, 40) + "…", "has an id of %,d characters".formatted(id.length()), true);
        }
        return id.length() <= LONGEST_NAME;
    }

    private void mark(String what, String reason, boolean lost) {
        unread.add(new UnreadPart("", "", what, reason, lost));
    }

    private void next() {
        told++;
        if (records.size() + statements.size() + kev.size() + epss.size() > PARCEL) {
            send();
        }
    }

    /// Leaves out what a record says that is known to say just that: a feed repeats nearly all at each fetch.
    private void sift() {
        if (heard.isEmpty()) {
            return;
        }
        Map<String, byte[]> known = staging.digests(
                source, heard.stream().map(one -> one.advisory.id()).toList());
        for (Heard one : heard) {
            if (!Arrays.equals(known.get(one.advisory.id()), one.coded.digest())) {
                statements.add(one.ordinal, one.advisory, one.coded);
            }
        }
        heard.clear();
        heardBytes = 0;
    }

    private void send() {
        staging.send(records, kev, epss);
        staging.send(statements.tables());
    }
}
