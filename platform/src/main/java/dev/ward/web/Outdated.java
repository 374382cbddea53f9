package dev.ward.web;

/// A change to what has changed since it was read.
public final class Outdated {

    private Outdated() {}

    public static ProblemException of(String name) {
        return ProblemException.of(
                Problem.OUTDATED,
                "\"%s\" was changed by someone else in the meantime. Nothing of yours was saved yet: read it again, and make"
                                .formatted(name)
                        + " your change on what stands there now.");
    }
}
