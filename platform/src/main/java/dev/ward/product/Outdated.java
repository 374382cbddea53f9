package dev.ward.product;

import dev.ward.web.Problem;
import dev.ward.web.ProblemException;

/// A change to what has changed since it was read.
final class Outdated {

    private Outdated() {}

    static ProblemException of(String name) {
        return ProblemException.of(
                Problem.OUTDATED,
                "\"%s\" was changed by someone else in the meantime. Nothing of yours was saved yet: read it again, and make"
                                .formatted(name)
                        + " your change on what stands there now.");
    }
}
