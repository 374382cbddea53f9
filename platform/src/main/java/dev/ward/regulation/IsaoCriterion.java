package dev.ward.regulation;

import dev.ward.web.TypedText;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// What an active participant of an ISAO does; all four at once.
///
/// Source: FDA Postmarket Management of Cybersecurity in Medical Devices (2016), IX.
public enum IsaoCriterion {
    MEMBER("Member", "We are a member of an ISAO that shares vulnerabilities and threats that impact medical devices."),
    POLICIES(
            "Policies of the ISAO",
            "The ISAO has documented policies: participant agreements, business processes, operating procedures, privacy."),
    SHARING(
            "What we share",
            "We share vulnerability information with the ISAO, what customers are told of vulnerabilities included."),
    PROCESS(
            "What we do with what we get",
            "We have documented processes to assess and answer what the ISAO tells, traceable to risk assessments.");

    private final String title;
    private final String text;

    IsaoCriterion(String title, String text) {
        this.title = title;
        this.text = text;
    }

    public String title() {
        return title;
    }

    public String text() {
        return text;
    }

    /// 1 to 4, as the guidance counts them.
    public int number() {
        return ordinal() + 1;
    }

    /// @throws dev.ward.web.ProblemException  when it is none
    public static IsaoCriterion of(String field, @Nullable String number) {
        return Arrays.stream(values())
                .filter(one -> String.valueOf(one.number()).equals(number))
                .findFirst()
                .orElseThrow(
                        () -> TypedText.refused(field, "There are four criteria, 1 to 4.", "is no criterion (1 to 4)"));
    }
}
