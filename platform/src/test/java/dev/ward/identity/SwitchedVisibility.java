package dev.ward.identity;

/// The one visibility predicate, which a test can turn off: then nobody is to see anything.
public final class SwitchedVisibility extends Visibility {

    private volatile boolean blind;

    public SwitchedVisibility(CurrentActor current) {
        super(current);
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

    @Override
    public Reader reader() {
        Reader reader = super.reader();
        return blind ? Reader.blind(reader.id()) : reader;
    }
}
