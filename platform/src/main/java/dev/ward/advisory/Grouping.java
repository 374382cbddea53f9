package dev.ward.advisory;

import dev.ward.standards.advisory.Ids;
import dev.ward.standards.match.AliasGroups;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Groups records into vulnerabilities by their aliases, such that vulnerabilities keep their ids.
///
/// The members are whole components: no record outside is linked with one inside. Where groups merge, the id
/// of the one that has their published CVE id stays, else the oldest id. Where a group comes apart, the part
/// with the vulnerability's name keeps its id.
final class Grouping {

    /// @param live           whether it is published
    /// @param vulnerability  of which it was told until now; null when of none
    record Member(
            long recordId,
            String source,
            String name,
            boolean live,
            List<String> aliases,
            byte[] head,
            @Nullable UUID vulnerability) {}

    /// What was known until now.
    ///
    /// @param vulnerabilities  by the names of the members and their aliases
    /// @param names            the names of those vulnerabilities
    /// @param retired          ids, by name, of those that were merged into others
    record Before(Map<String, UUID> vulnerabilities, Map<UUID, String> names, Map<String, UUID> retired) {}

    /// Records that tell of one vulnerability.
    ///
    /// @param cve      its published CVE id; null when it has none
    /// @param names    all its ids
    /// @param members  the live records, not empty
    record Group(UUID id, @Nullable String cve, List<String> names, List<Member> members) {

        String name() {
            return cve != null ? cve : representative(members);
        }

        private static String representative(List<Member> members) {
            return members.stream()
                    .map(Member::name)
                    .min(Comparator.naturalOrder())
                    .orElseThrow();
        }
    }

    private final List<Group> groups = new ArrayList<>();
    private final Map<String, UUID> vulnerabilityOfName = new HashMap<>();
    private final Map<Long, UUID> vulnerabilityOfRecord = new HashMap<>();
    private final Map<UUID, UUID> merged = new HashMap<>();
    private final Set<UUID> ended = new HashSet<>();
    private final List<AliasGroups.Conflict> conflicts;
    private final Supplier<UUID> ids;

    private Grouping(List<AliasGroups.Conflict> conflicts, Supplier<UUID> ids) {
        this.conflicts = conflicts;
        this.ids = ids;
    }

    /// @param ids  gives a new id
    static Grouping of(List<Member> members, Before before, Supplier<UUID> ids) {
        AliasGroups aliases = new AliasGroups();
        for (Member member : members) {
            if (member.live()) {
                aliases.add(member.name(), member.aliases());
            } else if (member.source().equals("CVE") && Ids.isCve(member.name())) {
                aliases.addUnpublished(member.name());
            }
        }
        aliases.resolve();
        Grouping grouping = new Grouping(aliases.conflicts(), ids);
        grouping.form(aliases, members, before);
        grouping.placeTheRest(members, before);
        return grouping;
    }

    private void form(AliasGroups aliases, List<Member> members, Before before) {
        Map<Integer, List<Member>> live = new HashMap<>();
        for (Member member : members) {
            if (member.live()) {
                live.computeIfAbsent(aliases.groupOf(member.name()), absent -> new ArrayList<>(2))
                        .add(member);
            }
        }
        Map<Integer, List<String>> names = aliases.groups();
        List<Group> formed = new ArrayList<>(live.size());
        live.forEach((number, told) -> {
            List<String> all = names.getOrDefault(number, List.of());
            String cve = all.stream()
                    .filter(aliases::isPublishedCve)
                    .min(Comparator.naturalOrder())
                    .orElse(null);
            formed.add(new Group(NOBODY, cve, all, told));
        });
        formed.sort(Comparator.comparing(Group::name));
        Map<UUID, String> owners = owners(formed, before);
        formed.forEach(group -> identify(group, owners, before));
    }

    private static final UUID NOBODY = new UUID(0, 0);

    private static Set<UUID> candidates(Group group, Before before) {
        Set<UUID> candidates = new LinkedHashSet<>();
        for (String name : new TreeSet<>(group.names())) {
            UUID known = before.vulnerabilities().get(name);
            if (known != null) {
                candidates.add(known);
            }
        }
        return candidates;
    }

    /// To which group, by its name, each known id goes.
    private static Map<UUID, String> owners(List<Group> groups, Before before) {
        Map<UUID, String> owners = new HashMap<>();
        for (Group group : groups) {
            for (UUID id : candidates(group, before)) {
                if (!owners.containsKey(id)
                        || group.names().contains(before.names().get(id))) {
                    owners.put(id, group.name());
                }
            }
        }
        return owners;
    }

    private void identify(Group group, Map<UUID, String> owners, Before before) {
        List<UUID> owned = candidates(group, before).stream()
                .filter(id -> group.name().equals(owners.get(id)))
                .toList();
        UUID id = choose(group, owned, before);
        owned.stream().filter(other -> !other.equals(id)).forEach(other -> merged.put(other, id));
        groups.add(new Group(id, group.cve(), group.names(), group.members()));
        group.names().forEach(name -> vulnerabilityOfName.put(name, id));
        group.members().forEach(member -> vulnerabilityOfRecord.put(member.recordId(), id));
    }

    private UUID choose(Group group, List<UUID> owned, Before before) {
        UUID ofName = before.vulnerabilities().get(group.name());
        if (ofName != null && owned.contains(ofName)) {
            return ofName;
        }
        UUID retired = before.retired().get(group.name());
        return owned.stream()
                .min(Comparator.comparing(UUID::toString)) // which is the order of their making
                .orElseGet(() -> retired == null ? ids.get() : retired);
    }

    /// Records that are not live stay with the vulnerability that they were told of.
    private void placeTheRest(List<Member> members, Before before) {
        for (Member member : members) {
            if (member.live()) {
                continue;
            }
            UUID group = vulnerabilityOfName.get(member.name());
            UUID known = member.vulnerability() != null
                    ? member.vulnerability()
                    : before.vulnerabilities().get(member.name());
            UUID id = group != null || known == null ? group : merged.getOrDefault(known, known);
            if (id != null) {
                vulnerabilityOfName.put(member.name(), id);
                vulnerabilityOfRecord.put(member.recordId(), id);
            }
        }
        Set<UUID> living = new HashSet<>();
        groups.forEach(group -> living.add(group.id()));
        before.names().keySet().stream()
                .filter(id -> !living.contains(id) && !merged.containsKey(id))
                .forEach(ended::add);
    }

    List<Group> groups() {
        return groups;
    }

    /// Every name by which a vulnerability is called from now on.
    Map<String, UUID> names() {
        return vulnerabilityOfName;
    }

    Map<Long, UUID> records() {
        return vulnerabilityOfRecord;
    }

    /// Ids that are given up, and those that take their place.
    Map<UUID, UUID> merged() {
        return merged;
    }

    /// Vulnerabilities of which no live record tells any more.
    Set<UUID> ended() {
        return ended;
    }

    List<AliasGroups.Conflict> conflicts() {
        return conflicts;
    }
}
