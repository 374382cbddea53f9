package dev.ward.identity;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/// What whoever names a deputy should know: who is qualified for what the absent person signs, and that another is a
/// deputy already. Nothing of it is a refusal: a deputy who signs nothing does the rest.
@Component
public class DeputyHints {

    private final Roles roles;
    private final QualificationRepository qualifications;
    private final DeputyRepository deputies;
    private final Clock clock;

    DeputyHints(Roles roles, QualificationRepository qualifications, DeputyRepository deputies, Clock clock) {
        this.roles = roles;
        this.qualifications = qualifications;
        this.deputies = deputies;
        this.clock = clock;
    }

    /// Who is qualified today, for what of that which a role signs. Of a role that signs nothing, nobody.
    public Map<AccountId, Set<Competence>> qualified(String role) {
        Set<Competence> needed = needed(role);
        LocalDate today = Days.today(clock);
        Map<AccountId, Set<Competence>> qualified = new HashMap<>();
        qualifications.unrevoked().stream()
                .filter(one -> needed.contains(one.competence()) && one.holdsOn(today))
                .forEach(one -> qualified
                        .computeIfAbsent(one.account(), _ -> EnumSet.noneOf(Competence.class))
                        .add(one.competence()));
        return qualified;
    }

    /// What there is to say of a deputy who was just named, a sentence each.
    public List<String> of(Deputyship named) {
        List<String> hints = new ArrayList<>();
        Set<Competence> lacking = needed(named.role());
        List<Qualification> theirs = qualifications.list(named.deputy());
        LocalDate today = Days.today(clock);
        LocalDate first = named.from().isBefore(today) ? today : named.from();
        lacking.removeIf(one -> holds(theirs, one, first) && holds(theirs, one, named.until()));
        if (!lacking.isEmpty()) {
            hints.add("%s is not qualified for %s on all of these days, and signs nothing for it without."
                    .formatted(named.deputyName(), words(lacking)));
        }
        deputies.list(named.absent()).stream()
                .filter(other -> overlaps(other, named))
                .forEach(other -> hints.add("%s is a deputy of %s from %s to %s already; both may act."
                        .formatted(other.deputyName(), other.absentName(), other.from(), other.until())));
        return hints;
    }

    private static boolean holds(List<Qualification> theirs, Competence competence, LocalDate day) {
        return theirs.stream().anyMatch(one -> one.competence() == competence && one.holdsOn(day));
    }

    private static boolean overlaps(Deputyship other, Deputyship named) {
        return !other.id().equals(named.id())
                && other.absent().equals(named.absent())
                && other.valid()
                && other.endedAt() == null
                && !other.until().isBefore(named.from())
                && !other.from().isAfter(named.until());
    }

    private Set<Competence> needed(String role) {
        return roles.find(role).map(Competence::of).orElseGet(() -> EnumSet.noneOf(Competence.class));
    }

    /// In a sentence: "clinical safety, security".
    public static String words(Set<Competence> competences) {
        return competences.stream()
                .map(one -> one.title().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(", "));
    }
}
