package dev.ward.regulation.web;

import dev.ward.clock.DeadlineState;
import dev.ward.identity.AccountId;
import dev.ward.product.ProductId;
import dev.ward.regulation.ObligationFilter;
import dev.ward.web.TypedText;
import dev.ward.web.Worded;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What an address asks of what is due; the names of its parts are those of the parameters.
///
/// @param state      `overdue`; all that are open without one
/// @param clock      `FDA-CUST-30`
/// @param authority  to whom it is owed
/// @param owner      of the case: the id of an account
/// @param product    that the case reaches, or may reach: its id
public record BoardQuestion(
        @Nullable String state,
        @Nullable String clock,
        @Nullable String authority,
        @Nullable String owner,
        @Nullable String product) {

    ObligationFilter filter() {
        return new ObligationFilter(
                Worded.typed("state", state, DeadlineState.values()),
                text(clock),
                text(authority),
                id("owner", owner, AccountId::new),
                id("product", product, ProductId::new));
    }

    /// As an address names it, behind a `?` or `&`; empty for all.
    ///
    /// @param first  the sign before it
    public String query(String first) {
        Map<String, String> all = new LinkedHashMap<>();
        put(all, "state", state);
        put(all, "clock", clock);
        put(all, "authority", authority);
        put(all, "owner", owner);
        put(all, "product", product);
        return all.isEmpty()
                ? ""
                : first
                        + all.entrySet().stream()
                                .map(one ->
                                        one.getKey() + "=" + URLEncoder.encode(one.getValue(), StandardCharsets.UTF_8))
                                .collect(Collectors.joining("&"));
    }

    private static void put(Map<String, String> all, String name, @Nullable String typed) {
        String word = text(typed);
        if (word != null) {
            all.put(name, word);
        }
    }

    private static @Nullable String text(@Nullable String typed) {
        return typed == null || typed.isBlank() ? null : typed.strip().replace("\0", "");
    }

    private static <T> @Nullable T id(String field, @Nullable String typed, Function<UUID, T> of) {
        return typed == null || typed.isBlank() ? null : of.apply(TypedText.id(field, typed));
    }
}
