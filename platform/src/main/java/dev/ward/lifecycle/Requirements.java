package dev.ward.lifecycle;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.json.JsonMapper;

/// One version of what the gates ask for, a controlled document. A closed gate keeps the version and every
/// answer.
public record Requirements(String version, List<OfGate> gates) {

    private static final String PRESENT = "/lifecycle/requirements-2026-2.json";

    /// @param purpose  a sentence for people
    public record OfGate(String gate, String purpose, List<Requirement> requirements) {}

    public Requirements {
        Set<String> seen = new HashSet<>();
        for (OfGate one : gates) {
            if (Gate.of(one.gate()).isEmpty()) {
                throw new IllegalArgumentException("there is no gate \"%s\"".formatted(one.gate()));
            }
            for (Requirement requirement : one.requirements()) {
                if (!seen.add(requirement.id())) {
                    throw new IllegalArgumentException("requirement \"%s\" is twice there".formatted(requirement.id()));
                }
            }
        }
        if (gates.size() != Gate.values().length) {
            throw new IllegalArgumentException("requirements \"%s\" leave a gate out".formatted(version));
        }
    }

    static Requirements present() {
        try (InputStream in = Requirements.class.getResourceAsStream(PRESENT)) {
            if (in == null) {
                throw new IllegalStateException("there is no \"%s\"".formatted(PRESENT));
            }
            return JsonMapper.shared().readValue(in, Requirements.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    OfGate of(Gate gate) {
        return gates.stream()
                .filter(one -> one.gate().equals(gate.word()))
                .findFirst()
                .orElseThrow();
    }
}
