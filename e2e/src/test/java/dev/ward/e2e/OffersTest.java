package dev.ward.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Follows every link and sends every form that a page offers, as each role: nothing that is offered is refused.
class OffersTest {

    private static final Pattern LINK = Pattern.compile("(?:href|hx-get|data-live)=\"(/[^\"#]*)");
    private static final Pattern FORM = Pattern.compile("<form[^>]*>");
    private static final Pattern ACTION = Pattern.compile("action=\"(/[^\"]*)\"");
    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}-[0-9a-f-]{27}|CVE-\\d+-\\d+|(?<=/)\\d+(?=$|/|\\?)");
    private static final Pattern VALUE = Pattern.compile("=[^&]*");

    /// Files of drafts, and what is done with drafts: the same in each case. The cases and the drafts themselves are
    /// not.
    private static final Pattern OF_DRAFT = Pattern.compile("/cases/[^/?]+/due/drafts/([^/?]+/.*)");

    private static final Pattern TAKES_AWAY = Pattern.compile(".*/(remove|discard|erase|retire|unlink|untie|end)");

    /// How many pages of one shape are opened: those of different releases differ little.
    private static final int OF_ONE_SHAPE = 2;

    /// How many pages of one path are opened, whatever is asked of it: filters and sorts go together in any number.
    private static final int OF_ONE_PATH = 12;

    private static final List<String> ROLES = List.of(
            "auditor",
            "executive",
            "counsel",
            "privacy-officer",
            "designated-person",
            "regulatory-head",
            "psirt-lead",
            "hospital",
            "field-service",
            "quality-regulatory",
            "clinical-safety",
            "product-security",
            "administrator"); // last, for it may close the others' accounts

    @Test
    void nothingThatAPageOffersIsRefused(@TempDir Path data) throws Exception {
        try (DemoProcess demo = DemoProcess.startFilled(data)) {
            for (String role : ROLES) {
                WebSession session = WebSession.signIn(demo, role);
                List<String> refused = new ArrayList<>();
                NavigableSet<String> forms = new TreeSet<>();

                int opened = open(session, role.equals("hospital") ? "/portal" : "/", forms, refused);
                assertThat(forms).as("forms that are offered to %s", role).hasSizeGreaterThan(1);
                send(session, forms, refused);

                assertThat(refused).as(role).isEmpty();
                assertThat(opened).as("pages that %s opened", role).isGreaterThan(30);
            }
        }
    }

    private static int open(WebSession session, String first, NavigableSet<String> forms, List<String> refused) {
        Map<String, Integer> shapes = new HashMap<>();
        Deque<String> waiting = new ArrayDeque<>(List.of(first));
        int opened = 0;
        while (!waiting.isEmpty()) {
            String address = waiting.poll();
            HttpResponse<String> answer = session.get(address);
            opened++;
            boolean lost = answer.headers()
                    .firstValue("Location")
                    .filter(to -> to.contains("/sign-in"))
                    .isPresent();
            if (answer.statusCode() >= 400 || lost) {
                refused.add(answer.statusCode() + " " + address);
            }
            if (answer.headers().firstValue("Content-Type").orElse("").startsWith("text/html")) {
                for (String link : found(LINK, answer.body())) {
                    String shape = shape(link);
                    if (shapes.merge(shape, 1, Integer::sum) <= OF_ONE_SHAPE
                            && shapes.merge(path(shape), 1, Integer::sum) <= OF_ONE_PATH) {
                        waiting.add(link);
                    }
                }
                forms.addAll(posts(answer.body()));
            }
        }
        return opened;
    }

    private static void send(WebSession session, NavigableSet<String> forms, List<String> refused) {
        Map<String, Integer> shapes = new HashMap<>();
        // Nothing is taken away before all else was done with it; one's own account, which ends sessions, comes last.
        List<String> actions = new ArrayList<>(forms.descendingSet());
        actions.sort(Comparator.comparing((String action) -> action.startsWith("/account"))
                .thenComparing(action -> TAKES_AWAY.matcher(action).matches()));
        for (String action : actions) {
            if (shapes.merge(shape(action), 1, Integer::sum) <= OF_ONE_SHAPE && !action.equals("/sign-out")) {
                int status = session.submit(action, "").statusCode();
                if (status == 401 || status == 403 || status == 404 || status == 405 || status >= 500) {
                    refused.add(status + " POST " + action);
                }
            }
        }
    }

    private static List<String> posts(String page) {
        return FORM.matcher(page)
                .results()
                .map(form -> form.group())
                .filter(form -> form.contains("method=\"post\""))
                .flatMap(form -> found(ACTION, form).stream())
                .toList();
    }

    private static List<String> found(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        List<String> found = new ArrayList<>();
        while (matcher.find()) {
            found.add(matcher.group(1).replace("&amp;", "&"));
        }
        return found;
    }

    /// Apart from the shapes, which have no end.
    private static String path(String shape) {
        return shape.replaceAll("\\?.*", "") + " …";
    }

    /// What is left of an address without its ids and values.
    private static String shape(String address) {
        String place = OF_DRAFT.matcher(address).replaceFirst("/cases/*/due/drafts/$1");
        return VALUE.matcher(ID.matcher(place).replaceAll("*")).replaceAll("=");
    }
}
