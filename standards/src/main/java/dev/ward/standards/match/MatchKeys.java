package dev.ward.standards.match;

import dev.ward.standards.advisory.Affected;
import dev.ward.standards.advisory.CpeCondition;
import dev.ward.standards.advisory.VersionStatements;
import dev.ward.standards.cpe.Cpe;
import dev.ward.standards.cpe.CpeValue;
import dev.ward.standards.purl.Purl;
import dev.ward.standards.version.VersionScheme;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/// The words under which statements and components find each other. Two that share no key cannot match.
public final class MatchKeys {

    /// What kind of name a key is, and so which of a component's versions is compared.
    public enum Use {
        /// A package: `npm/@babel/core`.
        PACKAGE,
        /// The source package that a binary package was built from; filed as a package.
        SOURCE,
        /// A product of CPE names: `a:openssl:openssl`; empty for criteria that name no single product.
        CPE,
        /// A product's name: `freertos`.
        NAME
    }

    /// @param text  the name; its form depends on `use`
    public record Key(Use use, String text) {

        @Override
        public String toString() {
            return use + " " + text;
        }
    }

    /// What decides for a component that shares a key with a statement.
    public enum Decision {
        /// The versions alone.
        VERSIONS,
        /// The versions alone, unless the component states more of itself than its product and version.
        VERSIONS_IF_OPEN,
        /// Only `Matching.match` can tell.
        FULL
    }

    /// What a statement says under one key.
    ///
    /// @param any  the versions; the component is hit when one of these says so
    public record Filed(List<VersionStatements> any, Decision decision) {}

    /// Criteria whose vendor or product is any or a pattern; every component with a CPE name looks here too.
    private static final Key ANY_PRODUCT = new Key(Use.CPE, "");

    /// Behind part, vendor, product and version: the first of a CPE name's other attributes.
    private static final int FIRST_ATTRIBUTE = 4;

    private MatchKeys() {}

    /// Where a statement is filed, and what it says there.
    public static Map<Key, Filed> of(Affected affected) {
        Map<Key, Filed> keys = new LinkedHashMap<>();
        switch (affected) {
            case Affected.EcosystemPackage packaged ->
                keys.put(
                        new Key(Use.PACKAGE, Distributions.packageKey(packaged.purl())),
                        new Filed(packaged.any(), packaged.release() == null ? Decision.VERSIONS : Decision.FULL));
            case Affected.Configuration(CpeCondition condition) -> file(condition, decision(condition), keys);
            case Affected.Product product -> {
                String name = Names.normal(product.product());
                if (!name.isEmpty()) {
                    keys.put(new Key(Use.NAME, name), new Filed(List.of(product.versions()), Decision.FULL));
                }
            }
        }
        return keys;
    }

    private static Decision decision(CpeCondition condition) {
        if (!isAlternatives(condition) || !leaves(condition).allMatch(MatchKeys::isOfVersions)) {
            return Decision.FULL;
        }
        return leaves(condition).allMatch(MatchKeys::isPlain) ? Decision.VERSIONS : Decision.VERSIONS_IF_OPEN;
    }

    /// Tells whether one vulnerable criteria is enough for the whole condition to hold.
    static boolean isAlternatives(CpeCondition condition) {
        return switch (condition) {
            case CpeCondition.Leaf leaf -> true;
            case CpeCondition.AnyOf(List<CpeCondition> any) -> any.stream().allMatch(MatchKeys::isAlternatives);
            case CpeCondition.AllOf(List<CpeCondition> all) -> all.size() == 1 && isAlternatives(all.getFirst());
            case CpeCondition.Not absent -> false;
        };
    }

    private static Stream<CpeCondition.Leaf> leaves(CpeCondition condition) {
        return switch (condition) {
            case CpeCondition.Leaf leaf -> Stream.of(leaf);
            case CpeCondition.AnyOf(List<CpeCondition> any) -> any.stream().flatMap(MatchKeys::leaves);
            case CpeCondition.AllOf(List<CpeCondition> all) -> all.stream().flatMap(MatchKeys::leaves);
            case CpeCondition.Not(CpeCondition absent) -> leaves(absent);
        };
    }

    private static boolean isOfVersions(CpeCondition.Leaf leaf) {
        return leaf.vulnerable()
                && leaf.criteria().productKey().isPresent()
                && leaf.criteria().version().kind() != CpeValue.Kind.NA;
    }

    /// Nothing but part, vendor, product and version is said, so that an equal product and its version decide.
    private static boolean isPlain(CpeCondition.Leaf leaf) {
        return leaf.criteria().values().stream()
                .skip(FIRST_ATTRIBUTE)
                .allMatch(value -> value.kind() == CpeValue.Kind.ANY);
    }

    private static void file(CpeCondition condition, Decision decision, Map<Key, Filed> keys) {
        switch (condition) {
            case CpeCondition.Leaf leaf -> {
                if (leaf.vulnerable()) {
                    file(leaf, decision, keys);
                }
            }
            case CpeCondition.AllOf(List<CpeCondition> conditions) ->
                conditions.forEach(one -> file(one, decision, keys));
            case CpeCondition.AnyOf(List<CpeCondition> conditions) ->
                conditions.forEach(one -> file(one, decision, keys));
            case CpeCondition.Not(CpeCondition absent) -> {
                // what must be absent brings no component into question
            }
        }
    }

    private static void file(CpeCondition.Leaf leaf, Decision decision, Map<Key, Filed> keys) {
        VersionStatements versions = CriteriaVersions.of(leaf);
        Key key = leaf.criteria()
                .productKey()
                .map(product -> new Key(Use.CPE, product))
                .orElse(ANY_PRODUCT);
        add(keys, key, versions, decision);
        String name = Names.normal(leaf.criteria().product().text());
        if (!name.isEmpty()) {
            add(keys, new Key(Use.NAME, name), versions, Decision.FULL);
        }
    }

    private static void add(Map<Key, Filed> keys, Key key, VersionStatements versions, Decision decision) {
        Filed filed = keys.computeIfAbsent(key, absent -> new Filed(new ArrayList<>(1), decision));
        if (!filed.any().contains(versions)) {
            filed.any().add(versions);
        }
    }

    /// Where the statements that may hit a component are filed.
    public static Set<Key> of(ComponentIdentity component) {
        Set<Key> keys = new LinkedHashSet<>();
        Purl purl = component.purl();
        if (purl != null) {
            keys.add(new Key(Use.PACKAGE, Distributions.packageKey(purl)));
            Distributions.SourcePackage source = Distributions.sourcePackage(purl);
            if (source != null && !source.key().equals(Distributions.packageKey(purl))) {
                keys.add(new Key(Use.SOURCE, source.key()));
            }
        }
        for (Cpe cpe : component.cpes()) {
            cpe.productKey()
                    .ifPresentOrElse(
                            product -> keys.add(new Key(Use.CPE, product)),
                            () -> name(cpe.product().text(), keys));
        }
        if (!component.cpes().isEmpty()) {
            keys.add(ANY_PRODUCT);
        }
        if (isKnownByNameOnly(component)) {
            name(component.name(), keys);
        }
        return keys;
    }

    private static void name(String product, Set<Key> keys) {
        String name = Names.normal(product);
        if (!name.isEmpty()) {
            keys.add(new Key(Use.NAME, name));
        }
    }

    /// Tells whether names are all there is: a package of a known ecosystem or a product with a CPE name is
    /// never
    /// matched by its name, since "mysql" of npm is not MySQL.
    static boolean isKnownByNameOnly(ComponentIdentity component) {
        Purl purl = component.purl();
        boolean ecosystem = purl != null
                && VersionScheme.of(purl.type())
                        .filter(scheme -> scheme != VersionScheme.GENERIC)
                        .isPresent();
        return component.cpes().isEmpty() && !ecosystem;
    }
}
