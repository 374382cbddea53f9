package dev.ward.audit;

import java.util.Arrays;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/// Walks a chain link by link and remembers the first that is broken; holds one hash, however long the chain.
final class ChainCheck {

    private final @Nullable ChainHead known;
    private long seq;
    private byte[] hash = Link.START;
    private Verdict.@Nullable Broken broken;

    /// @param known  a head that was noted before, which the chain must still contain; null when none was
    ChainCheck(@Nullable ChainHead known) {
        this.known = known;
    }

    /// @return whether the chain is still whole
    boolean follow(Link link) {
        String fault = link.faultAfter(seq, hash);
        if (fault == null
                && known != null
                && known.seq() == link.seq()
                && !Arrays.equals(HexFormat.of().parseHex(known.hash()), link.hash())) {
            fault = "its hash is not the one that was noted before, \"%s\"".formatted(known.hash());
        }
        if (fault != null) {
            // A gap is the fault of what is missing, which is named by the first number that is not there.
            return fail(link.seq() > seq + 1 ? seq + 1 : link.seq(), fault);
        }
        seq = link.seq();
        hash = link.hash();
        return true;
    }

    boolean fail(long at, String fault) {
        if (broken == null || at < broken.seq()) {
            broken = new Verdict.Broken(at, fault);
        }
        return false;
    }

    long next() {
        return seq + 1;
    }

    Verdict verdict() {
        if (broken != null) {
            return broken;
        }
        if (known != null && known.seq() > seq) {
            return new Verdict.Broken(
                    seq + 1, "the chain ends at entry %d, and entry %d was noted before".formatted(seq, known.seq()));
        }
        return new Verdict.Whole(new ChainHead(seq, HexFormat.of().formatHex(hash)));
    }
}
