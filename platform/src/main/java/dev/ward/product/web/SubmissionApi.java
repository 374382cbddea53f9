package dev.ward.product.web;

import dev.ward.identity.CurrentActor;
import dev.ward.identity.Permission;
import dev.ward.identity.Requires;
import dev.ward.identity.Visibility;
import dev.ward.product.ReleaseId;
import dev.ward.product.Submission;
import dev.ward.product.SubmissionId;
import dev.ward.product.Submissions;
import dev.ward.web.MergePatch;
import dev.ward.web.Revision;
import dev.ward.web.Slice;
import dev.ward.web.Summary;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1")
class SubmissionApi {

    private final Submissions submissions;
    private final CurrentActor actor;
    private final Visibility visibility;

    SubmissionApi(Submissions submissions, CurrentActor actor, Visibility visibility) {
        this.submissions = submissions;
        this.actor = actor;
        this.visibility = visibility;
    }

    @GetMapping("/releases/{id}/submissions")
    @Summary("Lists the submissions and certificates of a release")
    @Requires(Permission.PRODUCT_READ)
    Slice<SubmissionView> list(@PathVariable ReleaseId id) {
        return new Slice<>(submissions.list(visibility.reader(), id), null).map(SubmissionView::from);
    }

    @PostMapping("/releases/{id}/submissions")
    @ResponseStatus(HttpStatus.CREATED)
    @Summary("Adds a submission or certificate to a release")
    @Requires(Permission.PRODUCT_WRITE)
    ResponseEntity<SubmissionView> add(@PathVariable ReleaseId id, @RequestBody SubmissionBody body) {
        Submission added = submissions.add(actor.get(), visibility.reader(), id, body.draft());
        return ResponseEntity.created(URI.create("/api/v1/submissions/" + added.id()))
                .eTag(Revision.tag(added.revision()))
                .body(SubmissionView.from(added));
    }

    @GetMapping("/submissions/{id}")
    @Summary("Gives a submission")
    @Requires(Permission.PRODUCT_READ)
    ResponseEntity<SubmissionView> get(@PathVariable SubmissionId id) {
        return answer(submissions.get(visibility.reader(), id));
    }

    @PatchMapping("/submissions/{id}")
    @Summary("Changes what the patch names; with If-Match only when nothing has changed in the meantime")
    @Requires(Permission.PRODUCT_WRITE)
    ResponseEntity<SubmissionView> edit(
            @PathVariable SubmissionId id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String seen,
            @RequestBody MergePatch<SubmissionBody> patch) {
        Submission current = submissions.get(visibility.reader(), id);
        SubmissionBody body = patch.applyTo(SubmissionBody.from(current), SubmissionBody.class);
        int revision = Revision.seen(seen, current.revision());
        return answer(submissions.edit(actor.get(), visibility.reader(), id, revision, body.draft()));
    }

    @DeleteMapping("/submissions/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Summary("Removes a submission from a release; the trail keeps it")
    @Requires(Permission.PRODUCT_WRITE)
    void remove(@PathVariable SubmissionId id) {
        submissions.remove(actor.get(), visibility.reader(), id);
    }

    private static ResponseEntity<SubmissionView> answer(Submission of) {
        return ResponseEntity.ok().eTag(Revision.tag(of.revision())).body(SubmissionView.from(of));
    }
}
