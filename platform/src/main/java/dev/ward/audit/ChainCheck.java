package dev.ward.audit;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Walks a chain link by link and remembers the first that is broken; holds one hash, however long the chain.
final class ChainCheck {

    private final Map<Long, ChainHead> known;
    private long seq;
    private byte[] hash = Link.START;
    private long withheld;
    private Verdict.@Nullable Broken broken;

    /// @param known  heads that were noted before, which the chain must still contain
    ChainCheck(List<ChainHead> known) {
        this.known = known.stream().collect(Collectors.toMap(ChainHead::seq, Function.identity(), (one, _) -> one));
    }

    static String another(ChainHead noted) {
        return "its hash is not the one that was noted before, \"%s\"".formatted(noted.hash());
    }

    static Verdict.Broken cutOff(long last, ChainHead noted) {
        return new Verdict.Broken(
                last + 1, "the chain ends at entry %d, and entry %d was noted before".formatted(last, noted.seq()));
    }

    /// @return whether the chain is still whole
    boolean follow(Link link) {
        String fault = link.faultAfter(seq, hash);
        ChainHead noted = known.get(link.seq());
        if (fault == null && noted != null && !Arrays.equals(HexFormat.of().parseHex(noted.hash()), link.hash())) {
            fault = another(noted);
        }
        if (fault != null) {
            // A gap is the fault of what is missing, which is named by the first number that is not there.
            return fail(link.seq() > seq + 1 ? seq + 1 : link.seq(), fault);
        }
        seq = link.seq();
        hash = link.hash();
        withheld += link.body() == null ? 1 : 0;
        return true;
    }

    /// Sees that the chain ends where its export says.
    void meet(ChainHead head) {
        if (head.seq() != seq || !head.equals(head())) {
            fail(seq + 1, "the chain ends at entry %d, and its last line names \"%s\"".formatted(seq, head));
        }
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
        return known.values().stream()
                .filter(noted -> noted.seq() > seq)
                .findFirst()
                .<Verdict>map(noted -> cutOff(seq, noted))
                .orElseGet(() -> new Verdict.Whole(head(), withheld));
    }

    private ChainHead head() {
        return new ChainHead(seq, HexFormat.of().formatHex(hash));
    }
}
