package dev.ward.standards.vex;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ward.house.RealFiles;
import dev.ward.standards.input.Unread;
import dev.ward.standards.input.UnreadReport;
import dev.ward.standards.input.UnreadableInput;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// Reads the examples of all three formats, and what hostile senders make of them.
class VexReaderTest {

    private final List<Unread> unread = new ArrayList<>();

    private VexDocument read(String text) throws IOException, UnreadableInput {
        return VexReader.read(
                new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)),
                new UnreadReport("vex.json", unread::add));
    }

    private VexDocument real(Path file) throws IOException, UnreadableInput {
        try (InputStream in = RealFiles.open(file)) {
            return VexReader.read(in, new UnreadReport(file.toString(), unread::add));
        }
    }

    @Test
    void readsCsafWithFlagsAndImpact() throws Exception {
        VexDocument document =
                real(RealFiles.need("csaf-oasis-examples/csaf_2.0/examples/csaf/csaf_vex/sec-vex-2022-0001.json"));

        assertThat(document.format()).isEqualTo(VexFormat.CSAF);
        assertThat(document.author()).isEqualTo("Secvisogram");
        assertThat(document.id()).isEqualTo("SEC-VEX-2022-0001");
        assertThat(document.statements()).isNotEmpty().allSatisfy(one -> {
            assertThat(one.status()).isEqualTo(VexStatus.NOT_AFFECTED);
            assertThat(one.justification()).isEqualTo("component_not_present");
            assertThat(one.words()).contains("No Java is included.");
            assertThat(one.product()).isEqualTo(new VexProduct("Secvisogram <=1.14.0", null));
            assertThat(one.at()).isEqualTo(Instant.parse("2022-05-27T10:00:00Z"));
        });
        assertThat(document.statements().getFirst().vulnerability()).containsExactly("CVE-2021-44228");
        assertThat(unread).isEmpty();
    }

    @Test
    void readsEveryDocumentOfTheReferenceImplementationOfOpenVex() throws Exception {
        int statements = 0;
        for (Path file : json(RealFiles.need("vex-openvex/vex/testdata"))) {
            VexDocument document = real(file);
            assertThat(document.format()).as(file.toString()).isEqualTo(VexFormat.OPENVEX);
            assertThat(document.author()).as(file.toString()).isNotEmpty();
            assertThat(document.statements())
                    .as(file.toString())
                    .isNotEmpty()
                    .allSatisfy(one ->
                            assertThat(one.product().purl()).as(one.toString()).isNotNull());
            statements += document.statements().size();
        }
        assertThat(statements).isGreaterThanOrEqualTo(5);
        assertThat(unread).isEmpty();
    }

    @Test
    void readsEveryDocumentOfCycloneDxAndTellsWhatHasNoAnalysis() throws Exception {
        int statements = 0;
        for (Path file : json(RealFiles.need("vex-cyclonedx"))) {
            VexDocument document = real(file);
            assertThat(document.format()).as(file.toString()).isEqualTo(VexFormat.CYCLONEDX);
            statements += document.statements().size();
        }
        assertThat(statements).isGreaterThan(20);
        VexDocument known = real(RealFiles.need("vex-cyclonedx/vex.json"));
        assertThat(known.statements()).singleElement().satisfies(one -> {
            assertThat(one.status()).isEqualTo(VexStatus.NOT_AFFECTED);
            assertThat(one.justification()).isEqualTo("code_not_reachable");
            assertThat(one.vulnerability()).contains("CVE-2020-25649", "SNYK-JAVA-COMFASTERXMLJACKSONCORE-1048302");
        });
    }

    private static List<Path> json(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            List<Path> found = files.filter(file -> file.toString().endsWith(".json"))
                    .sorted()
                    .toList();
            assertThat(found).isNotEmpty();
            return found;
        }
    }

    @Test
    void findsTheProductOfCsafByItsPurlAndKeepsTheGraverOfTwoStatuses() throws Exception {
        VexDocument document = read("""
                {"document": {"csaf_version": "2.0", "publisher": {"name": "S"}},
                 "product_tree": {
                   "branches": [{"branches": [{"product": {"product_id": "A", "name": "Lib 1",
                     "product_identification_helper": {"purl": "pkg:pypi/Zope_Interface@1"}}}]}],
                   "product_groups": [{"group_id": "G", "product_ids": ["A", "B"]}]},
                 "vulnerabilities": [{"cve": "CVE-2099-1",
                   "flags": [{"label": "vulnerable_code_not_present", "group_ids": ["G"]}],
                   "product_status": {"known_not_affected": ["A", "B"], "known_affected": ["B"]}},
                  {"cve": 7, "product_status": {"fixed": ["A"]}}]}
                """);

        assertThat(document.statements()).hasSize(2);
        VexStatement affected = document.statements().getFirst();
        assertThat(affected.status()).isEqualTo(VexStatus.AFFECTED);
        assertThat(affected.product()).isEqualTo(new VexProduct("B", null));
        assertThat(affected.justification()).isEmpty();
        VexStatement absent = document.statements().getLast();
        assertThat(absent.justification()).isEqualTo("vulnerable_code_not_present");
        assertThat(absent.product().purl()).hasToString("pkg:pypi/zope-interface@1");
        assertThat(unread)
                .extracting(Unread::reason)
                .contains("\"B\" has two statuses; the graver is kept", "\"B\" is not in the product tree")
                .contains("names no vulnerability by an id");
    }

    @Test
    void takesNoRangeOfVersionsOfCsafForEveryVersion() throws Exception {
        VexDocument document = read("""
                {"document": {"csaf_version": "2.0"}, "product_tree": {"branches": [
                  {"category": "product_version_range", "name": "<2", "product": {"product_id": "A", "name": "Lib <2",
                     "product_identification_helper": {"purl": "pkg:npm/lib"}}},
                  {"category": "product_version_range", "product": {"product_id": "B", "name": "Lib 1",
                     "product_identification_helper": {"purl": "pkg:npm/lib@1"}}},
                  {"category": "product_name", "product": {"product_id": "C", "name": "Lib",
                     "product_identification_helper": {"purl": "pkg:npm/lib"}}}],
                  "relationships": [{"product_reference": "A", "full_product_name": {"product_id": "D", "name": "Lib in X",
                     "product_identification_helper": {"purl": "pkg:npm/lib"}}}]},
                 "vulnerabilities": [{"cve": "CVE-2099-1", "product_status": {"fixed": ["A", "B", "C", "D"]}}]}
                """);

        assertThat(document.statements())
                .extracting(one -> one.product().name() + " " + one.product().purl())
                .containsExactly("Lib <2 null", "Lib 1 pkg:npm/lib@1", "Lib pkg:npm/lib", "Lib in X null");
        assertThat(unread)
                .extracting(Unread::reason)
                .containsExactly(
                        "is of a range of versions; it is shown, and found at no component",
                        "is of a range of versions; it is shown, and found at no component");
    }

    @Test
    void readsTheVersionsOfCycloneDxOneByOneAndTakesNoRangeForAVersion() throws Exception {
        VexDocument document = read("""
                {"bomFormat": "CycloneDX", "components": [{"bom-ref": "a", "name": "lib", "purl": "pkg:npm/lib"}],
                 "vulnerabilities": [{"id": "CVE-2099-1", "analysis": {"state": "exploitable"}, "affects": [
                   {"ref": "a", "versions": [{"version": "1", "status": "affected"},
                                             {"version": "2", "status": "unaffected"},
                                             {"range": "vers:npm/<1", "status": "unknown"}]},
                   {"ref": "urn:cdx:x/1#pkg:npm/other@3"}]}]}
                """);

        assertThat(document.statements())
                .extracting(one -> one.product().name() + " " + one.product().purl() + " " + one.status())
                .containsExactly(
                        "lib 1 pkg:npm/lib@1 AFFECTED",
                        "lib 2 pkg:npm/lib@2 NOT_AFFECTED",
                        "lib vers:npm/<1 null UNDER_INVESTIGATION",
                        "urn:cdx:x/1#pkg:npm/other@3 pkg:npm/other@3 AFFECTED");
    }

    @Test
    void tellsWhatItCannotReadAndReadsTheRest() throws Exception {
        VexDocument document = read("""
                {"@context": "https://openvex.dev/ns/v0.2.0", "author": ["x"], "statements": [
                  {"vulnerability": {"name": "CVE-2099-1"}, "status": "harmless", "products": ["pkg:npm/a@1"]},
                  {"vulnerability": {}, "status": "fixed", "products": ["pkg:npm/a@1"]}, 5,
                  {"vulnerability": "CVE-2099-2", "status": "fixed", "products": [7, {}, {"@id": "pkg:"}]},
                  {"vulnerability": "CVE-2099-3", "status": "fixed"},
                  {"vulnerability": "CVE-2099-4", "status": "fixed", "products": ["pkg:npm/a@1"], "timestamp": "soon"}]}
                """);

        assertThat(document.statements())
                .extracting(one -> one.vulnerability().getFirst() + " " + one.product())
                .containsExactly(
                        "CVE-2099-2 VexProduct[name=pkg:, purl=null]",
                        "CVE-2099-4 VexProduct[name=pkg:npm/a@1, purl=pkg:npm/a@1]");
        assertThat(unread)
                .extracting(one -> one.location().pointer() + " " + one.reason())
                .contains(
                        "/statements/0/status is no status: \"harmless\"",
                        "/statements/1 names no vulnerability",
                        "/statements/3/products/0 is no product: \"7.0\"",
                        "/statements/4 names no product");
        assertThatThrownBy(() -> read("{\"a\": 1}")).isInstanceOf(UnreadableInput.class);
        assertThatThrownBy(() -> read("")).isInstanceOf(UnreadableInput.class);
        assertThatThrownBy(() -> read("{\"statements\": [")).isInstanceOf(UnreadableInput.class);
        assertThatThrownBy(() -> read("[".repeat(5_000) + "]".repeat(5_000))).isInstanceOf(UnreadableInput.class);
    }

    @Test
    void staysWithinItsLimitsWhenOneLongTextIsSaidOfManyProducts() throws Exception {
        String products = IntStream.range(0, VexStatements.MOST + 1)
                .mapToObj(number -> "\"pkg:npm/a%d@1\"".formatted(number))
                .collect(Collectors.joining(","));

        VexDocument document = read("""
                {"@context": "https://openvex.dev/ns", "statements": [{"vulnerability": "CVE-2099-1", "status": "fixed",
                 "impact_statement": "%s", "products": [%s]}]}
                """.formatted("long ".repeat(2_000), products));

        assertThat(document.statements()).hasSize(VexStatements.MOST);
        assertThat(document.statements().getLast().words()).hasSize(VexStatements.LONGEST);
        assertThat(unread)
                .singleElement()
                .satisfies(one -> assertThat(one.reason()).contains("the rest are not read"));
    }

    /// Of 60,000 products in a group, one has a status, and the group is named 60,000 times.
    @Test
    @Timeout(20)
    void laysGroupsOfCsafOnceAndOnlyOnProductsWithAStatus() throws Exception {
        VexDocument document = read("""
                {"document": {"csaf_version": "2.0"},
                 "product_tree": {"product_groups": [{"group_id": "G", "product_ids": [%s]}]},
                 "vulnerabilities": [{"cve": "CVE-2099-1", "product_status": {"fixed": ["P1"]},
                   "flags": [{"label": "x", "group_ids": [%s]}],
                   "remediations": [{"details": "Take 2.", "group_ids": ["G"]}, %s]}]}
                """.formatted(many(60_000, "\"P%d\""), many(60_000, "\"G\""), many(300, """
                        {"details": "more", "group_ids": ["G"]}""")));

        assertThat(document.statements())
                .singleElement()
                .satisfies(one -> assertThat(one.words()).startsWith("Take 2.\nmore"));
        assertThat(unread).extracting(Unread::reason).contains("more is said of more products than is read");
    }

    @Test
    @Timeout(20)
    void joinsTextsOfCsafForProductsWithinALimit() throws Exception {
        String products = many(20_000, "\"P%d\"");

        VexDocument document = read("""
                {"document": {"csaf_version": "2.0"},
                 "product_tree": {"product_groups": [{"group_id": "G", "product_ids": [%s]}]},
                 "vulnerabilities": [{"cve": "CVE-2099-1", "product_status": {"fixed": [%s]},
                   "remediations": [{"details": "%s", "group_ids": ["G"]}, {"details": "b", "group_ids": ["G"]}]}]}
                """.formatted(products, products, "a".repeat(3_000)));

        assertThat(document.statements()).hasSize(20_000);
        assertThat(document.statements().stream()
                        .filter(one -> one.words().endsWith("b"))
                        .mapToLong(one -> one.words().length())
                        .sum())
                .isBetween(1L, CsafVex.MOST_JOINED);
        assertThat(document.statements().getLast().words()).hasSize(3_000);
        assertThat(unread)
                .extracting(Unread::reason)
                .containsOnlyOnce("more texts are said of the same products than are read; the rest is left out");
    }

    @Test
    void keepsIdsWithinALengthAndAllOfThemTogetherToo() throws Exception {
        String alias = "GHSA-" + "x".repeat(VexStatements.LONGEST_ID - 12);

        VexDocument document = read("""
                {"@context": "https://openvex.dev/ns", "author": "%s", "@id": "%s", "statements": [
                 {"vulnerability": {"name": "CVE-2099-1", "aliases": ["%s"]}, "status": "fixed", "products": ["pkg:npm/a@1"]},
                 {"vulnerability": {"name": "CVE-2099-2", "aliases": [%s]}, "status": "fixed", "products": [%s]}]}
                """.formatted(
                        "S".repeat(9_000),
                        "i".repeat(9_000),
                        "l".repeat(VexStatements.LONGEST_ID + 1),
                        many(49, "\"" + alias + "-%d\""),
                        many(5_000, "\"pkg:npm/a%d@1\"")));

        assertThat(document.author()).hasSize(1_000).endsWith("…");
        assertThat(document.id()).hasSize(1_000);
        assertThat(document.statements().getFirst().vulnerability()).containsExactly("CVE-2099-1");
        assertThat(document.statements()).hasSizeBetween(1_000, 4_000);
        assertThat(document.statements().getLast().vulnerability()).hasSize(50);
        assertThat(unread)
                .extracting(one -> one.lost() + " " + one.reason())
                .containsExactly(
                        "true has an id of more than 200 characters; it is not read",
                        "true the ids of all statements are too long together; this one and the rest are not read");
    }

    private static String many(int times, String each) {
        return IntStream.range(0, times).mapToObj(each::formatted).collect(Collectors.joining(","));
    }
}
