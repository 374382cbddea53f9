package dev.ward.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Pattern;

/// What holds for every page of Ward.
public final class PageAsserts {

    private static final Pattern INLINE_SCRIPT = Pattern.compile("<script(?![^>]*\\bsrc=)[^>]*>|\\son[a-z]+=\"|hx-on");
    private static final Pattern INLINE_STYLE = Pattern.compile("<style|\\sstyle=\"");
    private static final Pattern OTHER_HOST = Pattern.compile("(?:src|href|action)=\"(?:https?:)?//");
    private static final Pattern FORM = Pattern.compile("<form([^>]*)>(.*?)</form>", Pattern.DOTALL);
    private static final Pattern TOKEN = Pattern.compile("<input type=\"hidden\" name=\"_csrf\" value=\"[^\"]+\">");

    private static final Pattern TOKEN_IN_ADDRESS = Pattern.compile("action=\"[^\"?]*\\?_csrf=[^\"&]+\"");

    private PageAsserts() {}

    /// No inline script or style, no other host, a token in each form that changes something, one heading.
    public static void assertSound(String html) {
        assertThat(html).doesNotContainPattern(INLINE_SCRIPT);
        assertThat(html).doesNotContainPattern(INLINE_STYLE);
        assertThat(html).doesNotContainPattern(OTHER_HOST);
        FORM.matcher(html)
                .results()
                .filter(form -> form.group(1).contains("method=\"post\""))
                .forEach(form -> {
                    if (form.group(1).contains("multipart/form-data")) {
                        assertThat(form.group(1)).containsPattern(TOKEN_IN_ADDRESS);
                    } else {
                        assertThat(form.group(2)).containsPattern(TOKEN);
                    }
                });
        if (html.contains("<!DOCTYPE")) {
            assertThat(html.split("<h1", -1)).hasSize(2);
            assertThat(html).contains("<html lang=\"en\"", "<main id=\"main\"", "class=\"ward-skip\"");
        }
    }
}
