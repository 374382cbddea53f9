package dev.ward.standards.cpe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ward.standards.cpe.CpeValue.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CpeTest {

    /// The examples of NISTIR 7695, 6.1 and 6.2, each as a URI and as a formatted string; the last two are ours.
    @ParameterizedTest
    @CsvSource(
            delimiter = ' ',
            value = {
                "cpe:/a:microsoft:internet_explorer:8.0.6001:beta "
                        + "cpe:2.3:a:microsoft:internet_explorer:8.0.6001:beta:*:*:*:*:*:*",
                "cpe:/a:microsoft:internet_explorer:8.%02:sp%01 "
                        + "cpe:2.3:a:microsoft:internet_explorer:8.*:sp?:*:*:*:*:*:*",
                "cpe:/a:hp:insight_diagnostics:7.4.0.1570:-:~~online~win2003~x64~ "
                        + "cpe:2.3:a:hp:insight_diagnostics:7.4.0.1570:-:*:*:online:win2003:x64:*",
                "cpe:/a:hp:openview_network_manager:7.51::~~~linux~~ "
                        + "cpe:2.3:a:hp:openview_network_manager:7.51:*:*:*:*:linux:*:*",
                "cpe:/a:foo%5cbar:big%24money_manager_2010:::~~special~ipod_touch~80gb~ "
                        + "cpe:2.3:a:foo\\\\bar:big\\$money_manager_2010:*:*:*:*:special:ipod_touch:80gb:*",
                "cpe:/a:hp:insight_diagnostics:8.%02::%01 cpe:2.3:a:hp:insight_diagnostics:8.*:*:?:*:*:*:*:*",
                "cpe:/a:v:c%2b%2b:-:%2d cpe:2.3:a:v:c\\+\\+:-:\\-:*:*:*:*:*:*",
            })
    void bindsAUriAndAFormattedStringToOneName(String uri, String formatted) {
        Cpe name = Cpe.parse(formatted);
        assertThat(name.formatted()).isEqualTo(formatted);
        assertThat(name.uri()).isEqualTo(uri);
        assertThat(Cpe.parse(uri)).isEqualTo(name);
    }

    @Test
    void keepsATildeThatPacksNothing() {
        assertThat(Cpe.parse("cpe:/a:hp:insight_diagnostics:8%7e").version().text())
                .isEqualTo("8~");
        assertThat(Cpe.parse("cpe:/a:cyr%3ab:prod:%7e1").version().pattern()).isEqualTo("\\~1");
    }

    @Test
    void showsTheTextWithoutEscapes() {
        Cpe name = Cpe.parse("cpe:2.3:a:gnu:c\\+\\+:node\\.js:\\-:*:*:*:*:*:*");
        assertThat(name.product()).isEqualTo(new CpeValue(Kind.TEXT, "c++", "c\\+\\+"));
        assertThat(name.version()).isEqualTo(CpeValue.of("node.js"));
        assertThat(name.version().pattern()).isEqualTo("node.js");
        assertThat(name.update()).isEqualTo(new CpeValue(Kind.TEXT, "-", "\\-"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '§',
            value = {
                "openssl:openssl|begins neither",
                "cpe:2.3:a:openssl:openssl:1.0|has 4 attributes, not 11",
                "cpe:2.3:a:b:c:1:*:*:*:*:*:*:*:*|has 12 attributes, not 11",
                "cpe:2.3:a:OpenSSL:openssl:*:*:*:*:*:*:*:*|\"OpenSSL\" holds upper-case letters",
                "cpe:2.3:a:b:c++:*:*:*:*:*:*:*:*|\"+\" of \"c++\" is not quoted",
                "cpe:2.3:x:b:c:*:*:*:*:*:*:*:*|The part \"x\"",
                "cpe:2.3:a:b:c:1.*.2:*:*:*:*:*:*:*|is a wildcard within the text",
                "cpe:2.3:a:b:c::*:*:*:*:*:*:*|is empty",
                "cpe:2.3:a:b:c:**:*:*:*:*:*:*:*|say no more than",
                "cpe:2.3:a:b:\\c:*:*:*:*:*:*:*:*|needs no",
                "cpe:/a:b:c%zz|encodes nothing",
                "cpe:/a:b:c:1:2:3:4:5|has 8 components",
                "cpe:/a:b:c:1::~~~x|has 3 attributes, not 5",
            })
    void saysWhatIsWrong(String text, String reason) {
        assertThatThrownBy(() -> Cpe.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("\"" + text + "\"")
                .hasMessageContaining(reason);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '§',
            value = {
                "cpe:2.3:a:openssl:openssl:1.0|cpe:2.3:a:openssl:openssl:1.0:*:*:*:*:*:*:*",
                "cpe:2.3:a:OpenSSL:Open SSL:1.0::::::::|cpe:2.3:a:openssl:open_ssl:1.0:*:*:*:*:*:*:*",
                "§ cpe:2.3:a:gnu:c++:1*2:*:*:*:*:*:*:* §|cpe:2.3:a:gnu:c\\+\\+:1\\*2:*:*:*:*:*:*:*",
                "cpe:a:b:c:1|cpe:2.3:a:b:c:1:*:*:*:*:*:*:*",
                "CPE:/A:b:c|cpe:2.3:a:b:c:*:*:*:*:*:*:*:*",
                "cpe:2.3:x:b:c\\:*:*:*:*:*:*:*:*|cpe:2.3:*:b:c\\:*:*:*:*:*:*:*:*:*",
            })
    void forgivesAndSaysSo(String text, String formatted) {
        assertThatThrownBy(() -> Cpe.parse(text)).isInstanceOf(IllegalArgumentException.class);
        var read = Cpe.parseLenient(text);
        assertThat(read.value().formatted()).isEqualTo(formatted);
        assertThat(read.forgiven()).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "cpe:", "cpe", "http://example.com", "cpe:2.2"})
    void refusesWhatIsNoNameAtAll(String text) {
        assertThatThrownBy(() -> Cpe.parseLenient(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("\"" + text + "\"");
    }

    @Test
    void answersAHostileTextInShort() {
        String long1 = "cpe:2.3:a:" + "\u0000\\A:".repeat(200_000);
        var read = Cpe.parseLenient(long1);
        assertThat(read.forgiven()).hasSizeLessThan(20);
        assertThatThrownBy(() -> Cpe.parse(long1))
                .message()
                .hasSizeLessThan(600)
                .doesNotContain("\u0000");
    }

    @Test
    void makesTheKeyOfAProduct() {
        assertThat(Cpe.parse("cpe:/a:openssl:openssl:1.0").productKey()).contains("a:openssl:openssl");
        assertThat(Cpe.parse("cpe:/a:node%3ajs:x").productKey()).contains("a:node\\:js:x");
        assertThat(Cpe.parse("cpe:/a::openssl").productKey()).isEmpty();
        assertThat(Cpe.parse("cpe:/a:openssl:open%02").productKey()).isEmpty();
    }

    @Test
    void refusesAValueWhoseTextAndPatternDiffer() {
        assertThatThrownBy(() -> new CpeValue(Kind.TEXT, "c++", "c++"))
                .hasMessage("not a CPE value: \"c++\" for the text \"c++\" of kind \"TEXT\"");
        assertThatThrownBy(() -> new CpeValue(Kind.TEXT, "a", "b")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new CpeValue(Kind.ANY, "", "-")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> CpeValue.of("")).isInstanceOf(IllegalArgumentException.class);
    }
}
