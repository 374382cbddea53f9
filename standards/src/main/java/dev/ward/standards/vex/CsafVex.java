package dev.ward.standards.vex;

import dev.ward.standards.purl.Purl;
import dev.ward.standards.source.Field;
import dev.ward.standards.source.Timestamps;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Reads what a CSAF document says of the status of products, whatever its profile.
///
/// Source: OASIS CSAF 2.0, 3.2.2 (product tree), 3.2.3 (vulnerabilities), 4.5 (profile VEX).
final class CsafVex {

    /// The lists of products in the order of their gravity: of a product in two of them, the graver
    /// counts.
    private static final Map<String, VexStatus> LISTS = lists();

    /// How many products of groups are looked through for flags, impacts and remedies; groups let a short
    /// document say a thing of very many.
    static final long MOST_LAID = 10_000_000;

    /// How many characters may come of texts that are joined for single products.
    static final long MOST_JOINED = 20_000_000;

    private final Map<String, VexProduct> products = new HashMap<>();
    private final Set<String> ranges = new HashSet<>();
    private final Map<String, Set<String>> groups = new HashMap<>();
    private final VexStatements statements = new VexStatements();
    private long laid;
    private long joined;
    private boolean full;
    private final @Nullable Instant at;

    private CsafVex(@Nullable Instant at) {
        this.at = at;
    }

    private static Map<String, VexStatus> lists() {
        Map<String, VexStatus> lists = new LinkedHashMap<>();
        lists.put("known_affected", VexStatus.AFFECTED);
        lists.put("first_affected", VexStatus.AFFECTED);
        lists.put("last_affected", VexStatus.AFFECTED);
        lists.put("under_investigation", VexStatus.UNDER_INVESTIGATION);
        lists.put("fixed", VexStatus.FIXED);
        lists.put("first_fixed", VexStatus.FIXED);
        lists.put("known_not_affected", VexStatus.NOT_AFFECTED);
        return lists;
    }

    static VexDocument read(Field root) {
        Field document = root.object("document");
        Field tracking = document.object("tracking");
        CsafVex reading = new CsafVex(Timestamps.read(tracking, "current_release_date"));
        reading.tree(root.object("product_tree"));
        root.objects("vulnerabilities").forEach(reading::vulnerability);
        return new VexDocument(
                VexFormat.CSAF,
                tracking.text("id"),
                document.object("publisher").text("name"),
                tracking.text("version"),
                reading.at,
                reading.statements.list());
    }

    /// @param range  whether it, or one that it stands in, is of a range of versions
    private record Branch(Field field, boolean range) {

        static Branch of(Field field, boolean within) {
            return new Branch(field, within || field.text("category").equals("product_version_range"));
        }
    }

    private void tree(Field tree) {
        tree.objects("full_product_names").forEach(one -> product(one, false));
        Deque<Branch> open = new ArrayDeque<>();
        tree.objects("branches").forEach(one -> open.push(Branch.of(one, false)));
        while (!open.isEmpty()) {
            Branch branch = open.pop();
            if (branch.field().has("product")) {
                product(branch.field().object("product"), branch.range());
            }
            branch.field().objects("branches").forEach(one -> open.push(Branch.of(one, branch.range())));
        }
        // A product within another one is neither of the two: only a purl of its own says which it is.
        tree.objects("relationships")
                .forEach(one -> product(
                        one.object("full_product_name"),
                        ranges.contains(one.text("product_reference"))
                                || ranges.contains(one.text("relates_to_product_reference"))));
        tree.objects("product_groups")
                .forEach(one -> groups.put(one.text("group_id"), new LinkedHashSet<>(one.texts("product_ids"))));
    }

    private void product(Field product, boolean range) {
        String id = product.text("product_id");
        if (id.isEmpty()) {
            product.lose("has no product_id");
            return;
        }
        Field given = product.object("product_identification_helper").at("purl");
        Purl purl = VexProduct.purl(given.text());
        if (given.present() && purl == null) {
            given.mark("is no package URL: " + given.quoted());
        }
        if (range && (purl == null || purl.version() == null)) {
            ranges.add(id);
            if (purl != null) {
                // Ward does not place versions in a range here; without purl nobody takes it for said of any version.
                purl = null;
                given.mark("is of a range of versions; it is shown, and found at no component");
            }
        }
        String name = product.text("name");
        products.put(id, new VexProduct(name.isEmpty() ? id : name, purl));
    }

    private void vulnerability(Field vulnerability) {
        Set<String> given = new LinkedHashSet<>();
        given.add(vulnerability.text("cve"));
        vulnerability.objects("ids").forEach(one -> given.add(one.text("text")));
        List<String> names = VexStatements.names(vulnerability, given);
        if (names.isEmpty()) {
            vulnerability.lose("names no vulnerability by an id");
            return;
        }
        Map<String, VexStatus> statuses = statuses(vulnerability.object("product_status"));
        if (statuses.isEmpty()) {
            vulnerability.lose("gives no product a status");
        }
        Map<String, String> flags = told(vulnerability.objects("flags"), "label", statuses.keySet());
        Map<String, String> impacts = told(
                vulnerability.objects("threats").stream()
                        .filter(one -> one.text("category").equals("impact"))
                        .toList(),
                "details",
                statuses.keySet());
        Map<String, String> remedies = told(vulnerability.objects("remediations"), "details", statuses.keySet());
        statuses.forEach((id, status) -> statements.add(
                vulnerability,
                names,
                named(vulnerability, id),
                status,
                status == VexStatus.NOT_AFFECTED ? flags.getOrDefault(id, "") : "",
                joined(vulnerability, impacts.getOrDefault(id, ""), remedies.getOrDefault(id, "")),
                at));
    }

    private VexProduct named(Field vulnerability, String id) {
        VexProduct known = products.get(id);
        if (known == null) {
            vulnerability.at("product_status").mark("\"%s\" is not in the product tree".formatted(id));
            return new VexProduct(id, null);
        }
        return known;
    }

    private static Map<String, VexStatus> statuses(Field status) {
        Map<String, VexStatus> statuses = new LinkedHashMap<>();
        LISTS.forEach((list, meaning) -> {
            for (String id : status.texts(list)) {
                VexStatus graver = statuses.putIfAbsent(id, meaning);
                if (graver != null && graver != meaning) {
                    status.at(list).mark("\"%s\" has two statuses; the graver is kept".formatted(id));
                }
            }
        });
        return statuses;
    }

    /// What is said of products, by product; without products it is said of none.
    ///
    /// @param of  the products that matter
    private Map<String, String> told(List<Field> said, String what, Set<String> of) {
        Map<String, String> told = new HashMap<>();
        for (Field one : said) {
            String text = VexStatements.cut(one.text(what));
            if (text.isEmpty()) {
                continue;
            }
            Set<String> ids = named(one);
            ids.retainAll(of);
            ids.forEach(id -> told.merge(id, text, (first, more) -> joined(one, first, more)));
        }
        return told;
    }

    /// The products that it names, one by one or by groups, as far as they are read.
    private Set<String> named(Field said) {
        Set<String> ids = new LinkedHashSet<>(said.texts("product_ids"));
        for (String name : new LinkedHashSet<>(said.texts("group_ids"))) {
            Set<String> group = groups.getOrDefault(name, Set.of());
            if (laid + group.size() > MOST_LAID) {
                said.lose("more is said of more products than is read");
                break;
            }
            laid += group.size();
            ids.addAll(group);
        }
        return ids;
    }

    private String joined(Field place, String first, String more) {
        if (first.isEmpty() || more.isEmpty()) {
            return first.isEmpty() ? more : first;
        }
        int length = Math.min(first.length() + 1 + more.length(), VexStatements.LONGEST);
        if (joined + length > MOST_JOINED) {
            if (!full) {
                full = true;
                place.lose("more texts are said of the same products than are read; the rest is left out");
            }
            return first;
        }
        joined += length;
        return VexStatements.cut(first + "\n" + more);
    }
}
