package dev.ward.reach.web;

import dev.ward.identity.Permission;
import dev.ward.identity.Reader;
import dev.ward.identity.Requires;
import dev.ward.identity.Visibility;
import dev.ward.reach.Reach;
import dev.ward.reach.ReachedDevice;
import dev.ward.reach.Reaches;
import dev.ward.web.Slice;
import dev.ward.web.Summary;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Reach over REST.
@RestController
@RequestMapping("/api/v1/reach")
@Requires(Permission.DEVICE_READ)
class ReachApi {

    private final Reaches reaches;
    private final Visibility visibility;

    ReachApi(Reaches reaches, Visibility visibility) {
        this.reaches = reaches;
        this.visibility = visibility;
    }

    @GetMapping
    @Summary(
            "Counts the devices, sites, customers and countries that a vulnerability, component, release or configuration reaches")
    Reach reach(@ModelAttribute ReachQuestion question) {
        Reader reader = visibility.reader();
        return reaches.of(reader, question.subject(reaches, reader), question.filter());
    }

    @GetMapping("/devices")
    @Summary("Lists the devices that are reached; the same questions")
    Slice<ReachedDevice> devices(
            @ModelAttribute ReachQuestion question,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String after) {
        Reader reader = visibility.reader();
        return reaches.list(reader, question.subject(reaches, reader), question.filter(), after, Slice.limit(limit));
    }
}
