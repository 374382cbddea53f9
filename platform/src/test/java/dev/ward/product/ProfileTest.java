package dev.ward.product;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProfileTest {

    private static Condition said(Answer answer) {
        return new Condition(answer, answer == Answer.UNKNOWN ? null : "so it is");
    }

    @ParameterizedTest
    @CsvSource({
        "YES, YES, YES, YES",
        "YES, YES, UNKNOWN, UNKNOWN",
        "UNKNOWN, UNKNOWN, UNKNOWN, UNKNOWN",
        "YES, NO, YES, NO",
        "UNKNOWN, NO, UNKNOWN, NO",
        "NO, YES, UNKNOWN, NO",
    })
    void isACyberDeviceWhenAllThreeConditionsAreMet(
            Answer software, Answer internet, Answer vulnerable, Answer result) {
        CyberDevice device = new CyberDevice(said(software), said(internet), said(vulnerable));

        assertThat(device.result()).isEqualTo(result);
    }

    @Test
    void isUnknownAsLongAsNobodyHasSaidAnything() {
        assertThat(Profile.UNSAID.cyberDevice().result()).isEqualTo(Answer.UNKNOWN);
        assertThat(Profile.UNSAID.facts()).noneMatch(Fact::known);
    }

    @Test
    void tellsOnlyWhatDiffers() {
        Profile before = Profile.UNSAID.with(new Purpose("Infusion pump", "Gives drugs.", null, null, null));
        Profile after = before.with(new Purpose("Infusion pump", null, "Nurses", null, 10));

        assertThat(Difference.between(before, after))
                .containsExactly(
                        new Difference("purpose.intendedUse", "Intended use", "Gives drugs.", null),
                        new Difference("purpose.users", "Users", null, "Nurses"),
                        new Difference("purpose.expectedLife", "Expected life", null, "10 years"));
        assertThat(Difference.between(after, after)).isEmpty();
    }

    @Test
    void tellsAMarketThatWasTakenAway() {
        MarketClass us = new MarketClass("US", "II", "FRN", null, "880.5725", null);
        Profile before = Profile.UNSAID.with(Classification.UNSAID.with(us));

        assertThat(Difference.between(before, Profile.UNSAID))
                .extracting(Difference::name)
                .containsExactly(
                        "classification.US.deviceClass", "classification.US.productCode", "classification.US.rule");
    }

    @Test
    void saysWhichPartsContradictEachOther() {
        Profile profile = Profile.UNSAID
                .with(new Connectivity(java.util.Set.of(Connection.WIFI), null, Answer.YES))
                .with(new CyberDevice(said(Answer.YES), said(Answer.NO), said(Answer.YES)));

        assertThat(profile.contradictions()).hasSize(1);
        assertThat(Profile.UNSAID.contradictions()).isEmpty();
    }

    @Test
    void knowsEveryMarketOnceAndAKindOfSubmissionForEach() {
        assertThat(Market.ALL)
                .extracting(Market::code)
                .doesNotHaveDuplicates()
                .contains("US", "EU", "GB", "CA", "AU", "JP");
        assertThat(Market.ALL).allSatisfy(market -> assertThat(market.classes()).isNotEmpty());
    }
}
