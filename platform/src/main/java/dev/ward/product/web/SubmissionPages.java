package dev.ward.product.web;

import dev.ward.identity.CurrentActor;
import dev.ward.identity.Permission;
import dev.ward.identity.Requires;
import dev.ward.identity.Visibility;
import dev.ward.product.Release;
import dev.ward.product.ReleaseId;
import dev.ward.product.Releases;
import dev.ward.product.Submission;
import dev.ward.product.SubmissionId;
import dev.ward.product.Submissions;
import dev.ward.web.Form;
import dev.ward.web.Notices;
import dev.ward.web.Page;
import dev.ward.web.ProblemException;
import dev.ward.web.Section;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

@Controller
@Requires(Permission.PRODUCT_WRITE)
class SubmissionPages {

    private final Submissions submissions;
    private final Releases releases;
    private final CurrentActor actor;
    private final Visibility visibility;

    SubmissionPages(Submissions submissions, Releases releases, CurrentActor actor, Visibility visibility) {
        this.submissions = submissions;
        this.releases = releases;
        this.actor = actor;
        this.visibility = visibility;
    }

    @GetMapping("/releases/{id}/submissions/new")
    Page form(@PathVariable ReleaseId id) {
        return page(releases.get(visibility.reader(), id), null, Form.empty());
    }

    @PostMapping("/releases/{id}/submissions")
    ModelAndView add(@PathVariable ReleaseId id, SubmissionForm form, HttpServletResponse response) {
        Release release = releases.get(visibility.reader(), id);
        try {
            Submission added = submissions.add(actor.get(), visibility.reader(), id, form.draft());
            return to(id, "%s is added.".formatted(added.title()), response);
        } catch (ProblemException e) {
            return page(release, null, form.form().refused(e)).status(ProductPages.status(e));
        }
    }

    @GetMapping("/submissions/{id}/edit")
    Page editForm(@PathVariable SubmissionId id) {
        Submission of = submissions.get(visibility.reader(), id);
        return page(releases.get(visibility.reader(), of.release()), id, SubmissionForm.form(of));
    }

    @PostMapping("/submissions/{id}")
    ModelAndView edit(@PathVariable SubmissionId id, SubmissionForm form, HttpServletResponse response) {
        Submission of = submissions.get(visibility.reader(), id);
        try {
            submissions.edit(actor.get(), visibility.reader(), id, form.seen(), form.draft());
            return to(of.release(), "Saved.", response);
        } catch (ProblemException e) {
            Release release = releases.get(visibility.reader(), of.release());
            return page(release, id, form.form().refused(e)).status(ProductPages.status(e));
        }
    }

    @PostMapping("/submissions/{id}/remove")
    ModelAndView remove(@PathVariable SubmissionId id, HttpServletResponse response) {
        Submission of = submissions.get(visibility.reader(), id);
        submissions.remove(actor.get(), visibility.reader(), id);
        return to(of.release(), "%s is removed.".formatted(of.title()), response);
    }

    /// @param id  null for a new one
    private static Page page(Release release, @Nullable SubmissionId id, Form form) {
        String back = "/releases/" + release.id();
        String title = id == null ? "Add a submission or certificate" : "Edit a submission or certificate";
        return Page.of("product/submission-form", Section.PRODUCTS, title)
                .crumb("Products", "/products")
                .crumb(release.productName(), "/products/" + release.product())
                .crumb(release.version(), back)
                .with("action", id == null ? back + "/submissions" : "/submissions/" + id)
                .with("removal", id == null ? null : "/submissions/" + id + "/remove")
                .with("cancel", back)
                .with("form", form);
    }

    private static ModelAndView to(ReleaseId id, String words, HttpServletResponse response) {
        Notices.say(response, words);
        return new ModelAndView("redirect:/releases/" + id);
    }
}
