package dev.ward.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiConsumer;

/// The items of a draft by their numbers, of which each is there.
final class Items {

    private final Map<String, DraftItem> byNumber = new HashMap<>();

    private Items() {}

    static Items byNumber(List<DraftItem> all) {
        Items items = new Items();
        all.forEach(item -> items.byNumber.put(item.number(), item));
        assertThat(items.byNumber).hasSameSizeAs(all);
        return items;
    }

    DraftItem get(String number) {
        return Objects.requireNonNull(byNumber.get(number), number);
    }

    Set<String> keySet() {
        return byNumber.keySet();
    }

    void forEach(BiConsumer<String, DraftItem> each) {
        byNumber.forEach(each);
    }
}
