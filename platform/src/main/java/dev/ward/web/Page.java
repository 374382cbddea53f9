package dev.ward.web;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.ModelAndView;

/// What a page controller returns: a template, its place on the map, its title and its parameters.
///
/// ```
/// return Page.of("product/list", Section.PRODUCTS, "Products").with("products", products.list(...));
/// ```
public final class Page extends ModelAndView {

    static final String SECTION = "ward.section";
    static final String TITLE = "ward.title";
    static final String CRUMBS = "ward.crumbs";

    /// A step on the way from the section to the page.
    public record Crumb(String title, String path) {}

    private final List<Crumb> crumbs = new ArrayList<>();

    private Page(String view) {
        super(view);
    }

    /// @param view   the template below `src/main/jte` without its ending, `product/list`
    /// @param title  the title of the window and the heading of the page
    public static Page of(String view, Section section, String title) {
        Page page = new Page(view);
        page.addObject(SECTION, section);
        page.addObject(TITLE, title);
        page.addObject(CRUMBS, page.crumbs);
        return page;
    }

    /// Sets a parameter of the template.
    public Page with(String name, @Nullable Object value) {
        addObject(name, value);
        return this;
    }

    /// Adds a step to the way that stands above the heading.
    public Page crumb(String title, String path) {
        crumbs.add(new Crumb(title, path));
        return this;
    }

    public Page status(HttpStatus status) {
        setStatus(status);
        return this;
    }
}
