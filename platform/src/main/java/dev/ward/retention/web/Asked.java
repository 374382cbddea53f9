package dev.ward.retention.web;

import dev.ward.identity.CurrentActor;
import dev.ward.retention.RecordKind;
import dev.ward.retention.RecordName;
import dev.ward.web.Problem;
import dev.ward.web.ProblemException;
import java.util.Arrays;
import org.springframework.stereotype.Component;

/// Reads of an address which record is meant, and whether the caller may see records of its kind.
@Component
class Asked {

    private final CurrentActor actor;

    Asked(CurrentActor actor) {
        this.actor = actor;
    }

    RecordName record(String kind, String id) {
        RecordKind of = Arrays.stream(RecordKind.values())
                .filter(one -> one.word().equals(kind))
                .findFirst()
                .orElseThrow(() -> ProblemException.of(
                        Problem.NOT_FOUND, "There are no records of the kind \"%s\".".formatted(kind)));
        RecordName name = new RecordName(of, id);
        confirm(name);
        return name;
    }

    /// @throws ProblemException  when the caller sees no records of the kind
    void confirm(RecordName name) {
        if (!maySee(name.kind())) {
            throw ProblemException.of(
                    Problem.FORBIDDEN,
                    "Your role may not %s.".formatted(name.kind().permission().words()));
        }
    }

    boolean maySee(RecordKind kind) {
        return actor.may(kind.permission());
    }
}
