package dev.ward.regulation.web;

import dev.ward.clock.DeadlineState;
import dev.ward.handling.CaseTeams;
import dev.ward.identity.AccountId;
import dev.ward.identity.Permission;
import dev.ward.identity.Reader;
import dev.ward.identity.Requires;
import dev.ward.identity.Visibility;
import dev.ward.product.ProductFilter;
import dev.ward.product.ProductId;
import dev.ward.product.Products;
import dev.ward.regulation.ObligationFilter;
import dev.ward.regulation.Obligations;
import dev.ward.web.Choices;
import dev.ward.web.NavigationEntry;
import dev.ward.web.Page;
import dev.ward.web.Section;
import dev.ward.web.Slice;
import dev.ward.web.TypedText;
import dev.ward.web.Worded;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// The board of all that is due.
@Controller
@RequestMapping("/due")
@Requires(Permission.OBLIGATION_READ)
class BoardPages {

    static final String TITLE = "Obligations";
    static final String HERE = "/due";

    private final Obligations obligations;
    private final CaseTeams teams;
    private final Products products;
    private final Visibility visibility;

    BoardPages(Obligations obligations, CaseTeams teams, Products products, Visibility visibility) {
        this.obligations = obligations;
        this.teams = teams;
        this.products = products;
        this.visibility = visibility;
    }

    @Bean
    static NavigationEntry boardEntry() {
        return new NavigationEntry(Section.DUE, TITLE, HERE, Permission.OBLIGATION_READ.name(), 10);
    }

    @GetMapping
    Page list(
            @RequestParam(required = false) @Nullable String state,
            @RequestParam(required = false) @Nullable String clock,
            @RequestParam(required = false) @Nullable String authority,
            @RequestParam(required = false) @Nullable String owner,
            @RequestParam(required = false) @Nullable String product,
            @RequestParam(required = false) @Nullable String after) {
        Reader reader = visibility.reader();
        ObligationFilter filter = new ObligationFilter(
                Worded.typed("state", state, DeadlineState.values()),
                text(clock),
                text(authority),
                id("owner", owner, AccountId::new),
                id("product", product, ProductId::new));
        return Page.of("regulation/board", Section.DUE, TITLE)
                .with("filter", filter)
                .with("clocks", named(obligations.clocks()))
                .with("authorities", named(obligations.authorities()))
                .with("people", teams.names(reader))
                .with("products", products(reader))
                .with("obligations", obligations.list(reader, filter, after, Slice.USUAL_LIMIT));
    }

    private SequencedMap<String, String> products(Reader reader) {
        ProductFilter all = new ProductFilter(null, null, false, ProductFilter.USUAL);
        return Choices.of(
                products.list(reader, all, null, Slice.MOST).items(),
                line -> line.product().id().toString(),
                line -> line.product().name());
    }

    private static SequencedMap<String, String> named(List<String> words) {
        SequencedMap<String, String> named = new LinkedHashMap<>();
        words.forEach(word -> named.put(word, word));
        return named;
    }

    private static @Nullable String text(@Nullable String typed) {
        return typed == null || typed.isBlank() ? null : typed.strip().replace("\0", "");
    }

    static <T> @Nullable T id(String field, @Nullable String typed, Function<UUID, T> of) {
        return typed == null || typed.isBlank() ? null : of.apply(TypedText.id(field, typed));
    }
}
