package dev.ward.home;

import dev.ward.identity.CurrentActor;
import dev.ward.identity.Permission;
import dev.ward.identity.SignedIn;
import dev.ward.web.HomePart;
import dev.ward.web.NextStep;
import dev.ward.web.Page;
import dev.ward.web.SearchResults;
import dev.ward.web.Section;
import dev.ward.web.Waiting;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// The first page after sign-in, and the search.
@Controller
@SignedIn
class HomePages {

    private static final int MOST_HITS = 20;
    private static final int LONGEST_TEXT = 200;

    private final List<NextStep> steps;
    private final List<HomePart> parts;
    private final List<Waiting> waiting;
    private final List<SearchResults> results;
    private final CurrentActor actor;

    HomePages(
            List<NextStep> steps,
            List<HomePart> parts,
            List<Waiting> waiting,
            List<SearchResults> results,
            CurrentActor actor) {
        this.steps =
                steps.stream().sorted(Comparator.comparingInt(NextStep::order)).toList();
        this.parts =
                parts.stream().sorted(Comparator.comparingInt(HomePart::order)).toList();
        this.waiting =
                waiting.stream().sorted(Comparator.comparingInt(Waiting::order)).toList();
        this.results = results.stream()
                .sorted(Comparator.comparingInt(SearchResults::order))
                .toList();
        this.actor = actor;
    }

    @GetMapping("/")
    @SignedIn(outsiders = true)
    Object home() {
        if (actor.caller().outsider()) {
            return "redirect:/portal";
        }
        List<HomeView.Step> open = steps.stream()
                .filter(step -> may(step.permission()))
                .map(step -> new HomeView.Step(step.title(), step.reason(), step.path(), step.done()))
                .toList();
        return Page.of("home/home", Section.HOME, "Home")
                .with("steps", open.stream().allMatch(HomeView.Step::done) ? List.of() : open)
                .with(
                        "parts",
                        parts.stream()
                                .filter(part -> may(part.permission()))
                                .map(HomeView.Tile::of)
                                .filter(Objects::nonNull)
                                .toList())
                .with(
                        "waiting",
                        waiting.stream()
                                .filter(one -> may(one.permission()))
                                .flatMap(one -> one.items().stream())
                                .toList());
    }

    @GetMapping("/search")
    Page search(@RequestParam(defaultValue = "") String q) {
        String stripped = q.strip();
        String text = stripped.substring(0, Math.min(stripped.length(), LONGEST_TEXT));
        List<HomeView.Group> groups = text.isEmpty()
                ? List.of()
                : results.stream()
                        .filter(one -> may(one.permission()))
                        .map(one -> HomeView.Group.of(one, text, MOST_HITS))
                        .filter(group -> !group.hits().isEmpty())
                        .toList();
        return Page.of("home/search", Section.HOME, "Search").with("text", text).with("groups", groups);
    }

    private boolean may(String permission) {
        return actor.may(Permission.valueOf(permission));
    }
}
