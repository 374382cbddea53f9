package dev.ward.product;

import dev.ward.web.ProblemException;
import java.util.function.Supplier;
import org.springframework.dao.DuplicateKeyException;

/// Names that two people give at the same instant: the database lets one through.
final class Taken {

    private Taken() {}

    static void refusing(Runnable change, Supplier<ProblemException> refusal) {
        try {
            change.run();
        } catch (DuplicateKeyException e) {
            throw refusal.get();
        }
    }
}
