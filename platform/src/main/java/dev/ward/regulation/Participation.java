package dev.ward.regulation;

import dev.ward.standards.due.DueFacts.Membership;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// On which days the manufacturer took an active part in an ISAO: those on which all four criteria were
/// met in one of them.
///
/// Source: FDA Postmarket Management of Cybersecurity in Medical Devices (2016), IX.
final class Participation {

    private static final int CRITERIA = 4;

    private Participation() {}

    /// @return null when nothing is said of any ISAO
    static @Nullable List<Membership> of(Collection<IsaoPeriod> periods) {
        List<IsaoPeriod> counting =
                periods.stream().filter(one -> one.withdrawn() == null).toList();
        if (counting.isEmpty()) {
            return null;
        }
        List<Membership> spans = new ArrayList<>();
        counting.stream().collect(Collectors.groupingBy(IsaoPeriod::isao)).values().stream()
                .forEach(one -> spans.addAll(of(one)));
        return List.copyOf(spans);
    }

    /// Between two days on which something begins or has ended nothing changes.
    private static List<Membership> of(List<IsaoPeriod> ofOne) {
        TreeSet<LocalDate> edges = new TreeSet<>();
        for (IsaoPeriod period : ofOne) {
            edges.add(period.from());
            if (period.until() != null) {
                edges.add(period.until().plusDays(1));
            }
        }
        List<Membership> spans = new ArrayList<>();
        LocalDate began = null;
        for (LocalDate day : edges) {
            boolean active = IntStream.rangeClosed(1, CRITERIA)
                    .allMatch(criterion ->
                            ofOne.stream().anyMatch(one -> one.criterion() == criterion && one.covers(day)));
            if (active && began == null) {
                began = day;
            } else if (!active && began != null) {
                spans.add(new Membership(began, day.minusDays(1)));
                began = null;
            }
        }
        if (began != null) {
            spans.add(new Membership(began, null));
        }
        return spans;
    }
}
