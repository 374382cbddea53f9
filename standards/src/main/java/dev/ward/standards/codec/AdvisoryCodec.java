package dev.ward.standards.codec;

import dev.ward.standards.advisory.Advisory;
import dev.ward.standards.advisory.Affected;
import dev.ward.standards.advisory.EpssScore;
import dev.ward.standards.advisory.KevEntry;
import dev.ward.standards.advisory.Severity;
import dev.ward.standards.cvss.CvssVector;
import dev.ward.standards.cvss.SeverityRating;
import dev.ward.standards.match.Varint;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Records as bytes: what a finding shows of them first, then each statement with its length before it, so that
/// one can be read without the others. State, aliases, upstream and related ids are not among the bytes.
public final class AdvisoryCodec {

    private static final double EPSS_UNIT = 1e9;
    private static final SeverityRating[] RATINGS = SeverityRating.values();

    private AdvisoryCodec() {}

    public static byte[] encode(Advisory advisory) {
        ByteWriter out = head(advisory).number(advisory.affected().size());
        for (Affected affected : advisory.affected()) {
            out.bytes(AffectedCodec.encode(affected));
        }
        return out.toBytes();
    }

    /// A record without its statements, for whoever keeps those on their own.
    public static byte[] encodeHead(Advisory advisory) {
        return head(advisory).toBytes();
    }

    private static ByteWriter head(Advisory advisory) {
        ByteWriter out = new ByteWriter();
        out.text(advisory.source()).text(advisory.id());
        instant(out, advisory.published());
        instant(out, advisory.modified());
        out.text(advisory.summary()).texts(advisory.weaknesses()).optional(advisory.exploitation());
        out.number(advisory.severities().size());
        for (Severity severity : advisory.severities()) {
            CvssVector cvss = severity.cvss();
            out.text(severity.source()).number(severity.rating().ordinal()).number(cvss == null ? 0 : 1);
            if (cvss != null) {
                out.text(cvss.version()).text(cvss.vector()).number(Math.round(cvss.score() * 10));
            }
        }
        return out;
    }

    /// Reads a record without its statements, and leaves the reader before them.
    public static Advisory decodeHead(ByteReader in) {
        String source = in.text();
        String id = in.text();
        Instant published = instant(in);
        Instant modified = instant(in);
        String summary = in.text();
        List<String> weaknesses = in.texts();
        String exploitation = in.optional();
        int count = in.integer();
        List<Severity> severities = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            String by = in.text();
            SeverityRating rating = RATINGS[in.integer()];
            CvssVector cvss = in.integer() == 0 ? null : new CvssVector(in.text(), in.text(), in.integer() / 10.0);
            severities.add(new Severity(by, cvss, rating));
        }
        return new Advisory(
                source,
                id,
                Advisory.State.PUBLISHED,
                published,
                modified,
                Set.of(),
                Set.of(),
                Set.of(),
                summary,
                severities,
                weaknesses,
                exploitation,
                List.of());
    }

    /// Reads the statement with the given number; the reader stands behind the head.
    public static Affected decodeAffected(ByteReader in, int number, @Nullable CriteriaFilter filter) {
        Varint.Cursor at = in.cursor();
        at.varint();
        for (int i = 0; i < number; i++) {
            at.skip(at.varint());
        }
        at.varint();
        return AffectedCodec.decode(in, filter);
    }

    private static void instant(ByteWriter out, @Nullable Instant instant) {
        out.number(instant == null ? 0 : 1);
        if (instant != null) {
            out.number(instant.getEpochSecond());
        }
    }

    private static @Nullable Instant instant(ByteReader in) {
        return in.integer() == 0 ? null : Instant.ofEpochSecond(in.number());
    }

    public static byte[] encode(KevEntry entry) {
        LocalDate due = entry.dueDate();
        return new ByteWriter()
                .text(entry.cve())
                .text(entry.vendorProject())
                .text(entry.product())
                .text(entry.name())
                .number(entry.dateAdded().toEpochDay())
                .optional(due == null ? null : due.toString())
                .text(entry.ransomware())
                .toBytes();
    }

    public static KevEntry decodeKev(ByteReader in) {
        String cve = in.text();
        String vendor = in.text();
        String product = in.text();
        String name = in.text();
        LocalDate added = LocalDate.ofEpochDay(in.number());
        String due = in.optional();
        return new KevEntry(cve, vendor, product, name, added, due == null ? null : LocalDate.parse(due), in.text());
    }

    /// @param edition  the number under which the file's date and model are kept
    public static byte[] encode(EpssScore score, int edition) {
        Double percentile = score.percentile();
        return new ByteWriter()
                .number(Math.round(score.probability() * EPSS_UNIT))
                .number(percentile == null ? 0 : 1 + Math.round(percentile * EPSS_UNIT))
                .number(edition)
                .toBytes();
    }

    /// @param editions  date and model by their number
    public static EpssScore decodeEpss(String cve, ByteReader in, List<Edition> editions) {
        double probability = in.number() / EPSS_UNIT;
        long percentile = in.number();
        Edition edition = editions.get(in.integer());
        Double rank = percentile == 0 ? null : (percentile - 1) / EPSS_UNIT;
        return new EpssScore(cve, probability, rank, edition.date(), edition.model());
    }

    /// One file of scores: when and by which model they were made.
    public record Edition(String date, String model) {}
}
