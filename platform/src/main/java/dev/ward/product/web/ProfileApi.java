package dev.ward.product.web;

import dev.ward.identity.CurrentActor;
import dev.ward.identity.Permission;
import dev.ward.identity.Requires;
import dev.ward.identity.Visibility;
import dev.ward.product.DeviceType;
import dev.ward.product.Difference;
import dev.ward.product.ModelId;
import dev.ward.product.ProductId;
import dev.ward.product.Profile;
import dev.ward.product.Profiles;
import dev.ward.web.Revision;
import dev.ward.web.Slice;
import dev.ward.web.Summary;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1")
class ProfileApi {

    private final Profiles profiles;
    private final TypePlaces places;
    private final CurrentActor actor;
    private final Visibility visibility;

    ProfileApi(Profiles profiles, TypePlaces places, CurrentActor actor, Visibility visibility) {
        this.profiles = profiles;
        this.places = places;
        this.actor = actor;
        this.visibility = visibility;
    }

    @GetMapping("/models/{id}/profile")
    @Summary("Gives what a model is for; version 0 when nobody has said anything yet")
    @Requires(Permission.PRODUCT_READ)
    ResponseEntity<SavedProfileView> ofModel(@PathVariable ModelId id) {
        return answer(current(places.of(id).type()));
    }

    @GetMapping("/products/{id}/profile")
    @Summary("Gives what a product without models is for; version 0 when nobody has said anything yet")
    @Requires(Permission.PRODUCT_READ)
    ResponseEntity<SavedProfileView> ofProduct(@PathVariable ProductId id) {
        return answer(current(places.of(id).type()));
    }

    @PutMapping("/models/{id}/profile")
    @Summary(
            "Saves a version of a model's profile; parts that are left out are unsaid; with If-Match only over that version")
    @Requires(Permission.PRODUCT_WRITE)
    ResponseEntity<SavedProfileView> saveOfModel(
            @PathVariable ModelId id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String seen,
            @RequestBody Profile profile) {
        return save(places.of(id).type(), seen, profile);
    }

    @PutMapping("/products/{id}/profile")
    @Summary("Saves a version of the profile of a product without models; parts that are left out are unsaid")
    @Requires(Permission.PRODUCT_WRITE)
    ResponseEntity<SavedProfileView> saveOfProduct(
            @PathVariable ProductId id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String seen,
            @RequestBody Profile profile) {
        return save(places.of(id).type(), seen, profile);
    }

    @GetMapping("/models/{id}/profile/versions")
    @Summary("Lists the saved versions of a model's profile, the newest first")
    @Requires(Permission.PRODUCT_READ)
    Slice<SavedProfileView> versionsOfModel(
            @PathVariable ModelId id,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String after) {
        return versions(places.of(id).type(), limit, after);
    }

    @GetMapping("/products/{id}/profile/versions")
    @Summary("Lists the saved versions of a product's profile, the newest first")
    @Requires(Permission.PRODUCT_READ)
    Slice<SavedProfileView> versionsOfProduct(
            @PathVariable ProductId id,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String after) {
        return versions(places.of(id).type(), limit, after);
    }

    @GetMapping("/models/{id}/profile/versions/{version}")
    @Summary("Gives a saved version of a model's profile")
    @Requires(Permission.PRODUCT_READ)
    SavedProfileView versionOfModel(@PathVariable ModelId id, @PathVariable int version) {
        return SavedProfileView.from(
                profiles.get(visibility.reader(), places.of(id).type(), version));
    }

    @GetMapping("/products/{id}/profile/versions/{version}")
    @Summary("Gives a saved version of a product's profile")
    @Requires(Permission.PRODUCT_READ)
    SavedProfileView versionOfProduct(@PathVariable ProductId id, @PathVariable int version) {
        return SavedProfileView.from(
                profiles.get(visibility.reader(), places.of(id).type(), version));
    }

    @GetMapping("/models/{id}/profile/differences")
    @Summary("Tells what one version of a model's profile says otherwise than another")
    @Requires(Permission.PRODUCT_READ)
    Slice<Difference> differencesOfModel(@PathVariable ModelId id, @RequestParam int from, @RequestParam int to) {
        return new Slice<>(profiles.compare(visibility.reader(), places.of(id).type(), from, to), null);
    }

    @GetMapping("/products/{id}/profile/differences")
    @Summary("Tells what one version of a product's profile says otherwise than another")
    @Requires(Permission.PRODUCT_READ)
    Slice<Difference> differencesOfProduct(@PathVariable ProductId id, @RequestParam int from, @RequestParam int to) {
        return new Slice<>(profiles.compare(visibility.reader(), places.of(id).type(), from, to), null);
    }

    private SavedProfileView current(DeviceType type) {
        return profiles.find(visibility.reader(), type)
                .map(SavedProfileView::from)
                .orElse(SavedProfileView.UNSAID);
    }

    private ResponseEntity<SavedProfileView> save(DeviceType type, @Nullable String header, Profile profile) {
        int seen = Revision.seen(header, current(type).version());
        return answer(SavedProfileView.from(profiles.replace(actor.get(), visibility.reader(), type, seen, profile)));
    }

    private Slice<SavedProfileView> versions(DeviceType type, @Nullable Integer limit, @Nullable String after) {
        return profiles.versions(visibility.reader(), type, after, Slice.limit(limit))
                .map(SavedProfileView::from);
    }

    private static ResponseEntity<SavedProfileView> answer(SavedProfileView view) {
        return ResponseEntity.ok().eTag(Revision.tag(view.version())).body(view);
    }
}
