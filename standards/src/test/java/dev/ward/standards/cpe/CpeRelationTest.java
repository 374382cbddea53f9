package dev.ward.standards.cpe;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CpeRelationTest {

    /// The rows of NISTIR 7696, table 6-2; the fourteenth twice, for both of its outcomes.
    @ParameterizedTest
    @CsvSource({
        "*,*,EQUAL",
        "*,-,SUPERSET",
        "*,8.*,UNDEFINED",
        "*,8,SUPERSET",
        "-,*,SUBSET",
        "-,-,EQUAL",
        "-,8.*,UNDEFINED",
        "-,8,DISJOINT",
        "8,8,EQUAL",
        "8,9,DISJOINT",
        "8,8.*,UNDEFINED",
        "8,-,DISJOINT",
        "8,*,SUBSET",
        "8.*,8.1,SUPERSET",
        "8.*,9.1,DISJOINT",
        "8.*,*,SUBSET",
        "8.*,-,DISJOINT",
        "8.*,8.1.*,UNDEFINED",
    })
    void followsTheTableOfValues(String source, String target, CpeRelation relation) {
        assertThat(version(source).relation(version(target))).isEqualTo(relation);
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '§',
            value = {
                "8.*,8.,true",
                "8.*,8.0.6001,true",
                "*.js,node.js,true",
                "*.js,node.jsx,false",
                "?8,8,true",
                "?8,18,true",
                "?8,118,false",
                "??8??,118ab,true",
                "??8??,118abc,false",
                "*8?,888,true",
                "*8?,8811,false",
                "?,a,true",
                "???,ab,true",
                "??,abc,false",
                "*c\\+\\+,visual_c\\+\\+,true",
                "c\\**,c\\*1,true",
                "c\\**,cd1,false",
                "c\\\\*,c\\\\1,true",
            })
    void matchesWildcardsAtTheEnds(String source, String target, boolean matches) {
        assertThat(version(source).relation(version(target)))
                .isEqualTo(matches ? CpeRelation.SUPERSET : CpeRelation.DISJOINT);
    }

    @ParameterizedTest
    @CsvSource({
        "a:b:c:*:*:*,a:b:c:*:*:*,EQUAL",
        "a:b:c:*:*:*,a:b:c:1:*:*,SUPERSET",
        "a:b:c:1:*:*,a:b:c:*:*:*,SUBSET",
        "a:b:c:1:*:*,a:b:c:2:*:*,DISJOINT",
        "a:b:c:1:*:*,a:b:c:*:2:*,UNDEFINED",
        "a:b:c:*:*:*,a:b:c:1*:*:*,UNDEFINED",
        "a:b:c:*:*:x,a:b:c:1*:*:y,DISJOINT",
        "a:b:c:*:-:*,a:b:c:1:-:*,SUPERSET",
        "a:b:c:1:-:*,a:b:c:1:sp1:*,DISJOINT",
        "a:adobe:*:9.*:*:palmos,a:adobe:reader:9.3.2:-:-,DISJOINT",
        "a:adobe:*:9.*:*:*,a:adobe:reader:9.3.2:-:-,SUPERSET",
    })
    void combinesTheRelationsOfTheAttributes(String source, String target, CpeRelation relation) {
        assertThat(name(source).relation(name(target))).isEqualTo(relation);
    }

    private static CpeValue version(String pattern) {
        return name("a:b:c:" + pattern + ":*:*").version();
    }

    private static Cpe name(String six) {
        return Cpe.parse("cpe:2.3:" + six + ":*:*:*:*:*");
    }
}
