package dev.ward.identity;

import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.beans.factory.ObjectProvider;

/// The one visibility predicate, which a test can turn off: then nobody is to see anything, or it breaks.
public final class SwitchedVisibility extends Visibility {

    private final AtomicInteger answersLeft = new AtomicInteger(Integer.MAX_VALUE);
    private volatile boolean blind;

    public SwitchedVisibility(CurrentActor current, ObjectProvider<TemporarySight> sights) {
        super(current, sights);
    }

    /// Hides everything from everyone while something is done.
    void whileBlind(Runnable work) {
        blind = true;
        try {
            work.run();
        } finally {
            blind = false;
        }
    }

    /// Answers some times while something is done, and then breaks.
    public void whileBreakingAfter(int answers, Runnable work) {
        answersLeft.set(answers);
        try {
            work.run();
        } finally {
            answersLeft.set(Integer.MAX_VALUE);
        }
    }

    @Override
    public Reader reader() {
        if (answersLeft.getAndDecrement() <= 0) {
            throw new IllegalStateException("broken for a test");
        }
        Reader reader = super.reader();
        return blind ? Reader.blind(reader.id()) : reader;
    }
}
