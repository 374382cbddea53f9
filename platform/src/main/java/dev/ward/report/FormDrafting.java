package dev.ward.report;

import dev.ward.handling.CaseNumber;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/// Drafts a form whose items, their sources and where they are entered are data.
abstract class FormDrafting implements Drafting {

    private final DraftKind kind;
    private final Function<KnownInDepth, List<DraftItem>> items;

    FormDrafting(DraftKind kind, Function<KnownInDepth, List<DraftItem>> items) {
        this.kind = kind;
        this.items = items;
    }

    @Override
    public final DraftKind kind() {
        return kind;
    }

    @Override
    public final Draft draft(CaseReading reading) {
        return new Draft(kind, reading.number(), items.apply(reading.inDepth()));
    }

    @Override
    public final Map<String, String> places(CaseNumber number) {
        return Form.of(kind).places(number);
    }
}
