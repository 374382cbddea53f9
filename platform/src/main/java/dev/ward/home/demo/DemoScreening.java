package dev.ward.home.demo;

import dev.ward.assessment.ScreeningFilter;
import dev.ward.assessment.ScreeningId;
import dev.ward.assessment.Screenings;
import dev.ward.rule.RuleKind;
import dev.ward.rule.RuleSet;
import dev.ward.rule.RuleSets;
import dev.ward.signature.Discipline;
import dev.ward.signature.Signing;
import java.io.IOException;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Signs the demo's screening policy, and dispositions some findings by it.
@Component
class DemoScreening {

    private static final String SECURITY = "product-security";

    private final DemoFile file;
    private final RuleSets rules;
    private final Screenings screenings;
    private final Signing signing;

    DemoScreening(DemoFile file, RuleSets rules, Screenings screenings, Signing signing) {
        this.file = file;
        this.rules = rules;
        this.screenings = screenings;
        this.signing = signing;
    }

    /// @param why     of the policy
    private record Told(String why, List<Screened> screened) {}

    /// @param component  the beginning of its name; null for all of the product's
    private record Screened(
            String rule, String product, @Nullable String component, String evidence, boolean sampleRead) {}

    void tell(DemoPeople people, DemoNames names) throws IOException {
        Told told = file.read("screening.json", Told.class);
        RuleKind policy = rules.kind("screening");
        RuleSet draft = rules.write(people.actor(SECURITY), policy, 0, policy.shipped(), told.why());
        for (Discipline discipline : Discipline.values()) {
            rules.sign(people.signer(role(discipline), signing), policy, discipline, draft.sha256());
        }
        for (Screened one : told.screened()) {
            UUID product = names.product(one.product()).value();
            screen(people, one, new ScreeningFilter(product, null, null, one.component(), null));
        }
    }

    private void screen(DemoPeople people, Screened one, ScreeningFilter filter) {
        ScreeningId id =
                screenings.prepare(people.actor(SECURITY), people.reader(SECURITY), one.rule(), filter, one.evidence());
        screenings.sign(
                people.signer(SECURITY, signing),
                people.reader(SECURITY),
                id,
                screenings.get(people.reader(SECURITY), id).disposition().sha256());
        if (one.sampleRead()) {
            String reader = role(Discipline.CLINICAL_SAFETY);
            screenings.signSample(
                    people.signer(reader, signing),
                    people.reader(reader),
                    id,
                    screenings.sample(screenings.get(people.reader(reader), id)).sha256());
        }
    }

    private static String role(Discipline discipline) {
        return switch (discipline) {
            case SECURITY -> SECURITY;
            case CLINICAL_SAFETY -> "clinical-safety";
        };
    }
}
