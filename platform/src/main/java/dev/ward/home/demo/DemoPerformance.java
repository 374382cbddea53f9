package dev.ward.home.demo;

import dev.ward.identity.Caller;
import dev.ward.identity.Reader;
import dev.ward.performance.Approvals;
import dev.ward.performance.Aspect;
import dev.ward.performance.DeviceInterface;
import dev.ward.performance.EssentialFunction;
import dev.ward.performance.EssentialPerformances;
import dev.ward.performance.FunctionId;
import dev.ward.performance.FunctionLinks;
import dev.ward.performance.Hazard;
import dev.ward.performance.Interfaces;
import dev.ward.performance.LinkOrder;
import dev.ward.performance.LinkRule;
import dev.ward.performance.LinkRules;
import dev.ward.performance.PerformanceDrafts;
import dev.ward.performance.Subject;
import dev.ward.performance.TimeToHarm;
import dev.ward.signature.Signing;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Says what the demo's devices must never stop doing, and what that depends on.
@Component
class DemoPerformance {

    private final DemoFile file;
    private final EssentialPerformances performances;
    private final PerformanceDrafts drafts;
    private final Approvals approvals;
    private final Signing signing;
    private final Interfaces interfaces;
    private final FunctionLinks links;
    private final LinkRules rules;

    DemoPerformance(
            DemoFile file,
            EssentialPerformances performances,
            PerformanceDrafts drafts,
            Approvals approvals,
            Signing signing,
            Interfaces interfaces,
            FunctionLinks links,
            LinkRules rules) {
        this.file = file;
        this.performances = performances;
        this.drafts = drafts;
        this.approvals = approvals;
        this.signing = signing;
        this.interfaces = interfaces;
        this.links = links;
        this.rules = rules;
    }

    /// @param approved  whether it is; else it is a draft
    private record OfProduct(
            String product,
            boolean approved,
            List<Function> functions,
            List<Touching> interfaces,
            List<Depending> links) {}

    private record Function(
            String name,
            Map<Aspect, String> said,
            @Nullable Set<Aspect> unknown,
            @Nullable TimeToHarm timeToHarm,
            List<Hazard> hazards) {}

    /// @param functions  that depend on it
    private record Touching(
            String name,
            DeviceInterface.Kind kind,
            DeviceInterface.Direction direction,
            List<String> functions,
            @Nullable String why) {}

    /// @param prefix    of the names of components
    /// @param function  null when none depends on them
    private record Depending(String prefix, @Nullable String function, String why) {}

    void tell(DemoPeople people, DemoNames names) throws IOException {
        for (OfProduct one : file.all("performance", OfProduct.class)) {
            Caller author = people.caller("product-security");
            Reader reader = people.reader("product-security");
            Subject subject =
                    performances.subject(reader, names.product(one.product()).value());
            Map<String, FunctionId> functions = describe(author, subject, one);
            touch(author, reader, subject, functions, one);
            depend(author, reader, subject, functions, one);
            if (one.approved()) {
                String seen = performances.draft(subject).orElseThrow().sha256();
                approvals.approve(people.signer("clinical-safety", signing), subject, seen);
            }
        }
    }

    private Map<String, FunctionId> describe(Caller author, Subject subject, OfProduct one) {
        Map<String, FunctionId> ids = new HashMap<>();
        for (Function function : one.functions()) {
            FunctionId id = PerformanceDrafts.newId();
            ids.put(function.name(), id);
            drafts.save(
                    author,
                    subject,
                    new EssentialFunction(
                            id,
                            function.name(),
                            function.said(),
                            Objects.requireNonNullElse(function.unknown(), Set.of()),
                            function.timeToHarm(),
                            function.hazards(),
                            false),
                    0);
        }
        return ids;
    }

    private void touch(
            Caller author, Reader reader, Subject subject, Map<String, FunctionId> functions, OfProduct one) {
        for (Touching touching : one.interfaces()) {
            UUID id = interfaces
                    .add(author, subject, touching.name(), touching.kind(), touching.direction())
                    .id()
                    .value();
            for (String function : touching.functions()) {
                links.apply(
                        author,
                        reader,
                        subject,
                        new LinkOrder(
                                List.of(),
                                List.of(id),
                                Objects.requireNonNull(functions.get(function), function),
                                Objects.requireNonNull(touching.why(), touching.name())));
            }
        }
    }

    private void depend(
            Caller author, Reader reader, Subject subject, Map<String, FunctionId> functions, OfProduct one) {
        for (Depending depending : one.links()) {
            String function = depending.function();
            UUID rule = rules.add(
                    author,
                    reader,
                    subject,
                    new LinkRule.Draft(
                            LinkRule.Field.NAME,
                            depending.prefix(),
                            function == null ? null : Objects.requireNonNull(functions.get(function), function),
                            depending.why()));
            LinkRules.Reach reach = rules.preview(reader, subject, rule);
            rules.apply(author, reader, subject, rule, reach.digest());
        }
    }
}
