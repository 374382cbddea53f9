package dev.ward.regulation.web;

import dev.ward.clock.DeadlineState;
import dev.ward.handling.CaseTeams;
import dev.ward.identity.Reader;
import dev.ward.product.ProductFilter;
import dev.ward.product.Products;
import dev.ward.regulation.ObligationCounts;
import dev.ward.regulation.ObligationFilter;
import dev.ward.regulation.Obligations;
import dev.ward.web.Choices;
import dev.ward.web.Slice;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/// By what the board and the calendar can be narrowed, with how many things there are behind each choice.
@Component("dueBoardChoices")
public class BoardChoices {

    private final Obligations obligations;
    private final CaseTeams teams;
    private final Products products;

    BoardChoices(Obligations obligations, CaseTeams teams, Products products) {
        this.obligations = obligations;
        this.teams = teams;
        this.products = products;
    }

    /// What is sent, and its words, of each filter.
    ///
    /// @param count  of all that fits
    public record Shown(
            SequencedMap<String, String> states,
            SequencedMap<String, String> clocks,
            SequencedMap<String, String> authorities,
            SequencedMap<String, String> people,
            SequencedMap<String, String> products,
            long count) {}

    Shown of(Reader reader, ObligationFilter filter) {
        ObligationCounts counts = obligations.counts(reader, filter);
        Map<String, String> names = new LinkedHashMap<>();
        teams.names(reader).forEach((id, name) -> names.put(id.toString(), name));
        SequencedMap<String, String> states = new LinkedHashMap<>();
        for (DeadlineState state : DeadlineState.values()) {
            states.put(state.word(), words(state.title(), counts.states().getOrDefault(state.word(), 0L)));
        }
        ProductFilter all = new ProductFilter(null, null, false, ProductFilter.USUAL);
        return new Shown(
                states,
                counted(obligations.clocks(), counts.clocks(), Function.identity()),
                counted(obligations.authorities(), counts.authorities(), Function.identity()),
                counted(names.keySet(), counts.owners(), id -> names.getOrDefault(id, id)),
                Choices.of(
                        products.list(reader, all, null, Slice.MOST).items(),
                        line -> line.product().id().toString(),
                        line -> line.product().name()),
                counts.all());
    }

    private static SequencedMap<String, String> counted(
            Iterable<String> words, Map<String, Long> counts, Function<String, String> name) {
        SequencedMap<String, String> named = new LinkedHashMap<>();
        words.forEach(word -> named.put(word, words(name.apply(word), counts.getOrDefault(word, 0L))));
        return named;
    }

    private static String words(String name, long count) {
        return count == 0 ? name : "%s (%d)".formatted(name, count);
    }
}
