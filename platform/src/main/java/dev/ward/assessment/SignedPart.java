package dev.ward.assessment;

import dev.ward.signature.CanonicalRecord;
import dev.ward.signature.Discipline;
import dev.ward.signature.Signable;
import dev.ward.web.Worded;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// What is signed of an assessment, in its order.
public enum SignedPart implements Worded {
    EXPLOITABILITY("Exploitability", Discipline.SECURITY, "I answer for what is said here of how exploitable it is."),
    HARM("Patient harm", Discipline.CLINICAL_SAFETY, "I answer for what is said here of the harm to patients."),
    RESULT_SECURITY("Result, for security", Discipline.SECURITY, "I approve the result for security."),
    RESULT_CLINICAL_SAFETY(
            "Result, for clinical safety", Discipline.CLINICAL_SAFETY, "I approve the result for clinical safety.");

    static final String RECORD = "assessment";

    /// Of the texts of exploitability and harm, which the later layouts of results left as they were.
    private static final int LAYOUT = 1;

    private final String title;
    private final Discipline discipline;
    private final String statement;

    SignedPart(String title, Discipline discipline, String statement) {
        this.title = title;
        this.discipline = discipline;
        this.statement = statement;
    }

    @Override
    public String title() {
        return title;
    }

    public Discipline discipline() {
        return discipline;
    }

    /// What the signer says, in a sentence.
    public String statement() {
        return statement;
    }

    public boolean isResult() {
        return this == RESULT_SECURITY || this == RESULT_CLINICAL_SAFETY;
    }

    Signable of(DecisionContent content) {
        return new Signable(RECORD, content.assessment(), content.version(), word(), text(content), statement);
    }

    private String text(DecisionContent content) {
        if (isResult()) {
            return content.text();
        }
        Map<String, @Nullable Object> part = new TreeMap<>();
        part.put("layout", LAYOUT);
        part.put("assessment", content.assessment().toString());
        part.put("version", content.version());
        part.put("vulnerability", content.vulnerability());
        part.put("product", content.product().toString());
        if (this == HARM) {
            part.put("harm", content.harm());
            part.put("severity", content.outcome().harm());
        } else {
            part.put("exploitability", content.exploitability());
            part.put("facts", content.facts());
            part.put("tables", content.tables());
            part.put("vector", content.outcome().vector());
            part.put("class", content.outcome().exploitability());
        }
        return CanonicalRecord.of(part);
    }
}
