package dev.ward.standards.cve;

import dev.ward.standards.advisory.VersionStatements;
import dev.ward.standards.advisory.VersionStatements.Row;
import dev.ward.standards.advisory.VersionStatus;
import dev.ward.standards.source.Field;
import dev.ward.standards.version.VersionComparison;
import dev.ward.standards.version.VersionRange;
import dev.ward.standards.version.VersionScheme;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Reads what one entry says of the versions of its product: the entries in order, each with its changes
/// before it.
///
/// An entry that cannot be read leaves a row that says "unknown" of every version, so that no later row and no
/// default decides what it might have decided.
///
/// Source: CVE Record Format 5.1, `affected[].versions`, `defaultStatus`; CVE Record Format, "Version Status
/// Decision".
final class CveVersions {

    private static final Set<String> OPEN_LOWER = Set.of("", "0", "*", "unspecified");
    private static final Set<String> OPEN_UPPER = Set.of("*", "unspecified");
    private static final Set<String> NO_VERSION = Set.of("n/a", "-", "all", "all versions", "any", "unknown");

    private final Set<String> types = new LinkedHashSet<>();
    private final List<Row> rows = new ArrayList<>();
    private boolean git;

    private final @Nullable VersionScheme own;

    private CveVersions(@Nullable VersionScheme own) {
        this.own = own;
    }

    /// @param own  the order of the product's versions where it is known better than by `versionType`
    static VersionStatements read(Field entry, @Nullable VersionScheme own) {
        int lostBefore = entry.record().lost();
        CveVersions versions = new CveVersions(own);
        for (Field version : entry.each("versions")) {
            versions.version(version);
        }
        VersionStatus otherwise = status(entry.at("defaultStatus"), VersionStatus.UNKNOWN);
        boolean broken = entry.record().lost() > lostBefore; // then nothing of it can be compared for certain
        boolean lost = broken && otherwise == VersionStatus.UNAFFECTED;
        String name = String.join(", ", versions.types);
        return new VersionStatements(
                broken ? null : own == null ? scheme(versions.types) : own,
                name.isEmpty() ? "not stated" : name,
                versions.rows,
                versions.git || lost ? VersionStatus.UNKNOWN : otherwise);
    }

    private void version(Field entry) {
        int lostBefore = entry.record().lost();
        int rowsBefore = rows.size();
        if (entry.isObject()) {
            rows(entry);
        }
        if (entry.record().lost() > lostBefore) {
            rows.subList(rowsBefore, rows.size()).clear();
            rows.add(new Row(VersionRange.ALL, VersionStatus.UNKNOWN, "a statement that could not be read"));
        }
    }

    private void rows(Field entry) {
        String type = entry.text("versionType").strip();
        if (type.equalsIgnoreCase("git")) {
            git = true;
            return;
        }
        VersionStatus status = status(entry.at("status"), null);
        String version = entry.text("version").strip();
        boolean bounded = entry.has("lessThan") || entry.has("lessThanOrEqual");
        List<Field> changes = entry.objects("changes");
        if (!type.isEmpty()) {
            types.add(type);
        }
        if (!entry.has("version")) {
            entry.at("version").lose("is missing");
        }
        if (bounded || !changes.isEmpty()) {
            VersionRange range = range(entry, version, status);
            changes(changes, range, own == null ? scheme(type) : own);
            rows.add(new Row(range, status, text(entry, version)));
            return;
        }
        for (VersionRange range : FreeTextRange.read(version, status)) {
            rows.add(new Row(range, status, version));
        }
    }

    /// The changes from the last to the first: the last that a version has reached decides. None reaches
    /// below the entry.
    private void changes(List<Field> changes, VersionRange range, VersionScheme scheme) {
        for (Field change : changes.reversed()) {
            String at = change.text("at").strip();
            VersionStatus status = status(change.at("status"), null);
            if (at.isEmpty()) {
                change.at("at").lose("is missing");
            } else {
                String lower = range.lower();
                boolean before = lower != null && scheme.order().compare(at, lower) == VersionComparison.LESS;
                VersionRange from = new VersionRange(before ? lower : at, true, range.upper(), range.includesUpper());
                rows.add(new Row(from, status, "from %s %s".formatted(at, change.text("status"))));
            }
        }
    }

    private static VersionRange range(Field entry, String version, VersionStatus status) {
        boolean includes = entry.has("lessThanOrEqual");
        String upper = entry.text(includes ? "lessThanOrEqual" : "lessThan").strip();
        String lower = isOpenLower(version, status) ? null : version;
        if (upper.isEmpty() || OPEN_UPPER.contains(upper)) {
            return new VersionRange(lower, lower != null, null, false);
        }
        String next = Wildcards.next(upper);
        if (next != null) {
            // In semver's order 5.11-rc1 stands before 5.11, but it is none of 5.10.*: what is said to be safe ends
            // earlier.
            boolean early = status == VersionStatus.UNAFFECTED
                    && entry.text("versionType").equals("semver");
            return new VersionRange(lower, lower != null, early ? next + "-0" : next, false);
        }
        if (isOpenUpper(upper, status)) {
            return new VersionRange(lower, lower != null, null, false);
        }
        return new VersionRange(lower, lower != null, upper, includes);
    }

    /// A word that names no version begins with the first one, but only where that says "affected" of more,
    /// not less.
    private static boolean isOpenLower(String version, VersionStatus status) {
        return OPEN_LOWER.contains(version)
                || (status != VersionStatus.UNAFFECTED && NO_VERSION.contains(version.toLowerCase(Locale.ROOT)));
    }

    /// Records of 2021 write `log4j-core*` for "every later version".
    private static boolean isOpenUpper(String upper, VersionStatus status) {
        return status == VersionStatus.AFFECTED && upper.endsWith("*") && !Character.isDigit(upper.charAt(0));
    }

    private static String text(Field entry, String version) {
        StringBuilder text = new StringBuilder(version.isEmpty() ? "\"\"" : version);
        for (String bound : List.of("lessThan", "lessThanOrEqual")) {
            if (entry.has(bound)) {
                text.append(", ").append(bound).append(' ').append(entry.text(bound));
            }
        }
        return text.toString();
    }

    private static VersionStatus status(Field field, @Nullable VersionStatus whenAbsent) {
        return switch (field.text()) {
            case "affected" -> VersionStatus.AFFECTED;
            case "unaffected" -> VersionStatus.UNAFFECTED;
            case "unknown" -> VersionStatus.UNKNOWN;
            default -> {
                if (whenAbsent == null || field.present()) {
                    field.lose(field.present() ? "is no status: " + field.quoted() : "is missing");
                }
                yield VersionStatus.UNKNOWN;
            }
        };
    }

    /// The one order that all of an entry's types name; several orders in one statement are compared by
    /// common sense.
    private static VersionScheme scheme(Set<String> types) {
        List<VersionScheme> schemes =
                types.stream().map(CveVersions::scheme).distinct().toList();
        return schemes.size() == 1 ? schemes.getFirst() : VersionScheme.GENERIC;
    }

    private static VersionScheme scheme(String type) {
        String known = switch (type.toLowerCase(Locale.ROOT)) {
            case "semver", "original_commit_for_fix" -> "semver";
            case "python", "pep440" -> "pypi";
            case "dpkg", "debian" -> "deb";
            default -> type;
        };
        return VersionScheme.of(known).orElse(VersionScheme.GENERIC);
    }
}
