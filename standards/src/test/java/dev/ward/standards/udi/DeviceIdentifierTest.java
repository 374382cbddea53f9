package dev.ward.standards.udi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DeviceIdentifierTest {

    @ParameterizedTest
    @CsvSource({
        "00841542103688, GS1, 00841542103688",
        "841542103688, GS1, 00841542103688",
        "(01)00841542103688, GS1, 00841542103688",
        "0100841542103688, GS1, 00841542103688",
        "https://example.com/01/00841542103688, GS1, 00841542103688",
        "+A123BJC5D6E71G, HIBCC, A123BJC5D6E71",
        "*+A123BJC5D6E71G*, HIBCC, A123BJC5D6E71",
        "A123BJC5D6E71, HIBCC, A123BJC5D6E71",
        "H373DSL24283N, HIBCC, H373DSL24283",
        "H373PLC20100036, HIBCC, H373PLC20100036",
        "=/A9999XYZ100T0944, ICCBBA, A9999XYZ100T0944",
        "1234567890AB1234, ICCBBA, 1234567890AB1234",
        "=)12345A7890, ICCBBA, 12345A7890"
    })
    void readsTheFormsOfEveryAgency(String text, IssuingAgency agency, String value) {
        DeviceIdentifier di = DeviceIdentifier.parse(text);

        assertThat(di).isEqualTo(new DeviceIdentifier(agency, value));
        assertThat(di).hasToString(value);
        assertThat(DeviceIdentifier.tryParse(text)).contains(di);
    }

    @ParameterizedTest
    @CsvSource({
        "H373PLC20100036, HIBCC, H373PLC2010003",
        "H373DSL24283N, HIBCC, H373DSL24283",
        "M204518062AB0, HIBCC, M204518062AB0",
        "A9999XYZ100T0944, ICCBBA, A9999XYZ100T0944",
        "00841542103688, GS1, 00841542103688"
    })
    void takesAwayACheckCharacterThatSomeLabelersPublish(String text, IssuingAgency agency, String value) {
        assertThat(DeviceIdentifier.parsePublished(text, agency)).isEqualTo(new DeviceIdentifier(agency, value));
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '\'',
            value = {
                "'', There is nothing in it",
                "00841542103689, ought to be \"8\"",
                "(01)00841542103688(10)A, is not a DI alone",
                "(10)A, is not a DI alone",
                "1.23E+13, a spreadsheet has rounded",
                "A1, a labeler code of 4",
                "1ABC, 'A DI of ICCBBA has 16 characters, or 10, not 4'"
            })
    void saysWhyATextIsNone(String text, String words) {
        assertThatThrownBy(() -> DeviceIdentifier.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(words);
        assertThat(DeviceIdentifier.tryParse(text)).isEmpty();
    }

    @Test
    void refusesADiOfAnotherAgency() {
        assertThatThrownBy(() -> DeviceIdentifier.parsePublished("+A123BJC5D6E71G", IssuingAgency.GS1))
                .hasMessageContaining("is a DI of HIBCC, not of GS1");
        assertThatThrownBy(() -> DeviceIdentifier.parsePublished("00841523106431", IssuingAgency.HIBCC))
                .hasMessageContaining("does not begin with a letter");
    }

    @ParameterizedTest
    @ValueSource(strings = {"841542103688", "0084154210368X", "00841542103689"})
    void cannotBeMadeOfWhatIsNotCanonical(String value) {
        assertThatThrownBy(() -> new DeviceIdentifier(IssuingAgency.GS1, value))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(value);
    }
}
