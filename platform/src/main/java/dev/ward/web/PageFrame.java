package dev.ward.web;

import gg.jte.Content;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// What a template knows beside its own parameters. Each template gets it as `frame`.
///
/// @param theme     "light", "dark", or "auto" for what the reader's system prefers
/// @param fragment  the id of the part that htmx asks for; null when the whole page is asked for
/// @param notice    what the last act came to, shown once; null when there is nothing to say
/// @param standing  what those who operate Ward must know as long as it is so
/// @param now       the instant of the request
/// @param parts     writes a template within this one
public record PageFrame(
        String title,
        Section section,
        List<Page.Crumb> crumbs,
        Navigation navigation,
        Viewer viewer,
        Csrf csrf,
        Address address,
        String theme,
        @Nullable String fragment,
        @Nullable String notice,
        List<String> standing,
        Instant now,
        Function<Part, Content> parts) {

    /// The token that a form sends back, so that no other site can send it in the reader's name.
    public record Csrf(String parameter, String header, String token) {}

    /// Whether a part of the page is to be written: always, unless htmx asks for another part alone.
    public boolean wants(String part) {
        return fragment == null || fragment.equals(part);
    }

    /// Writes a part that another module contributed.
    public Content show(Part part) {
        return parts.apply(part);
    }

    public boolean whole() {
        return fragment == null;
    }

    public boolean may(String permission) {
        return viewer.may(permission);
    }

    /// Whether the navigation's entry is where the reader is: the innermost of those above the page.
    public boolean isAt(NavigationEntry entry) {
        return isWithin(entry)
                && navigation.parts().stream()
                        .flatMap(part -> part.entries().stream())
                        .noneMatch(other -> other.path().startsWith(entry.path() + "/") && isWithin(other));
    }

    private boolean isWithin(NavigationEntry entry) {
        return address.path().equals(entry.path()) || address.path().startsWith(entry.path() + "/");
    }

    /// What stands in the search box.
    public String searchText() {
        return address.path().equals("/search") ? Objects.requireNonNullElse(address.get("q"), "") : "";
    }

    /// The address of a file of our own, which changes with its content.
    public String asset(String name) {
        return Assets.address(name);
    }
}
