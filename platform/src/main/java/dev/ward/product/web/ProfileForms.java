package dev.ward.product.web;

import dev.ward.product.Classification;
import dev.ward.product.Condition;
import dev.ward.product.Connection;
import dev.ward.product.Connectivity;
import dev.ward.product.CyberDevice;
import dev.ward.product.EmergencyAccess;
import dev.ward.product.MarketClass;
import dev.ward.product.ProfilePart;
import dev.ward.product.ProfileSection;
import dev.ward.product.Purpose;
import dev.ward.product.Resources;
import dev.ward.product.Resources.Limit;
import dev.ward.product.UseEnvironment;
import dev.ward.product.UseEnvironments;
import dev.ward.web.Form;
import dev.ward.web.Problem;
import dev.ward.web.ProblemException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;

/// The parts of a profile as forms, and forms as parts. The classification has one form for each market.
final class ProfileForms {

    private static final String SEPARATOR = ",";

    private ProfileForms() {}

    static Form of(ProfilePart part, int version) {
        return new Form(values(part), Map.of(), null, version);
    }

    private static Map<String, String> values(ProfilePart part) {
        return switch (part) {
            case Purpose it ->
                values(
                        "commonName", it.commonName(),
                        "intendedUse", it.intendedUse(),
                        "users", it.users(),
                        "patients", it.patients(),
                        "expectedLife", it.expectedLife());
            case UseEnvironments it -> values("places", names(it.places()), "other", it.other());
            case Connectivity it ->
                values(
                        "connections", names(it.connections()),
                        "other", it.other(),
                        "internet", it.internet());
            case EmergencyAccess it ->
                values(
                        "needed", it.needed(),
                        "who", it.who(),
                        "way", it.way(),
                        "within", it.within(),
                        "afterwards", it.afterwards());
            case Resources it ->
                values(
                        "battery.limited", it.battery().limited(),
                        "battery.detail", it.battery().detail(),
                        "memory.limited", it.memory().limited(),
                        "memory.detail", it.memory().detail(),
                        "processing.limited", it.processing().limited(),
                        "processing.detail", it.processing().detail());
            case CyberDevice it ->
                values(
                        "software.answer", it.software().answer(),
                        "software.reason", it.software().reason(),
                        "internet.answer", it.internet().answer(),
                        "internet.reason", it.internet().reason(),
                        "vulnerable.answer", it.vulnerable().answer(),
                        "vulnerable.reason", it.vulnerable().reason());
            case Classification _ -> Map.of();
        };
    }

    static Form of(MarketClass one, int version) {
        Map<String, String> values = values(
                "deviceClass", one.deviceClass(),
                "productCode", one.productCode(),
                "classificationName", one.classificationName(),
                "rule", one.rule(),
                "listing", one.listing());
        return new Form(values, Map.of(), null, version);
    }

    /// As it was sent, so that nothing is lost of what was typed.
    static Form sent(MultiValueMap<String, String> fields, ProfilePart part) {
        return sent(fields, values(part).keySet());
    }

    static Form sent(MultiValueMap<String, String> fields, MarketClass one) {
        return sent(fields, of(one, 0).values().keySet());
    }

    private static Form sent(MultiValueMap<String, String> fields, Collection<String> names) {
        Map<String, String> values = names.stream()
                .collect(Collectors.toMap(
                        name -> name, name -> String.join(SEPARATOR, fields.getOrDefault(name, List.of()))));
        String revision = Objects.requireNonNullElse(fields.getFirst("revision"), "");
        boolean number = revision.length() <= 9 && revision.matches("[0-9]+");
        return new Form(values, Map.of(), null, number ? Integer.parseInt(revision) : 0);
    }

    /// @throws ProblemException  when a field is not what it must be
    static ProfilePart read(ProfileSection section, ProfileFields sent) {
        return switch (section) {
            case PURPOSE ->
                new Purpose(
                        sent.text("commonName"),
                        sent.text("intendedUse"),
                        sent.text("users"),
                        sent.text("patients"),
                        sent.number("expectedLife"));
            case ENVIRONMENTS -> new UseEnvironments(sent.several(UseEnvironment.class, "places"), sent.text("other"));
            case CONNECTIVITY ->
                new Connectivity(
                        sent.several(Connection.class, "connections"), sent.text("other"), sent.answer("internet"));
            case EMERGENCY ->
                new EmergencyAccess(
                        sent.answer("needed"),
                        sent.text("who"),
                        sent.text("way"),
                        sent.text("within"),
                        sent.text("afterwards"));
            case RESOURCES -> new Resources(limit(sent, "battery"), limit(sent, "memory"), limit(sent, "processing"));
            case CYBER_DEVICE ->
                new CyberDevice(
                        condition(sent, "software"), condition(sent, "internet"), condition(sent, "vulnerable"));
            case CLASSIFICATION -> throw ProblemException.of(Problem.NOT_FOUND, "A class is said market by market.");
        };
    }

    static MarketClass readClass(String market, ProfileFields sent) {
        return new MarketClass(
                market,
                sent.text("deviceClass"),
                sent.text("productCode"),
                sent.text("classificationName"),
                sent.text("rule"),
                sent.text("listing"));
    }

    private static Limit limit(ProfileFields sent, String name) {
        return new Limit(sent.answer(name + ".limited"), sent.text(name + ".detail"));
    }

    private static Condition condition(ProfileFields sent, String name) {
        return new Condition(sent.answer(name + ".answer"), sent.text(name + ".reason"));
    }

    private static String names(Collection<? extends Enum<?>> constants) {
        return constants.stream().map(Enum::name).collect(Collectors.joining(SEPARATOR));
    }

    private static Map<String, String> values(@Nullable Object... namesAndValues) {
        Map<String, String> values = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            values.put(String.valueOf(namesAndValues[i]), Objects.toString(namesAndValues[i + 1], ""));
        }
        return values;
    }
}
