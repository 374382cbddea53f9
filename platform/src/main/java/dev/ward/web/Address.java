package dev.ward.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The address of a page with its filters, from which links to its neighbours are made.
///
/// @param path   `/findings`
/// @param query  every parameter with its values, in order, decoded
public record Address(String path, Map<String, List<String>> query) {

    private static final String AFTER = "after";
    private static final String BACK = "back";
    private static final String PANEL = "panel";
    private static final String SORT = "sort";
    private static final int MOST_STEPS_BACK = 20;
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._~:@-]*");

    public Address {
        Map<String, List<String>> copy = new LinkedHashMap<>();
        query.forEach((name, values) -> copy.put(name, List.copyOf(values)));
        query = copy;
    }

    public static Address of(String path) {
        return new Address(path, Map.of());
    }

    /// The address of what has a name: `/vulnerabilities/CVE-2021-44228`. A name that holds more than letters, digits
    /// and `._~:@-` stands in the query, as a path may not hold every character, encoded or not.
    ///
    /// @param path  `/vulnerabilities`, which answers to `?name=` too
    public static Address named(String path, String name) {
        return NAME.matcher(name).matches() ? of(path + "/" + name) : of(path).with("name", name);
    }

    static Address of(String path, Map<String, String[]> parameters) {
        Map<String, List<String>> query = new LinkedHashMap<>();
        parameters.forEach((name, values) -> query.put(name, Arrays.asList(values)));
        return new Address(path, query);
    }

    /// The first value of a parameter; null when it is absent.
    public @Nullable String get(String name) {
        List<String> values = query.getOrDefault(name, List.of());
        return values.isEmpty() ? null : values.getFirst();
    }

    public Address with(String name, String... values) {
        Map<String, List<String>> changed = new LinkedHashMap<>(query);
        changed.put(name, Arrays.asList(values));
        return new Address(path, changed);
    }

    public Address without(String... names) {
        Map<String, List<String>> changed = new LinkedHashMap<>(query);
        Arrays.asList(names).forEach(changed::remove);
        return new Address(path, changed);
    }

    /// The same list, sorted otherwise, from its beginning.
    public Address sortedBy(SortOrder order) {
        return without(AFTER, BACK, PANEL).with(SORT, order.toString());
    }

    /// The same list with the details of one of its rows beside it.
    public Address panel(String id) {
        return with(PANEL, id);
    }

    /// What stands below the list, with the same filters and no place in it: a file of all of it.
    public String under(String name) {
        return new Address(path + "/" + name, without(AFTER, BACK, PANEL).query).toString();
    }

    public Address withoutPanel() {
        return without(PANEL);
    }

    /// The same list, further on. Remembers the way back, as far as an address can hold it.
    public Address next(String cursor) {
        List<String> back = new ArrayList<>(query.getOrDefault(BACK, List.of()));
        String here = get(AFTER);
        back.add(here == null ? "" : here);
        if (back.size() > MOST_STEPS_BACK) {
            back.removeFirst();
        }
        return withoutPanel().with(AFTER, cursor).with(BACK, back.toArray(String[]::new));
    }

    /// The same list, one step back; null when the way back is not known.
    public @Nullable Address previous() {
        List<String> back = query.getOrDefault(BACK, List.of());
        if (back.isEmpty()) {
            return null;
        }
        List<String> rest = back.subList(0, back.size() - 1);
        Address address = without(AFTER, BACK, PANEL);
        address = rest.isEmpty() ? address : address.with(BACK, rest.toArray(String[]::new));
        return back.getLast().isEmpty() ? address : address.with(AFTER, back.getLast());
    }

    /// The same list from its beginning; null when this is the beginning.
    public @Nullable Address first() {
        return get(AFTER) == null ? null : without(AFTER, BACK, PANEL);
    }

    /// As it stands in a link.
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(path);
        char joint = '?';
        for (Map.Entry<String, List<String>> parameter : query.entrySet()) {
            for (String value : parameter.getValue()) {
                text.append(joint)
                        .append(encode(parameter.getKey()))
                        .append('=')
                        .append(encode(value));
                joint = '&';
            }
        }
        return text.toString();
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
