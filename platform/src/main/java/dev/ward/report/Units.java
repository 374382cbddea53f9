package dev.ward.report;

import dev.ward.identity.Reader;
import dev.ward.reach.ReachFilter;
import dev.ward.reach.Reaches;
import dev.ward.reach.SerialRange;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Lists the units that a case reaches, as runs of serials.
@Component
@Transactional(readOnly = true)
class Units {

    static final int MOST_SHOWN = 200;

    private final Reaches reaches;

    Units(Reaches reaches) {
        this.reaches = reaches;
    }

    /// @param count    of runs
    /// @param devices  in all of them
    /// @param nameless  of these, units that bear neither a lot nor a serial
    record Listed(List<SerialRange> first, long count, long devices, long nameless) {

        static final Listed NONE = new Listed(List.of(), 0, 0, 0);

        Listed {
            first = List.copyOf(first);
        }
    }

    Listed list(Reader reader, KnownOfCase known) {
        List<SerialRange> first = new ArrayList<>();
        long[] sums = new long[3];
        reaches.rangesOfAny(reader, known.subjects(), ReachFilter.inField(), one -> {
            if (first.size() < MOST_SHOWN) {
                first.add(one);
            }
            sums[0]++;
            sums[1] += one.devices();
            sums[2] += one.lot() == null && one.from() == null ? one.devices() : 0;
        });
        return new Listed(first, sums[0], sums[1], sums[2]);
    }
}
