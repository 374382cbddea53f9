package dev.ward.web;

import gg.jte.Content;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.dao.DataAccessException;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/// Makes the frame of a page from the request.
@Component
class PageFrames {

    static final String THEME_COOKIE = "ward-theme";

    /// An attribute of a request whose page must not ask the database who looks at it: it would wait in vain.
    static final String NOBODY_ASKED = PageFrames.class.getName();

    private static final Set<String> THEMES = Set.of("light", "dark");

    private final ObjectProvider<Viewer> viewers;
    private final List<NavigationEntry> entries;
    private final List<StandingNotice> standing;
    private final Clock clock;

    PageFrames(
            ObjectProvider<Viewer> viewers,
            List<NavigationEntry> entries,
            List<StandingNotice> standing,
            ObjectProvider<Clock> clock) {
        this.viewers = viewers;
        this.entries = List.copyOf(entries);
        this.standing = List.copyOf(standing);
        this.clock = clock.getIfAvailable(Clock::systemUTC);
    }

    @SuppressWarnings("unchecked")
    PageFrame of(HttpServletRequest request, Map<String, ?> model, Function<Part, Content> parts) {
        Viewer viewer = viewer(request);
        return new PageFrame(
                text(model.get(Page.TITLE), "Ward"),
                model.get(Page.SECTION) instanceof Section section ? section : Section.NONE,
                model.get(Page.CRUMBS) instanceof List<?> crumbs ? (List<Page.Crumb>) crumbs : List.of(),
                Navigation.of(entries, viewer),
                viewer,
                csrf(request),
                Address.of(request.getRequestURI(), parameters(request)),
                theme(request),
                fragment(request),
                Notices.read(request),
                viewer.outsider()
                        ? List.of()
                        : standing.stream()
                                .flatMap(one -> one.words(viewer).stream())
                                .toList(),
                clock.instant(),
                parts);
    }

    /// A page that says that the database is down must not fail because the database is down.
    private Viewer viewer(HttpServletRequest request) {
        if (request.getAttribute(NOBODY_ASKED) != null) {
            return new Nobody(false);
        }
        try {
            Viewer viewer = viewers.getIfAvailable(() -> new Nobody(true));
            return viewer.signedIn() ? viewer : new Nobody(true);
        } catch (DataAccessException | TransactionException e) {
            return new Nobody(false);
        }
    }

    /// Those of the address alone: what a form sent is not printed with its page. A page that says that the
    /// parameters cannot be read must not fail because they cannot.
    private static Map<String, String[]> parameters(HttpServletRequest request) {
        try {
            return new QueryOnlyRequest(request).getParameterMap();
        } catch (InvalidParameterException e) {
            return Map.of();
        }
    }

    private static PageFrame.Csrf csrf(HttpServletRequest request) {
        return request.getAttribute(CsrfToken.class.getName()) instanceof CsrfToken token
                ? new PageFrame.Csrf(token.getParameterName(), token.getHeaderName(), token.getToken())
                : new PageFrame.Csrf("_csrf", "X-CSRF-TOKEN", "");
    }

    private static String theme(HttpServletRequest request) {
        Cookie[] cookies = request.getCookies();
        String name = CookieName.of(request, THEME_COOKIE);
        return cookies == null
                ? "auto"
                : Arrays.stream(cookies)
                        .filter(cookie -> cookie.getName().equals(name))
                        .map(Cookie::getValue)
                        .filter(THEMES::contains)
                        .findFirst()
                        .orElse("auto");
    }

    private static @Nullable String fragment(HttpServletRequest request) {
        boolean part = "true".equals(request.getHeader("HX-Request"))
                && !"true".equals(request.getHeader("HX-Boosted"))
                && !"true".equals(request.getHeader("HX-History-Restore-Request"));
        return part ? request.getHeader("HX-Target") : null;
    }

    private static String text(@Nullable Object value, String otherwise) {
        return value instanceof String text ? text : otherwise;
    }
}
