package dev.ward.home;

import dev.ward.web.HomePart;
import dev.ward.web.Part;
import dev.ward.web.SearchResults;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What the templates of the first page and of the search show.
public final class HomeView {

    private HomeView() {}

    /// A step as the page shows it.
    public record Step(String title, String reason, String path, boolean done) {}

    /// A part as the page shows it.
    public record Tile(String title, Part part, boolean aside) {

        /// @return null when the part has nothing to say
        static @Nullable Tile of(HomePart part) {
            Map<String, Object> model = part.model();
            return model == null ? null : new Tile(part.title(), new Part(part.view(), model), part.aside());
        }
    }

    /// What one module found.
    ///
    /// @param more  whether there is more than is shown
    public record Group(String title, List<SearchResults.Hit> hits, boolean more) {

        static Group of(SearchResults results, String text, int most) {
            List<SearchResults.Hit> hits = results.find(text, most + 1);
            return new Group(results.title(), hits.subList(0, Math.min(most, hits.size())), hits.size() > most);
        }
    }
}
