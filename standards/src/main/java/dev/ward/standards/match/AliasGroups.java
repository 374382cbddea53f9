package dev.ward.standards.match;

import dev.ward.standards.advisory.Ids;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/// Joins records of one vulnerability by their aliases.
///
/// An alias is symmetric and transitive; `upstream` and `related` are no aliases. A record that lists several
/// CVE
/// ids is joined with none, and a set that would join two published CVE ids is not joined at all: both are
/// conflicts for a person to see.
///
/// Source: OSV schema, `aliases`; CVE CNA rules 4.2.11 (one id per independently fixable vulnerability).
public final class AliasGroups {

    /// @param ids     all ids in question, sorted
    /// @param reason  one sentence
    public record Conflict(List<String> ids, String reason) {}

    private final Map<String, Integer> numbers = new HashMap<>();
    private final List<String> ids = new ArrayList<>();
    private int[] parent = new int[1024];
    private final Set<String> unpublished = new HashSet<>();
    private final List<Conflict> conflicts = new ArrayList<>();
    private final List<int[]> links = new ArrayList<>();
    /// Records that list several CVE ids, from whichever side they are named.
    private final Set<Integer> apart = new HashSet<>();
    private boolean resolved;

    /// Adds one published record; in any order, before `resolve`.
    public void add(String id, Collection<String> aliases) {
        int own = number(id);
        Set<String> cves = new TreeSet<>();
        if (Ids.isCve(id)) {
            cves.add(id);
        }
        aliases.stream().filter(Ids::isCve).forEach(cves::add);
        if (cves.size() > 1) {
            conflicts.add(new Conflict(
                    List.copyOf(with(cves, id)),
                    "%s lists %d CVE ids; it is joined with none".formatted(id, cves.size())));
            apart.add(own);
            return;
        }
        for (String alias : aliases) {
            links.add(new int[] {own, number(alias)});
        }
    }

    /// Says that a CVE id is rejected or only reserved, and so no obstacle to joining.
    public void addUnpublished(String id) {
        unpublished.add(id);
    }

    /// Ends the joining: finds the sets with more than one published CVE id and takes them apart.
    public void resolve() {
        for (int[] link : links) {
            if (!apart.contains(link[0]) && !apart.contains(link[1])) {
                parent[find(link[1])] = find(link[0]);
            }
        }
        Map<Integer, List<String>> members = new HashMap<>();
        for (int i = 0; i < ids.size(); i++) {
            if (find(i) != i || Ids.isCve(ids.get(i))) {
                members.computeIfAbsent(find(i), absent -> new ArrayList<>()).add(ids.get(i));
            }
        }
        for (Map.Entry<Integer, List<String>> entry : members.entrySet()) {
            List<String> all = new ArrayList<>(with(new TreeSet<>(entry.getValue()), ids.get(entry.getKey())));
            long published = all.stream()
                    .filter(id -> Ids.isCve(id) && !unpublished.contains(id))
                    .count();
            if (published > 1) {
                all.forEach(id -> parent[number(id)] = -1);
                conflicts.add(new Conflict(
                        all, "aliases would join %d published CVE ids; none of them is joined".formatted(published)));
            }
        }
        for (int i = 0; i < ids.size(); i++) {
            if (parent[i] == -1) {
                parent[i] = i;
            }
        }
        conflicts.sort((a, b) -> a.ids().toString().compareTo(b.ids().toString()));
        resolved = true;
    }

    private static Set<String> with(Set<String> ids, String id) {
        Set<String> all = new TreeSet<>(ids);
        all.add(id);
        return all;
    }

    public List<Conflict> conflicts() {
        return List.copyOf(conflicts);
    }

    /// The number of an id's group; the same for all ids of one vulnerability. Only after `resolve`.
    public int groupOf(String id) {
        if (!resolved) {
            throw new IllegalStateException("aliases are not resolved yet");
        }
        return find(number(id));
    }

    /// Whether an id may stand for a vulnerability: a CVE id that is published, as far as is known.
    public boolean isPublishedCve(String id) {
        return Ids.isCve(id) && !unpublished.contains(id);
    }

    /// All ids by their group's number. Only after `resolve`.
    public Map<Integer, List<String>> groups() {
        Map<Integer, List<String>> groups = new HashMap<>();
        for (int i = 0; i < ids.size(); i++) {
            groups.computeIfAbsent(groupOf(ids.get(i)), absent -> new ArrayList<>(1))
                    .add(ids.get(i));
        }
        return groups;
    }

    private int number(String id) {
        Integer known = numbers.get(id);
        if (known != null) {
            return known;
        }
        int number = ids.size();
        ids.add(id);
        numbers.put(id, number);
        if (number == parent.length) {
            parent = Arrays.copyOf(parent, number * 2);
        }
        parent[number] = number;
        return number;
    }

    private int find(int number) {
        int root = number;
        while (parent[root] != root) {
            parent[root] = parent[parent[root]];
            root = parent[root];
        }
        return root;
    }
}
