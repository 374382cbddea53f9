package dev.ward.standards.purl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ward.standards.input.Forgiven;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PurlTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = ' ',
            value = {
                "pkg:PyPI/Zope.Interface_X@1.0RC1 pkg:pypi/zope.interface-x@1.0rc1",
                "PKG://npm//%40babel//core@7.0#./src/../a/ pkg:npm/%40babel/core@7.0#src/a",
                "pkg:golang/GitHub.com/Azure/Azure-SDK@v1#Az pkg:golang/github.com/azure/azure-sdk@v1#Az",
                "pkg:cpan/gdt/URI-PackageURL pkg:cpan/GDT/URI-PackageURL",
                "pkg:pub/My-Package pkg:pub/my_package",
                "pkg:otp/SSH@1#Src/Lib pkg:otp/ssh@1#src/lib",
                "pkg:git/github.com/Owner/Name@v1 pkg:git/github.com/owner/name@v1",
                "pkg:git/example.org/Group/Sub/Name@v1 pkg:git/example.org/Group/Sub/Name@v1",
                "pkg:generic/a%2Fb@1%2F2?x=%C3%A4%26 pkg:generic/a%2Fb@1%2F2?x=%C3%A4%26",
                "pkg:generic/x?b=&a=1 pkg:generic/x?a=1",
                "pkg:madeup/Some/Name pkg:madeup/Some/Name",
                "pkg:swid/X?tag_id=75B8C285-FA7B-485B-B199-4745E3004D0D "
                        + "pkg:swid/X?tag_id=75b8c285-fa7b-485b-b199-4745e3004d0d",
                "pkg:swid/X?tag_id=CreativeCloud pkg:swid/X?tag_id=CreativeCloud",
                "pkg:generic/%F0%9F%90%88 pkg:generic/%F0%9F%90%88",
            })
    void writesTheCanonicalForm(String text, String canonical) {
        assertThat(Purl.parse(text)).hasToString(canonical);
        assertThat(Purl.parse(canonical)).isEqualTo(Purl.parse(text));
        assertThat(Purl.parseLenient(text)).isEqualTo(new Forgiven<>(Purl.parse(text), List.of()));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '§',
            value = {
                "pkg:npm/@babel/core@7.0|The character \"@\" of the namespace \"@babel\" is not percent-encoded.",
                "§ pkg:npm/x§|There are blanks around \"pkg:npm/x\".",
                "pkg:npm/a b|The character \" \" of the name \"a b\" is not percent-encoded.",
                "pkg:npm/x@1%zz|The version \"1%zz\" holds a \"%\" that encodes nothing.",
                "pkg:npm/x@%FF|The version \"%FF\" does not encode UTF-8.",
                "pkg:npm/x@%00|The version \"\\u0000\" holds the character NUL.",
                "pkg:npm/x@|The version after \"@\" is empty.",
                "pkg:npm/x?|There is an empty qualifier.",
                "pkg:npm/x?arch|The qualifier \"arch\" has no value and is left out.",
                "pkg:npm/x?a=1&a=2|The qualifier \"a\" is there twice; the first is taken.",
                "npm/x|The scheme \"pkg:\" is missing.",
                "x/y|It does not begin with \"pkg:\".",
                "pkg:golang/github.com%2Fa/b|The namespace \"github.com%2Fa\" holds an encoded slash.",
                "pkg:golang/stdlib@1.21|The type \"golang\" needs a namespace and has none.",
                "pkg:nuget/a/b|The type \"nuget\" has no namespace, but here is \"a\".",
                "pkg:swid/a/b/c/d?tag_id=1|The namespace \"a/b/c\" of the type \"swid\" has more than 2 segments.",
                "pkg:julia/Dates|The type \"julia\" needs the qualifier \"uuid\" and has none.",
                "pkg:cocoapods/.a|\".a\" is not the name of a pod.",
                "pkg:/npm|It has no name.",
                "pkg:1npm/x|Its type \"1npm\" is not letters, digits, \".\" and \"-\".",
            })
    void saysWhatIsWrong(String text, String sentence) {
        assertThatThrownBy(() -> Purl.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("not a package URL: \"" + text + "\". " + sentence);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '§',
            value = {
                "pkg:npm/@babel/core@7.0|pkg:npm/%40babel/core@7.0",
                "pkg:npm/@babel/core|pkg:npm/%40babel/core",
                "§ pkg:npm/x \n§|pkg:npm/x",
                "pkg:npm/a b@1 2|pkg:npm/a%20b@1%202",
                "pkg:npm/ä@1%zz|pkg:npm/%C3%A4@1%25zz",
                "pkg:npm/x@1%00|pkg:npm/x@1",
                "pkg:npm/x@?a&&B=1&c d=2|pkg:npm/x?b=1",
                "pkg:apk/a/b@1?arch=x86&amp;distro=a|pkg:apk/a/b@1?arch=x86&distro=a",
                "pkg:npm/x@git+ssh://git@host/y|pkg:npm/x@git%2Bssh:%2F%2Fgit%40host%2Fy",
                "npm/x@1|pkg:npm/x@1",
                "pkg%3Anpm/x|pkg:npm/x",
                "pkg:golang/github.com%2Fa/b|pkg:golang/github.com/a/b",
                "pkg:golang/stdlib@1.21|pkg:golang/stdlib@1.21",
                "pkg:nuget/a/b|pkg:nuget/a/b",
            })
    void forgivesAndSaysSo(String text, String canonical) {
        assertThatThrownBy(() -> Purl.parse(text)).isInstanceOf(IllegalArgumentException.class);
        Forgiven<Purl> read = Purl.parseLenient(text);
        assertThat(read.value()).hasToString(canonical);
        assertThat(read.forgiven()).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "pkg:",
                "pkg:/",
                "pkg:npm",
                "pkg:npm/",
                "pkg:npm/@1",
                "pkg:npm/a/@1",
                "pkg:npm/?a=1",
                "pkg:npm/%00",
                "pkg:maven/a/%2F",
                "https://example.com/x@1",
                "x",
                "foo/bar",
                "pkg:n&m/x"
            })
    void refusesWhatHasNoTypeOrNoName(String text) {
        assertThatThrownBy(() -> Purl.parseLenient(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("not a package URL: \"" + text.substring(0, Math.min(3, text.length())));
    }

    @ParameterizedTest
    @ValueSource(strings = {"%", "/", "a&", "@", "?", "#", "\u0000", "\ud800", "..%2F"})
    void answersAHostileTextInShort(String piece) {
        String text = "pkg:npm/x?" + piece.repeat(300_000);
        assertThat(Purl.parseLenient(text).forgiven()).hasSizeLessThan(20).allMatch(line -> line.length() < 900);
        String path = "pkg:npm/x" + piece.repeat(300_000);
        assertThat(Purl.parseLenient(path).value().name()).startsWith("x");
    }

    @Test
    void makesTheKeyOfAPackage() {
        assertThat(Purl.parse("pkg:npm/%40babel/core@7").packageKey()).isEqualTo("npm/@babel/core");
        assertThat(Purl.parse("pkg:maven/org.x/Y@7?type=jar").packageKey()).isEqualTo("maven/org.x/Y");
        assertThat(Purl.parse("pkg:nuget/Newtonsoft.Json@1").packageKey()).isEqualTo("nuget/newtonsoft.json");
        assertThat(Purl.parse("pkg:pypi/zope._Interface").packageKey()).isEqualTo("pypi/zope-interface");
        assertThat(Purl.parse("pkg:golang/github.com/a/b").packageKey())
                .isEqualTo(Purl.parse("pkg:golang/github.com/a%2Fb").packageKey());
    }

    @Test
    void makesAPurlFromItsParts() {
        Purl purl = Purl.of("NPM", "@babel", "core", "7");
        assertThat(purl).hasToString("pkg:npm/%40babel/core@7");
        assertThat(purl.withoutVersion()).hasToString("pkg:npm/%40babel/core");
        assertThat(purl.hasRegisteredType()).isTrue();
        assertThat(Purl.of("madeup", null, "x", null).hasRegisteredType()).isFalse();
        assertThatThrownBy(() -> Purl.of("cargo", "a", "b", null))
                .hasMessageContaining("The type \"cargo\" has no namespace, but here is \"a\".");
        assertThatThrownBy(() -> Purl.of("no type", null, "b", null))
                .hasMessage("not the type of a package URL: \"no type\"");
        assertThatThrownBy(() -> Purl.of("npm", null, "b", null, Map.of("A", "1"), null))
                .hasMessage("not the key of a qualifier: \"A\"");
    }

    @Test
    void keepsItsQualifiersFromChange() {
        TreeMap<String, String> qualifiers = new TreeMap<>(Map.of("a", "1"));
        Purl purl = new Purl("npm", null, "x", null, qualifiers, null);
        qualifiers.put("b", "2");
        assertThat(purl.qualifiers()).isEqualTo(Map.of("a", "1"));
        assertThatThrownBy(() -> purl.qualifiers().put("c", "3")).isInstanceOf(UnsupportedOperationException.class);
    }
}
