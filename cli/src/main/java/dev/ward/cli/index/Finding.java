package dev.ward.cli.index;

import dev.ward.standards.match.ComponentIdentity;
import dev.ward.standards.match.Match;
import dev.ward.standards.match.Vulnerability;
import java.util.List;
import java.util.function.Supplier;

/// A vulnerability that reaches a component.
///
/// Its matches are worked out again each time they are asked for, so that many findings need little memory.
public final class Finding {

    private final ComponentIdentity component;
    private final Vulnerability vulnerability;
    private final boolean candidate;
    private final Supplier<List<Match>> explanation;

    Finding(
            ComponentIdentity component,
            Vulnerability vulnerability,
            boolean candidate,
            Supplier<List<Match>> explanation) {
        this.component = component;
        this.vulnerability = vulnerability;
        this.candidate = candidate;
        this.explanation = explanation;
    }

    public ComponentIdentity component() {
        return component;
    }

    public Vulnerability vulnerability() {
        return vulnerability;
    }

    /// Tells whether only names agree, so that a person must say whether it is a finding at all.
    public boolean isCandidate() {
        return candidate;
    }

    /// Every statement that hits, the surest first; never empty.
    public List<Match> matches() {
        return explanation.get();
    }
}
