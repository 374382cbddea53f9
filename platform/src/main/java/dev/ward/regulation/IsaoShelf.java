package dev.ward.regulation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What shows the part that the manufacturer takes in one ISAO, by criterion.
public record IsaoShelf(String isao, List<Held> criteria) {

    public IsaoShelf {
        criteria = List.copyOf(criteria);
    }

    /// @param met  on the day as at which it was asked
    public record Held(IsaoCriterion criterion, boolean met, List<IsaoPeriod> periods) {

        public Held {
            periods = List.copyOf(periods);
        }
    }

    /// Whether all four criteria are met on the day as at which it was asked.
    public boolean active() {
        return criteria.stream().allMatch(Held::met);
    }

    public static List<IsaoShelf> of(Collection<IsaoPeriod> periods, LocalDate day) {
        Map<String, List<IsaoPeriod>> byIsao = new LinkedHashMap<>();
        periods.forEach(one ->
                byIsao.computeIfAbsent(one.isao(), _ -> new ArrayList<>()).add(one));
        return byIsao.entrySet().stream()
                .map(one -> new IsaoShelf(
                        one.getKey(),
                        Arrays.stream(IsaoCriterion.values())
                                .map(criterion -> held(criterion, one.getValue(), day))
                                .toList()))
                .toList();
    }

    private static Held held(IsaoCriterion criterion, List<IsaoPeriod> ofOne, LocalDate day) {
        List<IsaoPeriod> its = ofOne.stream()
                .filter(one -> one.criterion() == criterion.number())
                .toList();
        return new Held(criterion, its.stream().anyMatch(one -> one.covers(day)), its);
    }
}
