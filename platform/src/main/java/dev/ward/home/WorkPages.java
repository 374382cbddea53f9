package dev.ward.home;

import dev.ward.identity.SignedIn;
import dev.ward.web.Page;
import dev.ward.web.Section;
import dev.ward.web.Slice;
import dev.ward.web.Summary;
import dev.ward.web.WorkSource;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ResponseBody;

/// What waits for the person who looks, over all modules: what is due first, then what waits longest.
@Controller
@SignedIn
class WorkPages {

    private static final Comparator<WorkSource.Item> ORDER = Comparator.comparing(
                    (WorkSource.Item item) -> item.due() == null ? LocalDate.MAX : item.due())
            .thenComparing(item -> item.since() == null ? Instant.MAX : item.since())
            .thenComparing(WorkSource.Item::title);

    private final List<WorkSource> sources;

    WorkPages(List<WorkSource> sources) {
        this.sources = List.copyOf(sources);
    }

    private List<WorkSource.Item> items() {
        return sources.stream()
                .flatMap(source -> source.items().stream())
                .sorted(ORDER)
                .toList();
    }

    @GetMapping("/work")
    Page show() {
        return Page.of("home/work", Section.HOME, "My work").with("items", items());
    }

    @GetMapping("/api/v1/work")
    @ResponseBody
    @Summary("Lists what waits for whoever asks, what is due first")
    Slice<WorkSource.Item> list() {
        return new Slice<>(items(), null);
    }
}
