package dev.ward.report;

import dev.ward.handling.ScopeRow;
import dev.ward.product.ProductId;
import dev.ward.report.KnownOfCase.Described;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A release in the scope of a case, for a form that asks for software versions.
///
/// @param model  null when it is of the product as a whole
/// @param name   "Infusion pump Model S 2.1"
record ScopedRelease(ProductId product, @Nullable String model, String name, ScopeRow.Presence presence) {

    private static final Set<ScopeRow.Presence> AFFECTED = Set.of(ScopeRow.Presence.FOUND, ScopeRow.Presence.NAMED);

    static ScopedRelease of(ScopeRow one) {
        return new ScopedRelease(
                one.productId(),
                one.model(),
                "%s %s%s".formatted(one.product(), one.model() == null ? "" : one.model() + " ", one.version()),
                one.presence());
    }

    /// Puts those of some types of device that are affected into an item. Of what is in the others
    /// nobody knows enough to call them affected, or to leave them out: they are missing.
    static void into(FilledForm form, String number, List<ScopedRelease> all, List<Described> devices) {
        List<ScopedRelease> its = all.stream().filter(one -> one.isOf(devices)).toList();
        form.put(number, names(its, AFFECTED));
        List<String> unread = names(its, Set.of(ScopeRow.Presence.UNKNOWN));
        List<String> candidates = names(its, Set.of(ScopeRow.Presence.CANDIDATE));
        form.lack(number, words("What is in %s is not known, nor whether it is affected.", unread));
        form.lack(number, words("Whether %s is affected is to be confirmed.", candidates));
    }

    private boolean isOf(List<Described> devices) {
        return devices.stream()
                .anyMatch(one -> one.type().product().equals(product)
                        && (model == null
                                || one.type().model() == null
                                || one.name().endsWith(model)));
    }

    private static List<String> names(List<ScopedRelease> all, Collection<ScopeRow.Presence> presences) {
        return all.stream()
                .filter(one -> presences.contains(one.presence()))
                .map(ScopedRelease::name)
                .toList();
    }

    private static @Nullable String words(String sentence, List<String> names) {
        return names.isEmpty() ? null : sentence.replace("%s", String.join(", ", names));
    }
}
