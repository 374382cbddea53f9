package dev.ward.web;

import java.util.function.Supplier;
import org.springframework.dao.DuplicateKeyException;

/// Names that two people give at the same instant: the database lets one through.
public final class Taken {

    private Taken() {}

    /// Makes the change; when a unique index refuses it, the refusal is thrown instead.
    public static void refusing(Runnable change, Supplier<ProblemException> refusal) {
        try {
            change.run();
        } catch (DuplicateKeyException e) {
            throw refusal.get();
        }
    }
}
