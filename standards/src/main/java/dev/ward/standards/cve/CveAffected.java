package dev.ward.standards.cve;

import dev.ward.standards.advisory.Affected;
import dev.ward.standards.advisory.CpeCondition;
import dev.ward.standards.advisory.VersionStatements;
import dev.ward.standards.cpe.Cpe;
import dev.ward.standards.purl.Purl;
import dev.ward.standards.source.CpeConditions;
import dev.ward.standards.source.Field;
import dev.ward.standards.source.Purls;
import dev.ward.standards.version.VersionScheme;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Reads the products that one container says are affected: as packages, by their CPE names, and by their
/// names.
///
/// Source: CVE Record Format 5.1, `affected`.
final class CveAffected {

    private static final Set<String> NO_NAMES =
            Set.of("", "-", "n/a", "na", "unknown", "unspecified", "multiple", "various");

    private CveAffected() {}

    static List<Affected> read(Field container) {
        List<Affected> affected = new ArrayList<>();
        for (Field entry : container.objects("affected")) {
            entry(entry, affected);
        }
        return affected;
    }

    private static void entry(Field entry, List<Affected> affected) {
        String vendor = entry.text("vendor").strip();
        String product = entry.text("product").strip();
        String packageName = entry.text("packageName").strip();
        Optional<Purl> purl = purl(entry);
        VersionScheme openssl = product.equalsIgnoreCase("openssl") ? VersionScheme.OPENSSL : null;
        VersionStatements versions = CveVersions.read(entry, openssl);
        List<Cpe> cpes = new ArrayList<>();
        entry.each("cpes").forEach(cpe -> CpeConditions.name(cpe).ifPresent(cpes::add));
        if (ProductHolder.isHolder(cpes, product, packageName)) {
            inside(cpes, vendor, packageName, purl, versions, affected);
            return;
        }
        purl.ifPresent(it -> affected.add(ofPackage(it, null, versions)));
        @Nullable VersionStatements ofNames = entry.has("versions") || entry.has("defaultStatus") ? versions : null;
        List<CpeCondition> names = new ArrayList<>();
        cpes.forEach(cpe -> names.add(new CpeCondition.Leaf(cpe, true, ofNames)));
        if (!names.isEmpty()) {
            affected.add(new Affected.Configuration(new CpeCondition.AnyOf(names)));
        }
        if (isName(vendor) && isName(product)) {
            affected.add(new Affected.Product(vendor, product, versions));
        }
    }

    /// A package inside the product that the CPE names stand for: they only tell of which release it is.
    private static void inside(
            List<Cpe> cpes,
            String vendor,
            String packageName,
            Optional<Purl> purl,
            VersionStatements versions,
            List<Affected> affected) {
        if (purl.isPresent()) {
            for (String release : ProductHolder.releases(cpes)) {
                affected.add(ofPackage(purl.get(), release.isEmpty() ? null : release, versions));
            }
        } else if (isName(packageName)) {
            String name = packageName.substring(packageName.lastIndexOf('/') + 1);
            affected.add(new Affected.Product(vendor, name, versions));
        }
    }

    private static Optional<Purl> purl(Field entry) {
        Optional<Purl> purl = Purls.read(entry.at("packageURL"));
        return purl.isPresent()
                ? purl
                : PackageCollections.purl(entry.text("collectionURL"), entry.text("packageName"));
    }

    /// A package is compared in its ecosystem's order, whatever the record calls its versions.
    private static Affected ofPackage(Purl purl, @Nullable String release, VersionStatements versions) {
        VersionScheme scheme =
                versions.scheme() == null ? null : VersionScheme.of(purl.type()).orElse(null);
        return new Affected.EcosystemPackage(
                purl,
                release,
                List.of(new VersionStatements(scheme, versions.schemeName(), versions.rows(), versions.otherwise())));
    }

    private static boolean isName(String text) {
        return !NO_NAMES.contains(text.toLowerCase(Locale.ROOT));
    }
}
