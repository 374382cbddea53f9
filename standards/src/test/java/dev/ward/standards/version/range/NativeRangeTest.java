package dev.ward.standards.version.range;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ward.standards.version.Containment;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NativeRangeTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "''; *",
                "x; *",
                "1; >=1.0.0|<2.0.0",
                "1.2; >=1.2.0|<1.3.0",
                "v1.2.3; 1.2.3",
                "= 1.2.3+build; 1.2.3",
                "1.2.3 - 2.3.4; >=1.2.3|<=2.3.4",
                "1.2 - 2.3; >=1.2.0|<2.4.0",
                "1 - 2.x; >=1.0.0|<3.0.0",
                "^1.2.3; >=1.2.3|<2.0.0",
                "^0.0.3; >=0.0.3|<0.0.4",
                "^0.0.0; >=0.0.0|<0.0.1",
                "^0.x; >=0.0.0|<1.0.0",
                "^0.0.x; >=0.0.0|<0.1.0",
                "^ 1.2.3-beta.2; >=1.2.3-beta.2|<2.0.0",
                "~1; >=1.0.0|<2.0.0",
                "~>1.2; >=1.2.0|<1.3.0",
                "~1.2.3-beta; >=1.2.3-beta|<1.3.0",
                ">1; >=2.0.0",
                ">1.2; >=1.3.0",
                "<1; <1.0.0",
                "<=1.x; <2.0.0",
                ">=*; *",
                "<*; <0.0.0-0",
                "1.x || >=1.5.0 <3; >=1.0.0|<3.0.0",
                "9 || 1.2.3; 1.2.3|>=9.0.0|<10.0.0",
                "^99999999999999999999; >=99999999999999999999.0.0|<100000000000000000000.0.0"
            })
    void readsNpm(String range, String expected) {
        assertThat(NativeRange.toVers("npm", range)).hasToString("vers:npm/" + expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "[>=1.0 <2.0]; >=1.0|<2.0",
                "[>= 1.0, include_prerelease]; >=1.0",
                "~1; >=1|<2-",
                "^0.0.0; >=0.0.0|<0.0.1-",
                "^1.2.3-pre+b; >=1.2.3-pre+b|<2-",
                "*; >=0.0.0"
            })
    void readsConan(String range, String expected) {
        assertThat(NativeRange.toVers("conan", range)).hasToString("vers:conan/" + expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "~> 2; >=2|<3",
                "~> 2.0.8.rc1; >=2.0.8.rc1|<2.1",
                ">= 1.0, < 2.0, != 1.5; >=1.0|!=1.5|<2.0",
                "1.0; 1.0",
                ">= 1.0, != 1.0; >1.0"
            })
    void readsGem(String range, String expected) {
        assertThat(NativeRange.toVers("gem", range)).hasToString("vers:gem/" + expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "''; *",
                "== 1.2.*; >=1.2.dev0|<1.3.dev0",
                "==v1.*; >=1.dev0|<2.dev0",
                "!=1.2.*; <1.2.dev0|>=1.3.dev0",
                ">=1.0, !=1.2.*, !=1.3.*, <2; >=1.0|<1.2.dev0|>=1.4.dev0|<2",
                "~=1.4.2; >=1.4.2|<1.5.dev0",
                "~=1!2.2.post3; >=1%212.2.post3|<1%213.dev0",
                ">=1.0,<2.0,!=1.5; >=1.0|!=1.5|<2.0",
                "===1.0; 1.0"
            })
    void readsPypi(String range, String expected) {
        assertThat(NativeRange.toVers("pypi", range)).hasToString("vers:pypi/" + expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "maven; [1.0,2.0); >=1.0|<2.0",
                "maven; (,1.0],[1.2,); <=1.0|>=1.2",
                "maven; [1.5]; 1.5",
                "maven; (,1.1),(1.1,); !=1.1",
                "maven; (,); *",
                "maven; 1.0; 1.0",
                "nuget; 1.0; >=1.0",
                "nuget; [1.0]; 1.0",
                "nuget; (1.0,); >1.0",
                "nuget; (,1.0]; <=1.0",
                "nuget; 1.2.*; >=1.2|<1.3",
                "nuget; *; *"
            })
    void readsIntervals(String scheme, String range, String expected) {
        assertThat(NativeRange.toVers(scheme, range)).hasToString("vers:" + scheme + "/" + expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "nginx; all; *",
                "nginx; 1.1.4-1.2.8, 1.3.9-1.4.0; >=1.1.4|<=1.2.8|>=1.3.9|<=1.4.0",
                "nginx; 1.5.0+, 1.4.1+; >=1.4.1",
                "openssl; 1.0.1b; 1.0.1b"
            })
    void readsAdvisoriesOfProjects(String scheme, String range, String expected) {
        assertThat(NativeRange.toVers(scheme, range)).hasToString("vers:" + scheme + "/" + expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "npm; latest; \"latest\"",
                "npm; >=; \">=\"",
                "npm; > > 1; \">>\"",
                "npm; !1.0.0; \"!\"",
                "npm; 1.2.3.4; \"1.2.3.4\"",
                "npm; >2.0.0 <1.0.0; no version",
                "conan; >=1.0, loud; \" loud\"",
                "conan; ^a.b; \"a\"",
                "gem; ~> x; \"x\"",
                "gem; => 1.0; \"=>\"",
                "pypi; ^1.0; \"^1.0\"",
                "pypi; ~=1; \"1\"",
                "pypi; ==1.a.*; \"a\"",
                "maven; [1.0,2.0; \"[1.0,2.0\"",
                "maven; [1.0,2.0,3.0]; interval",
                "maven; (1.0); interval",
                "nuget; [1.0,2.0],[3.0,4.0]; more than one",
                "nginx; none; \"none\"",
                "nginx; 1+; branch",
                "openssl; ''; \"\"",
                "golang; >=1.0; \"golang\""
            })
    void refusesWhatItCannotRead(String scheme, String range, String reason) {
        assertThatThrownBy(() -> NativeRange.toVers(scheme, range))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(reason);
    }

    @Test
    void leavesOutNoVersionThatAResolverWouldChoose() {
        assertThat(NativeRange.toVers("npm", "^1.2.3").contains("1.9.9")).isEqualTo(Containment.INSIDE);
        assertThat(NativeRange.toVers("pypi", "~=1.4.2").contains("1.4.9")).isEqualTo(Containment.INSIDE);
        assertThat(NativeRange.toVers("conan", "^1.2").contains("2-rc1")).isEqualTo(Containment.OUTSIDE);
    }
}
