package dev.ward.report;

import dev.ward.handling.CaseNumber;
import dev.ward.report.DraftItem.Content;
import dev.ward.report.DraftItem.Content.Table;
import dev.ward.report.DraftItem.Content.Words;
import dev.ward.signature.CanonicalRecord;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// A draft as programs read it, and as it is signed: one JSON object, written the same way each time.
public final class DraftFile {

    private static final int LAYOUT = 1;

    private DraftFile() {}

    public static String of(Draft draft) {
        Map<String, @Nullable Object> all = new TreeMap<>();
        all.put("layout", LAYOUT);
        all.put("kind", draft.kind().slug());
        all.put("title", draft.kind().title());
        all.put("source", draft.kind().source());
        all.put("case", draft.number().text());
        all.put("items", draft.items().stream().map(DraftFile::item).toList());
        return CanonicalRecord.of(all);
    }

    private static Map<String, @Nullable Object> item(DraftItem one) {
        Map<String, @Nullable Object> all = new TreeMap<>();
        all.put("number", one.number());
        all.put("title", one.title());
        all.put("source", one.source());
        all.put("contents", one.contents().stream().map(DraftFile::content).toList());
        all.put("missing", one.missing());
        return all;
    }

    private static Map<String, @Nullable Object> content(Content one) {
        Map<String, @Nullable Object> all = new TreeMap<>();
        switch (one) {
            case Words words -> all.put("text", words.text());
            case Table table -> {
                all.put("columns", table.columns());
                all.put("rows", table.rows());
                all.put("total", table.total());
            }
        }
        return all;
    }

    /// Reads what was kept.
    static Draft parse(String json, DraftKind kind, CaseNumber number) {
        Kept kept = CanonicalRecord.parse(json, Kept.class);
        return new Draft(
                kind,
                number,
                kept.items().stream()
                        .map(one -> new DraftItem(
                                one.number(),
                                one.title(),
                                one.source(),
                                one.contents().stream().map(DraftFile::read).toList(),
                                one.missing()))
                        .toList());
    }

    private static Content read(KeptContent one) {
        return one.text() != null
                ? new Words(one.text())
                : new Table(
                        one.columns() == null ? List.of() : one.columns(),
                        one.rows() == null ? List.of() : one.rows(),
                        one.total(),
                        null);
    }

    record Kept(int layout, String kind, String title, String source, List<KeptItem> items) {}

    record KeptItem(
            String number,
            String title,
            String source,
            List<KeptContent> contents,
            @Nullable String missing) {}

    record KeptContent(
            @Nullable String text,
            @Nullable List<String> columns,
            @Nullable List<List<String>> rows,
            @Nullable String total) {}
}
