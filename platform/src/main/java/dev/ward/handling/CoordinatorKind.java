package dev.ward.handling;

import dev.ward.web.Worded;

/// What kind of body coordinates a case beside us.
///
/// Source: ISO/IEC 29147, 5.5 (coordinators); FDA Postmarket Management of Cybersecurity in Medical Devices (2016),
/// VIII, IX.
public enum CoordinatorKind implements Worded {
    CISA("CISA"),
    CERT_CC("CERT/CC"),
    CSIRT("National CSIRT or CERT"),
    ISAO("ISAO"),
    AUTHORITY("Authority for devices"),
    OTHER("Another");

    private final String title;

    CoordinatorKind(String title) {
        this.title = title;
    }

    /// The one of a word.
    ///
    /// @throws IllegalArgumentException  when there is none
    static CoordinatorKind of(String word) {
        return Worded.get(values(), word);
    }

    @Override
    public String title() {
        return title;
    }
}
