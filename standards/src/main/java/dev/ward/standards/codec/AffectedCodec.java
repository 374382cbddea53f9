package dev.ward.standards.codec;

import dev.ward.standards.advisory.Affected;
import dev.ward.standards.advisory.CpeCondition;
import dev.ward.standards.advisory.VersionStatements;
import dev.ward.standards.advisory.VersionStatements.Row;
import dev.ward.standards.advisory.VersionStatus;
import dev.ward.standards.cpe.Cpe;
import dev.ward.standards.purl.Purl;
import dev.ward.standards.version.VersionRange;
import dev.ward.standards.version.VersionScheme;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a record says is affected, as bytes.
public final class AffectedCodec {

    private static final int PACKAGE = 0;
    private static final int CONFIGURATION = 1;
    private static final int PRODUCT = 2;
    private static final int LEAF = 0;
    private static final int ALL_OF = 1;
    private static final int ANY_OF = 2;
    private static final int NOT = 3;
    private static final int TEXT_OF_RANGE = 128;
    /// Rows that one list of events became share its text, which may be long.
    private static final int TEXT_BEFORE = 256;
    private static final VersionScheme[] SCHEMES = VersionScheme.values();
    private static final VersionStatus[] STATUSES = VersionStatus.values();

    private AffectedCodec() {}

    public static byte[] encode(Affected affected) {
        ByteWriter out = new ByteWriter();
        SharedStatements shared = new SharedStatements();
        switch (affected) {
            case Affected.EcosystemPackage(Purl purl, @Nullable String release, List<VersionStatements> any) -> {
                out.number(PACKAGE).text(purl.toString()).optional(release).number(any.size());
                any.forEach(one -> statements(out, one, shared));
            }
            case Affected.Configuration(CpeCondition condition) -> {
                out.number(CONFIGURATION);
                condition(out, condition, shared);
            }
            case Affected.Product(String vendor, String product, VersionStatements versions) -> {
                out.number(PRODUCT).text(vendor).text(product);
                statements(out, versions, shared);
            }
        }
        return out.toBytes();
    }

    private static void condition(ByteWriter out, CpeCondition condition, SharedStatements shared) {
        switch (condition) {
            case CpeCondition.Leaf(Cpe criteria, boolean vulnerable, @Nullable VersionStatements versions) -> {
                out.number(LEAF).text(criteria.formatted()).number(vulnerable ? 1 : 0);
                out.number(versions == null ? 0 : 1);
                if (versions != null) {
                    statements(out, versions, shared);
                }
            }
            case CpeCondition.AllOf(List<CpeCondition> conditions) -> conditions(out, ALL_OF, conditions, shared);
            case CpeCondition.AnyOf(List<CpeCondition> conditions) -> conditions(out, ANY_OF, conditions, shared);
            case CpeCondition.Not(CpeCondition inner) -> {
                out.number(NOT);
                condition(out, inner, shared);
            }
        }
    }

    private static void conditions(ByteWriter out, int kind, List<CpeCondition> conditions, SharedStatements shared) {
        out.number(kind).number(conditions.size());
        conditions.forEach(one -> condition(out, one, shared));
    }

    /// Many names of one product share their statements; each is written once and then pointed at.
    private static void statements(ByteWriter out, VersionStatements statements, SharedStatements shared) {
        int known = shared.numberOf(statements);
        out.number(known + 1);
        if (known >= 0) {
            return;
        }
        VersionScheme scheme = statements.scheme();
        out.number(scheme == null ? 0 : scheme.ordinal() + 1)
                .text(statements.schemeName())
                .number(statements.otherwise().ordinal())
                .number(statements.rows().size());
        String before = "";
        for (Row row : statements.rows()) {
            VersionRange range = row.range();
            String lower = range.lower();
            String upper = range.upper();
            String text = row.text();
            int told = text.equals(before) ? TEXT_BEFORE : text.equals(range.toString()) ? TEXT_OF_RANGE : 0;
            before = text;
            out.number(row.status().ordinal()
                    | (range.includesLower() ? 4 : 0)
                    | (range.includesUpper() ? 8 : 0)
                    | (lower != null ? 16 : 0)
                    | (upper != null ? 32 : 0)
                    | (range.isExact() ? 64 : 0)
                    | told);
            if (lower != null) {
                out.text(lower);
            }
            if (upper != null && !range.isExact()) {
                out.text(upper);
            }
            if (told == 0) {
                out.text(text);
            }
        }
    }

    /// @param filter  says which criteria are worth reading where they are alternatives; null: all
    public static Affected decode(ByteReader in, @Nullable CriteriaFilter filter) {
        List<VersionStatements> known = new ArrayList<>();
        return switch (in.integer()) {
            case PACKAGE -> {
                // a statement may lack what the type of its purl demands
                Purl purl = Purl.parseLenient(in.text()).value();
                String release = in.optional();
                int count = in.integer();
                List<VersionStatements> any = new ArrayList<>(count);
                for (int i = 0; i < count; i++) {
                    any.add(statements(in, known));
                }
                yield new Affected.EcosystemPackage(purl, release, any);
            }
            case CONFIGURATION -> {
                CpeCondition condition = condition(in, known, filter);
                yield new Affected.Configuration(condition == null ? new CpeCondition.AnyOf(List.of()) : condition);
            }
            case PRODUCT -> new Affected.Product(in.text(), in.text(), statements(in, known));
            default -> throw new IllegalStateException("record is damaged: unknown kind of statement");
        };
    }

    /// @return null when the filter sees nothing in it
    private static @Nullable CpeCondition condition(
            ByteReader in, List<VersionStatements> known, @Nullable CriteriaFilter filter) {
        return switch (in.integer()) {
            case LEAF -> {
                String criteria = in.text();
                boolean vulnerable = in.integer() == 1;
                VersionStatements versions = in.integer() == 1 ? statements(in, known) : null;
                yield filter == null || filter.mayConcern(criteria)
                        ? new CpeCondition.Leaf(Cpe.parse(criteria), vulnerable, versions)
                        : null;
            }
            case ALL_OF -> new CpeCondition.AllOf(conditions(in, known, filter, true));
            case ANY_OF -> new CpeCondition.AnyOf(conditions(in, known, filter, false));
            case NOT -> {
                CpeCondition inner = condition(in, known, null);
                yield new CpeCondition.Not(inner == null ? new CpeCondition.AnyOf(List.of()) : inner);
            }
            default -> throw new IllegalStateException("record is damaged: unknown kind of condition");
        };
    }

    private static List<CpeCondition> conditions(
            ByteReader in, List<VersionStatements> known, @Nullable CriteriaFilter filter, boolean all) {
        int count = in.integer();
        CriteriaFilter inner = all && count > 1 ? null : filter;
        List<CpeCondition> conditions = new ArrayList<>(Math.min(count, 16));
        for (int i = 0; i < count; i++) {
            CpeCondition condition = condition(in, known, inner);
            if (condition != null) {
                conditions.add(condition);
            }
        }
        return conditions;
    }

    private static VersionStatements statements(ByteReader in, List<VersionStatements> known) {
        int number = in.integer();
        if (number > 0) {
            return known.get(number - 1);
        }
        int scheme = in.integer();
        String schemeName = in.text();
        VersionStatus otherwise = STATUSES[in.integer()];
        int count = in.integer();
        List<Row> rows = new ArrayList<>(count);
        String text = "";
        for (int i = 0; i < count; i++) {
            int flags = in.integer();
            String lower = (flags & 16) != 0 ? in.text() : null;
            String upper = (flags & 64) != 0 ? lower : (flags & 32) != 0 ? in.text() : null;
            VersionRange range = new VersionRange(lower, (flags & 4) != 0, upper, (flags & 8) != 0);
            if ((flags & TEXT_BEFORE) == 0) {
                text = (flags & TEXT_OF_RANGE) != 0 ? range.toString() : in.text();
            }
            rows.add(new Row(range, STATUSES[flags & 3], text));
        }
        VersionStatements statements =
                new VersionStatements(scheme == 0 ? null : SCHEMES[scheme - 1], schemeName, rows, otherwise);
        known.add(statements);
        return statements;
    }

    /// The statements written so far, found again by identity: readers share the object where the source
    /// shares it.
    private static final class SharedStatements {

        private final IdentityHashMap<VersionStatements, Integer> written = new IdentityHashMap<>();

        /// The number under which it was written, or -1; then it is known from now on.
        int numberOf(VersionStatements statements) {
            Integer known = written.putIfAbsent(statements, written.size());
            return known == null ? -1 : known;
        }
    }
}
