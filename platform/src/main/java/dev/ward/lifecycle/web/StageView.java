package dev.ward.lifecycle.web;

import dev.ward.lifecycle.Stage;
import dev.ward.lifecycle.Stages.OnMarket;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The stages on one market, as the API shows them.
///
/// @param zone   whose days the dates are
/// @param stage  the current one; null when none has begun
record StageView(String market, String zone, @Nullable String stage, List<Dated> dates) {

    /// @param rule  who says so: of what, on which market
    record Dated(String stage, @Nullable LocalDate announced, LocalDate effective, boolean begun, String rule) {}

    static StageView from(OnMarket on) {
        Stage current = on.current();
        return new StageView(
                on.market().code(),
                on.market().zone().getId(),
                current == null ? null : current.word(),
                on.schedule().rules().stream()
                        .map(rule -> new Dated(
                                rule.stage().word(),
                                rule.announced(),
                                rule.effective(),
                                !rule.effective().isAfter(on.today()),
                                rule.origin()))
                        .toList());
    }
}
