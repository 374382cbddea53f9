package dev.ward.sbom.web;

import dev.ward.identity.CurrentActor;
import dev.ward.identity.Permission;
import dev.ward.identity.Requires;
import dev.ward.job.Job;
import dev.ward.job.JobAnswer;
import dev.ward.product.ReleaseId;
import dev.ward.sbom.Sboms;
import dev.ward.web.FileNames;
import dev.ward.web.Problem;
import dev.ward.web.ProblemException;
import dev.ward.web.Summary;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/// Takes SBOMs from programs.
@RestController
class UploadApi {

    private static final String UNNAMED = "sbom";

    private final Sboms sboms;
    private final CurrentActor actor;

    UploadApi(Sboms sboms, CurrentActor actor) {
        this.sboms = sboms;
        this.actor = actor;
    }

    /// Takes the body as it comes, of any size up to the limit; its content decides what it is.
    ///
    /// @param disposition  may name the file: `attachment; filename="bom.json"`
    @PutMapping("/api/v1/releases/{id}/sbom")
    @Summary("Attaches an SBOM to a release: the body as it is; answers with a job")
    @Requires(Permission.SBOM_WRITE)
    ResponseEntity<JobAnswer> put(
            @PathVariable UUID id,
            @RequestHeader(name = HttpHeaders.CONTENT_DISPOSITION, required = false) @Nullable String disposition,
            HttpServletRequest request) {
        String type = request.getContentType() == null ? "application/octet-stream" : request.getContentType();
        if (type.toLowerCase(Locale.ROOT).startsWith("multipart/")) {
            throw ProblemException.of(
                    Problem.WRONG_TYPE, "Send the SBOM itself as the body, not \"%s\".".formatted(type));
        }
        sboms.refuseTooLarge(request.getContentLengthLong());
        try {
            Job job =
                    sboms.submit(new ReleaseId(id), fileName(disposition), type, request.getInputStream(), actor.get());
            return JobAnswer.accepted(job);
        } catch (IOException e) {
            throw ProblemException.of(
                    Problem.INVALID, "The upload broke off before its end. Nothing of it was kept; send it again.");
        }
    }

    private static String fileName(@Nullable String disposition) {
        if (disposition == null) {
            return UNNAMED;
        }
        try {
            String name = ContentDisposition.parse(disposition).getFilename();
            return name == null || name.isBlank() ? UNNAMED : FileNames.of(name, UNNAMED);
        } catch (IllegalArgumentException e) {
            return UNNAMED;
        }
    }
}
