package dev.ward.product.web;

import dev.ward.identity.CurrentActor;
import dev.ward.identity.Permission;
import dev.ward.identity.Requires;
import dev.ward.identity.Visibility;
import dev.ward.product.ModelId;
import dev.ward.product.ProductId;
import dev.ward.product.Profile;
import dev.ward.product.ProfileSection;
import dev.ward.product.ProfileVersion;
import dev.ward.product.Profiles;
import dev.ward.web.Form;
import dev.ward.web.Notices;
import dev.ward.web.Page;
import dev.ward.web.Problem;
import dev.ward.web.ProblemException;
import dev.ward.web.Section;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// The forms of a profile, one for each part.
@Controller
@Requires(Permission.PRODUCT_WRITE)
class ProfilePages {

    private final Profiles profiles;
    private final TypePlaces places;
    private final CurrentActor actor;
    private final Visibility visibility;

    ProfilePages(Profiles profiles, TypePlaces places, CurrentActor actor, Visibility visibility) {
        this.profiles = profiles;
        this.places = places;
        this.actor = actor;
        this.visibility = visibility;
    }

    @GetMapping("/models/{id}/profile/{section}")
    Page formOfModel(@PathVariable ModelId id, @PathVariable String section) {
        return form(places.of(id), section(section));
    }

    @GetMapping("/products/{id}/profile/{section}")
    Page formOfProduct(@PathVariable ProductId id, @PathVariable String section) {
        return form(places.of(id), section(section));
    }

    @PostMapping("/models/{id}/profile/{section}")
    ModelAndView saveOfModel(
            @PathVariable ModelId id,
            @PathVariable String section,
            @RequestParam MultiValueMap<String, String> fields,
            HttpServletResponse response) {
        return save(places.of(id), section(section), fields, response);
    }

    @PostMapping("/products/{id}/profile/{section}")
    ModelAndView saveOfProduct(
            @PathVariable ProductId id,
            @PathVariable String section,
            @RequestParam MultiValueMap<String, String> fields,
            HttpServletResponse response) {
        return save(places.of(id), section(section), fields, response);
    }

    private Page form(TypePlace place, ProfileSection section) {
        Optional<ProfileVersion> current = profiles.find(visibility.reader(), place.type());
        Profile profile = current.map(ProfileVersion::profile).orElse(Profile.UNSAID);
        int version = current.map(ProfileVersion::version).orElse(0);
        return page(place, section, profile, ProfileForms.of(profile.part(section), version));
    }

    private ModelAndView save(
            TypePlace place,
            ProfileSection section,
            MultiValueMap<String, String> fields,
            HttpServletResponse response) {
        ProfileFields sent = new ProfileFields(fields);
        try {
            profiles.save(
                    actor.get(), visibility.reader(), place.type(), sent.seen(), ProfileForms.read(section, sent));
            Notices.say(response, "Saved.");
            return new ModelAndView("redirect:" + place.path());
        } catch (ProblemException e) {
            Profile profile = profiles.find(visibility.reader(), place.type())
                    .map(ProfileVersion::profile)
                    .orElse(Profile.UNSAID);
            Form form = ProfileForms.sent(fields, profile.part(section)).refused(e);
            return page(place, section, profile, form).status(ProductPages.status(e));
        }
    }

    private static Page page(TypePlace place, ProfileSection section, Profile profile, Form form) {
        Page page = Page.of("product/profile-" + section.word(), Section.PRODUCTS, section.title());
        return place.crumbs(page)
                .with("place", place)
                .with("section", section)
                .with("profile", profile)
                .with("form", form);
    }

    static ProfileSection section(String word) {
        return ProfileSection.find(word)
                .orElseThrow(
                        () -> ProblemException.of(Problem.NOT_FOUND, "A profile has no part \"%s\".".formatted(word)));
    }
}
