package dev.ward.product.web;

import dev.ward.identity.Permission;
import dev.ward.identity.Requires;
import dev.ward.identity.Visibility;
import dev.ward.product.ModelId;
import dev.ward.product.ProductId;
import dev.ward.product.ProfileVersion;
import dev.ward.product.Profiles;
import dev.ward.web.Page;
import dev.ward.web.Section;
import dev.ward.web.Slice;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/// Every saved version of a profile, and what two of them say otherwise.
@Controller
@Requires(Permission.PRODUCT_READ)
class ProfileHistoryPages {

    private final Profiles profiles;
    private final TypePlaces places;
    private final Visibility visibility;

    ProfileHistoryPages(Profiles profiles, TypePlaces places, Visibility visibility) {
        this.profiles = profiles;
        this.places = places;
        this.visibility = visibility;
    }

    @GetMapping("/models/{id}/versions")
    Page versionsOfModel(@PathVariable ModelId id, @RequestParam(required = false) @Nullable String after) {
        return versions(places.of(id), after);
    }

    @GetMapping("/products/{id}/versions")
    Page versionsOfProduct(@PathVariable ProductId id, @RequestParam(required = false) @Nullable String after) {
        return versions(places.of(id), after);
    }

    @GetMapping("/models/{id}/versions/{version}")
    Page versionOfModel(@PathVariable ModelId id, @PathVariable int version) {
        return version(places.of(id), version);
    }

    @GetMapping("/products/{id}/versions/{version}")
    Page versionOfProduct(@PathVariable ProductId id, @PathVariable int version) {
        return version(places.of(id), version);
    }

    @GetMapping("/models/{id}/differences")
    Page differencesOfModel(
            @PathVariable ModelId id,
            @RequestParam(defaultValue = "1") int from,
            @RequestParam(defaultValue = "1") int to) {
        return differences(places.of(id), from, to);
    }

    @GetMapping("/products/{id}/differences")
    Page differencesOfProduct(
            @PathVariable ProductId id,
            @RequestParam(defaultValue = "1") int from,
            @RequestParam(defaultValue = "1") int to) {
        return differences(places.of(id), from, to);
    }

    private Page versions(TypePlace place, @Nullable String after) {
        Slice<ProfileVersion> versions = profiles.versions(visibility.reader(), place.type(), after, Slice.USUAL_LIMIT);
        return place.crumbs(Page.of("product/profile-versions", Section.PRODUCTS, "Versions of the profile"))
                .with("place", place)
                .with("versions", versions);
    }

    private Page version(TypePlace place, int number) {
        ProfileVersion version = profiles.get(visibility.reader(), place.type(), number);
        return history(place, Page.of("product/profile-version", Section.PRODUCTS, "Profile, version " + number))
                .with("place", place)
                .with("version", version)
                .with(
                        "newest",
                        profiles.find(visibility.reader(), place.type())
                                .orElse(version)
                                .version());
    }

    private Page differences(TypePlace place, int from, int to) {
        return history(
                        place,
                        Page.of(
                                "product/profile-differences",
                                Section.PRODUCTS,
                                "Version %d and version %d".formatted(from, to)))
                .with("place", place)
                .with("from", profiles.get(visibility.reader(), place.type(), from))
                .with("to", profiles.get(visibility.reader(), place.type(), to))
                .with("differences", profiles.compare(visibility.reader(), place.type(), from, to));
    }

    private static Page history(TypePlace place, Page page) {
        return place.crumbs(page).crumb("Versions of the profile", place.path() + "/versions");
    }
}
