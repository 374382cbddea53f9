package dev.ward.handling;

import dev.ward.assessment.AssessmentFilter;
import dev.ward.assessment.AssessmentId;
import dev.ward.assessment.AssessmentLine;
import dev.ward.assessment.Assessments;
import dev.ward.assessment.CompensatingControl;
import dev.ward.assessment.CompensatingControls;
import dev.ward.audit.Actor;
import dev.ward.database.Rows;
import dev.ward.identity.Reader;
import dev.ward.product.ProductId;
import dev.ward.web.Slice;
import dev.ward.web.TypedText;
import java.sql.Array;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// What a case's vulnerabilities were judged to mean for patients. What is assessed in an embargoed case is seen by
/// those who are read in, and by nobody else.
@Service
@Transactional
public class CaseAssessments {

    private final Assessments assessments;
    private final CompensatingControls controls;
    private final CaseLog log;
    private final JdbcClient jdbc;

    CaseAssessments(Assessments assessments, CompensatingControls controls, CaseLog log, JdbcClient jdbc) {
        this.assessments = assessments;
        this.controls = controls;
        this.log = log;
        this.jdbc = jdbc;
    }

    /// Opens an assessment of one of the case's vulnerabilities in a product.
    public AssessmentId open(
            Actor actor, Reader reader, CaseNumber number, @Nullable String vulnerability, ProductId product) {
        VulnerabilityCase one = log.holdOpen(reader, number);
        if (vulnerability == null || !one.vulnerabilities().contains(vulnerability)) {
            throw TypedText.refused(
                    "assessVulnerability",
                    "The case holds no \"%s\".".formatted(vulnerability),
                    "is none of the case's");
        }
        AssessmentId id = assessments.open(actor, reader, vulnerability, product, restrictedTo(one.id()));
        jdbc.sql("INSERT INTO handling.case_assessment (assessment_id, case_id, since) VALUES (:id, :case, :at)")
                .param("id", id.value())
                .param("case", one.id())
                .param("at", Rows.utc(log.now()))
                .update();
        log.done(actor, one, "Assessment opened", "case.assessment-opened", vulnerability, null);
        return id;
    }

    /// @param seen  a case that the reader was shown
    @Transactional(readOnly = true)
    public List<AssessmentLine> list(Reader reader, VulnerabilityCase seen) {
        Set<UUID> ids = of(seen.id());
        return ids.isEmpty()
                ? List.of()
                : assessments
                        .list(reader, new AssessmentFilter(null, null, null, null, null, ids), null, Slice.MOST)
                        .items();
    }

    /// What users are asked to do against the case's vulnerabilities as long as there is no fix, the newest first.
    ///
    /// @param seen  a case that the reader was shown
    @Transactional(readOnly = true)
    public List<CompensatingControl> controls(Reader reader, VulnerabilityCase seen) {
        return controls.ofAssessments(reader, of(seen.id()));
    }

    /// The day by which the controls hold or have expired.
    public LocalDate today() {
        return controls.today();
    }

    /// Lets a case's assessments be seen by whoever sees the case now.
    void follow(UUID ofCase) {
        Set<UUID> ids = of(ofCase);
        if (!ids.isEmpty()) {
            assessments.restrict(ids, restrictedTo(ofCase));
        }
    }

    private Set<UUID> of(UUID ofCase) {
        return Set.copyOf(jdbc.sql("SELECT assessment_id FROM handling.case_assessment WHERE case_id = :case")
                .param("case", ofCase)
                .query(UUID.class)
                .list());
    }

    private @Nullable Set<UUID> restrictedTo(UUID ofCase) {
        return jdbc.sql("SELECT restricted_to FROM handling.vulnerability_case WHERE id = :case")
                .param("case", ofCase)
                .query((row, _) -> {
                    Array people = row.getArray(1);
                    return people == null ? Set.<UUID>of() : Set.of((UUID[]) people.getArray());
                })
                .optional()
                .filter(people -> !people.isEmpty())
                .orElse(null);
    }
}
