package dev.ward.product.web;

import dev.ward.identity.CurrentActor;
import dev.ward.identity.Permission;
import dev.ward.identity.Requires;
import dev.ward.identity.Visibility;
import dev.ward.product.Classification;
import dev.ward.product.Market;
import dev.ward.product.MarketClass;
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

/// The class and product code in one market.
@Controller
@Requires(Permission.PRODUCT_WRITE)
class ClassificationPages {

    private final Profiles profiles;
    private final TypePlaces places;
    private final CurrentActor actor;
    private final Visibility visibility;

    ClassificationPages(Profiles profiles, TypePlaces places, CurrentActor actor, Visibility visibility) {
        this.profiles = profiles;
        this.places = places;
        this.actor = actor;
        this.visibility = visibility;
    }

    @GetMapping("/models/{id}/profile/classification/{market}")
    Page formOfModel(@PathVariable ModelId id, @PathVariable String market) {
        return form(places.of(id), market(market));
    }

    @GetMapping("/products/{id}/profile/classification/{market}")
    Page formOfProduct(@PathVariable ProductId id, @PathVariable String market) {
        return form(places.of(id), market(market));
    }

    @PostMapping("/models/{id}/profile/classification/{market}")
    ModelAndView saveOfModel(
            @PathVariable ModelId id,
            @PathVariable String market,
            @RequestParam MultiValueMap<String, String> fields,
            HttpServletResponse response) {
        return save(places.of(id), market(market), fields, response);
    }

    @PostMapping("/products/{id}/profile/classification/{market}")
    ModelAndView saveOfProduct(
            @PathVariable ProductId id,
            @PathVariable String market,
            @RequestParam MultiValueMap<String, String> fields,
            HttpServletResponse response) {
        return save(places.of(id), market(market), fields, response);
    }

    @PostMapping("/models/{id}/profile/classification/{market}/remove")
    ModelAndView removeOfModel(@PathVariable ModelId id, @PathVariable String market, HttpServletResponse response) {
        return remove(places.of(id), market(market), response);
    }

    @PostMapping("/products/{id}/profile/classification/{market}/remove")
    ModelAndView removeOfProduct(
            @PathVariable ProductId id, @PathVariable String market, HttpServletResponse response) {
        return remove(places.of(id), market(market), response);
    }

    private Page form(TypePlace place, Market market) {
        Optional<ProfileVersion> current = profiles.find(visibility.reader(), place.type());
        return page(
                place,
                market,
                ProfileForms.of(
                        said(current, market),
                        current.map(ProfileVersion::version).orElse(0)));
    }

    private static MarketClass said(Optional<ProfileVersion> current, Market market) {
        return classification(current)
                .find(market.code())
                .orElse(new MarketClass(market.code(), null, null, null, null, null));
    }

    private static Classification classification(Optional<ProfileVersion> current) {
        return current.map(ProfileVersion::profile).orElse(Profile.UNSAID).classification();
    }

    private ModelAndView save(
            TypePlace place, Market market, MultiValueMap<String, String> fields, HttpServletResponse response) {
        ProfileFields sent = new ProfileFields(fields);
        Optional<ProfileVersion> current = profiles.find(visibility.reader(), place.type());
        try {
            MarketClass one = ProfileForms.readClass(market.code(), sent);
            profiles.save(
                    actor.get(),
                    visibility.reader(),
                    place.type(),
                    sent.seen(),
                    classification(current).with(one));
            return to(place, "Saved.", response);
        } catch (ProblemException e) {
            Form form = ProfileForms.sent(fields, said(current, market)).refused(e);
            return page(place, market, form).status(ProductPages.status(e));
        }
    }

    private ModelAndView remove(TypePlace place, Market market, HttpServletResponse response) {
        Optional<ProfileVersion> current = profiles.find(visibility.reader(), place.type());
        if (classification(current).find(market.code()).isPresent()) {
            profiles.save(
                    actor.get(),
                    visibility.reader(),
                    place.type(),
                    current.map(ProfileVersion::version).orElse(0),
                    classification(current).without(market.code()));
        }
        return to(place, market.name() + " is taken away. The versions before still hold it.", response);
    }

    private Page page(TypePlace place, Market market, Form form) {
        Page page = Page.of("product/market-class", Section.PRODUCTS, "Class in " + market.name());
        return place.crumbs(page)
                .crumb(ProfileSection.CLASSIFICATION.title(), place.profilePath() + "/classification")
                .with("place", place)
                .with("market", market)
                .with("form", form)
                .with(
                        "said",
                        classification(profiles.find(visibility.reader(), place.type()))
                                .find(market.code())
                                .isPresent());
    }

    private static ModelAndView to(TypePlace place, String words, HttpServletResponse response) {
        Notices.say(response, words);
        return new ModelAndView("redirect:" + place.profilePath() + "/classification");
    }

    private static Market market(String code) {
        return Market.find(code)
                .orElseThrow(
                        () -> ProblemException.of(Problem.NOT_FOUND, "There is no market \"%s\".".formatted(code)));
    }
}
