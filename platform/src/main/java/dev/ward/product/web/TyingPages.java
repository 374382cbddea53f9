package dev.ward.product.web;

import dev.ward.identity.CurrentActor;
import dev.ward.identity.Permission;
import dev.ward.identity.Requires;
import dev.ward.identity.Visibility;
import dev.ward.product.DeviceIdentifiers;
import dev.ward.product.IdentifierDraft;
import dev.ward.product.IdentifierId;
import dev.ward.product.LinkedIdentifier;
import dev.ward.product.ReleaseFilter;
import dev.ward.product.ReleaseFilter.Branch;
import dev.ward.product.ReleaseId;
import dev.ward.product.Releases;
import dev.ward.web.Notices;
import dev.ward.web.Page;
import dev.ward.web.Section;
import dev.ward.web.Slice;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// Ties a device identifier to releases, so that a release has one of its own.
@Controller
@Requires(Permission.PRODUCT_WRITE)
class TyingPages {

    private final DeviceIdentifiers identifiers;
    private final Releases releases;
    private final CurrentActor actor;
    private final Visibility visibility;

    TyingPages(DeviceIdentifiers identifiers, Releases releases, CurrentActor actor, Visibility visibility) {
        this.identifiers = identifiers;
        this.releases = releases;
        this.actor = actor;
        this.visibility = visibility;
    }

    @GetMapping("/identifiers/{id}/releases")
    Page choose(@PathVariable IdentifierId id, @RequestParam(required = false) @Nullable String after) {
        LinkedIdentifier of = identifiers.get(visibility.reader(), id);
        Branch branch = of.model() == null ? null : new Branch(of.model());
        ReleaseFilter filter = new ReleaseFilter(of.product(), branch, false, ReleaseFilter.USUAL);
        return IdentifierPages.crumbs(Page.of("product/tie-releases", Section.PRODUCTS, "Which releases bear it"))
                .crumb(of.di().value(), "/identifiers/" + id)
                .with("of", of)
                .with("releases", releases.list(visibility.reader(), filter, after, Slice.USUAL_LIMIT));
    }

    @PostMapping("/identifiers/{id}/releases/{release}/tie")
    ModelAndView tie(@PathVariable IdentifierId id, @PathVariable ReleaseId release, HttpServletResponse response) {
        return change(id, release, true, response);
    }

    @PostMapping("/identifiers/{id}/releases/{release}/untie")
    ModelAndView untie(@PathVariable IdentifierId id, @PathVariable ReleaseId release, HttpServletResponse response) {
        return change(id, release, false, response);
    }

    private ModelAndView change(IdentifierId id, ReleaseId release, boolean tied, HttpServletResponse response) {
        LinkedIdentifier of = identifiers.get(visibility.reader(), id);
        String name = releases.get(visibility.reader(), release).name();
        List<ReleaseId> tiedNow = new ArrayList<>(IdentifierForm.releases(of));
        tiedNow.remove(release);
        if (tied) {
            tiedNow.add(release);
        }
        IdentifierDraft draft = new IdentifierDraft(
                of.di(),
                of.kind(),
                of.model(),
                tiedNow,
                of.markets(),
                of.from(),
                of.to(),
                of.contains(),
                of.quantity());
        identifiers.edit(actor.get(), visibility.reader(), id, of.revision(), draft);
        Notices.say(response, (tied ? "\"%s\" bears it." : "\"%s\" is not listed any more.").formatted(name));
        return new ModelAndView("redirect:/identifiers/" + id + "/releases");
    }
}
