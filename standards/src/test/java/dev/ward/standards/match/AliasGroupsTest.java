package dev.ward.standards.match;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class AliasGroupsTest {

    private final AliasGroups groups = new AliasGroups();

    @Test
    void joinsRecordsThatShareAnAlias() {
        groups.add("GHSA-1", List.of("CVE-2024-0001"));
        groups.add("PYSEC-2024-1", List.of("GHSA-1"));
        groups.add("CVE-2024-0001", List.of());
        groups.resolve();

        assertThat(groups.groupOf("PYSEC-2024-1")).isEqualTo(groups.groupOf("CVE-2024-0001"));
        assertThat(groups.groups().get(groups.groupOf("GHSA-1")))
                .containsExactlyInAnyOrder("CVE-2024-0001", "GHSA-1", "PYSEC-2024-1");
        assertThat(groups.conflicts()).isEmpty();
    }

    @Test
    void joinsInWhateverOrderTheRecordsCome() {
        groups.add("A", List.of("B"));
        groups.add("C", List.of("D"));
        groups.add("D", List.of("A"));
        groups.resolve();

        assertThat(groups.groupOf("B")).isEqualTo(groups.groupOf("C"));
    }

    @Test
    void doesNotJoinARecordThatListsSeveralCveIds() {
        groups.add("GO-2024-1", List.of("CVE-2024-0001", "CVE-2024-0002"));
        groups.add("GHSA-1", List.of("CVE-2024-0001"));
        groups.resolve();

        assertThat(groups.groupOf("GO-2024-1")).isNotEqualTo(groups.groupOf("CVE-2024-0001"));
        assertThat(groups.groupOf("GHSA-1")).isEqualTo(groups.groupOf("CVE-2024-0001"));
        assertThat(groups.conflicts()).singleElement().satisfies(conflict -> {
            assertThat(conflict.ids()).containsExactly("CVE-2024-0001", "CVE-2024-0002", "GO-2024-1");
            assertThat(conflict.reason()).contains("GO-2024-1 lists 2 CVE ids");
        });
    }

    @Test
    void takesASetApartThatWouldJoinTwoPublishedCveIds() {
        groups.add("GHSA-1", List.of("CVE-2024-0001"));
        groups.add("PYSEC-1", List.of("GHSA-1"));
        groups.add("OSV-1", List.of("PYSEC-1"));
        groups.add("OSV-2", List.of("OSV-1", "CVE-2024-0002"));
        groups.resolve();

        assertThat(List.of("GHSA-1", "PYSEC-1", "OSV-1", "OSV-2", "CVE-2024-0001", "CVE-2024-0002").stream()
                        .map(groups::groupOf)
                        .distinct())
                .hasSize(6);
        assertThat(groups.conflicts())
                .singleElement()
                .satisfies(conflict -> assertThat(conflict.ids())
                        .containsExactly("CVE-2024-0001", "CVE-2024-0002", "GHSA-1", "OSV-1", "OSV-2", "PYSEC-1"));
    }

    @Test
    void letsARejectedCveIdBeNoObstacle() {
        groups.add("GHSA-1", List.of("CVE-2024-0001"));
        groups.add("OSV-1", List.of("GHSA-1"));
        groups.add("OSV-1", List.of("CVE-2024-0002"));
        groups.addUnpublished("CVE-2024-0002");
        groups.resolve();

        assertThat(groups.groupOf("CVE-2024-0002")).isEqualTo(groups.groupOf("CVE-2024-0001"));
        assertThat(groups.conflicts()).isEmpty();
    }

    @Test
    void keepsOtherSetsJoinedBesideAConflict() {
        groups.add("X", List.of("CVE-2024-0001"));
        groups.add("Y", List.of("X", "CVE-2024-0002"));
        groups.add("GHSA-9", List.of("CVE-2024-0009"));
        groups.resolve();

        assertThat(groups.groupOf("GHSA-9")).isEqualTo(groups.groupOf("CVE-2024-0009"));
    }

    @Test
    void joinsAnyNumberOfRecords() {
        for (int i = 0; i < 5_000; i++) {
            groups.add("GHSA-" + i, List.of("CVE-2024-" + (10_000 + i)));
        }
        groups.resolve();

        assertThat(groups.groups()).hasSize(5_000);
        assertThat(groups.groupOf("GHSA-4999")).isEqualTo(groups.groupOf("CVE-2024-14999"));
    }

    @Test
    void keepsARecordThatListsSeveralApartFromWhicheverSideItIsNamed() {
        groups.add("GHSA-1", List.of("CVE-2020-0001", "CVE-2020-0002"));
        groups.add("BIT-1", List.of("GHSA-1", "CVE-2020-0001"));
        groups.resolve();

        assertThat(groups.groupOf("GHSA-1")).isNotEqualTo(groups.groupOf("CVE-2020-0001"));
        assertThat(groups.groupOf("BIT-1")).isEqualTo(groups.groupOf("CVE-2020-0001"));
    }
}
