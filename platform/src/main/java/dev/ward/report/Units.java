package dev.ward.report;

import dev.ward.identity.Reader;
import dev.ward.reach.ReachFilter;
import dev.ward.reach.Reaches;
import dev.ward.reach.SerialRange;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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

    /// @param first    of each device, 200 in all
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
        Map<String, List<SerialRange>> first = new LinkedHashMap<>();
        long[] sums = new long[3];
        reaches.rangesOfAny(reader, known.subjects(), ReachFilter.inField(), one -> {
            List<SerialRange> own = first.computeIfAbsent(one.product() + " " + one.model(), _ -> new ArrayList<>());
            if (own.size() < MOST_SHOWN) {
                own.add(one);
            }
            sums[0]++;
            sums[1] += one.devices();
            sums[2] += one.lot() == null && one.from() == null ? one.devices() : 0;
        });
        return new Listed(shared(first.values()), sums[0], sums[1], sums[2]);
    }

    /// The first of each, so many that all together are no more than are shown; who has fewer leaves room to the
    /// others.
    static List<SerialRange> shared(Collection<List<SerialRange>> all) {
        List<Integer> sizes = all.stream().map(List::size).sorted().toList();
        int room = MOST_SHOWN;
        int most = 0;
        for (int i = 0; i < sizes.size(); i++) {
            int share = Math.max(1, room / (sizes.size() - i));
            most = Math.min(sizes.get(i), share);
            if (sizes.get(i) > share) {
                break;
            }
            room -= most;
        }
        int each = most;
        return all.stream()
                .flatMap(own -> own.stream().limit(each))
                .limit(MOST_SHOWN)
                .toList();
    }
}
