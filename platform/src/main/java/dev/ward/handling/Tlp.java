package dev.ward.handling;

import dev.ward.web.Worded;

/// With whom something may be shared, the strictest first.
///
/// Source: FIRST Traffic Light Protocol 2.0.
public enum Tlp implements Worded {
    RED("Named recipients only"),
    AMBER_STRICT("This organisation only"),
    AMBER("This organisation and its clients, who need to know"),
    GREEN("The community"),
    CLEAR("Everyone");

    private final String meaning;

    Tlp(String meaning) {
        this.meaning = meaning;
    }

    @Override
    public String word() {
        return this == AMBER_STRICT ? "AMBER+STRICT" : name();
    }

    @Override
    public String title() {
        return "TLP:" + word();
    }

    /// Who may have it, in words.
    public String meaning() {
        return meaning;
    }
}
