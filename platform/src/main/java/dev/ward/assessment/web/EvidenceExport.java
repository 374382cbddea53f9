package dev.ward.assessment.web;

import dev.ward.assessment.Assessment;
import dev.ward.assessment.AssessmentId;
import dev.ward.assessment.Assessments;
import dev.ward.assessment.Presence;
import dev.ward.assessment.PresenceEvidence;
import dev.ward.assessment.PresenceEvidences;
import dev.ward.identity.Permission;
import dev.ward.identity.Reader;
import dev.ward.identity.Requires;
import dev.ward.identity.Visibility;
import dev.ward.web.Summary;
import dev.ward.web.TableFormat;
import dev.ward.web.TableOutput;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/// All that speaks of a vulnerability in the releases of an assessment, as a file: more than a page
/// shows. Rows are written as they are read; what writes is closed only behind the last row, so that a
/// file that broke off is not whole.
@Controller
@Requires(Permission.FINDING_READ)
class EvidenceExport {

    private static final List<String> HEAD =
            List.of("release release_id from of says because by at words points key address".split(" "));

    private final Assessments assessments;
    private final PresenceEvidences evidences;
    private final Visibility visibility;

    EvidenceExport(Assessments assessments, PresenceEvidences evidences, Visibility visibility) {
        this.assessments = assessments;
        this.evidences = evidences;
        this.visibility = visibility;
    }

    @GetMapping({"/assessments/{id}/evidence.{ending}", "/api/v1/assessments/{id}/evidence.{ending}"})
    @Summary("Exports all that speaks of the vulnerability in the releases, as csv or xlsx")
    void export(@PathVariable AssessmentId id, @PathVariable String ending, HttpServletResponse response)
            throws IOException {
        TableFormat format = TableFormat.of(ending);
        Reader reader = visibility.reader();
        Assessment assessment = assessments.get(reader, id);
        Map<UUID, String> names = assessment.releases().stream()
                .collect(Collectors.toMap(Assessment.Place::release, Assessment.Place::name));
        format.announce(response, "evidence");
        TableOutput table = TableOutput.open(format, response.getOutputStream(), "Evidence", HEAD);
        try {
            evidences.each(reader, assessment, one -> put(table, cells(names, one)));
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        table.close();
    }

    private static void put(TableOutput table, List<@Nullable Object> cells) {
        try {
            table.row(cells);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<@Nullable Object> cells(Map<UUID, String> names, PresenceEvidence one) {
        UUID release = one.release();
        Presence points = one.points();
        return Arrays.asList(
                release == null ? "found at no release" : names.get(release),
                release,
                one.kind().title(),
                one.subject(),
                one.says(),
                one.because(),
                one.by(),
                one.at(),
                one.words(),
                points == null ? null : points.word(),
                one.key(),
                one.link());
    }
}
