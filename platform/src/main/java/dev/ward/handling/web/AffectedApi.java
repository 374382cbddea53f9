package dev.ward.handling.web;

import dev.ward.handling.AffectedMatrix;
import dev.ward.handling.AffectedProduct;
import dev.ward.handling.AffectedRelease;
import dev.ward.handling.Inquiries;
import dev.ward.handling.InquiryQuestion;
import dev.ward.handling.Presence;
import dev.ward.identity.Permission;
import dev.ward.identity.Requires;
import dev.ward.identity.Visibility;
import dev.ward.web.Summary;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/affected")
class AffectedApi {

    private final Inquiries inquiries;
    private final Visibility visibility;

    AffectedApi(Inquiries inquiries, Visibility visibility) {
        this.inquiries = inquiries;
        this.visibility = visibility;
    }

    record ReleaseView(
            UUID release,
            String product,
            @Nullable String model,
            String version,
            @Nullable LocalDate released,
            String presence,
            List<String> components,
            long devices) {

        static ReleaseView from(AffectedRelease one) {
            return new ReleaseView(
                    one.release().value(),
                    one.product(),
                    one.model(),
                    one.version(),
                    one.released(),
                    one.presence().word(),
                    one.components(),
                    one.devices());
        }
    }

    /// @param presence  the gravest of its releases': one of which nothing is known keeps it from being
    ///                  absent
    /// @param unknown   releases of which it cannot be told, whatever the reason
    record AffectedProductView(
            UUID product,
            String name,
            String presence,
            long present,
            long possible,
            long unknown,
            long absent,
            long devices) {

        static AffectedProductView from(AffectedProduct one) {
            return new AffectedProductView(
                    one.product().value(),
                    one.name(),
                    one.presence().word(),
                    one.count(Presence.PRESENT),
                    one.count(Presence.POSSIBLE),
                    one.unknown(),
                    one.count(Presence.ABSENT),
                    one.devices());
        }
    }

    /// @param uncompared  releases in which nothing was found, where not all components of the name
    ///                    were compared
    /// @param untold  releases in whose SBOM nothing has the hash; that does not say that the file is absent
    /// @param cut  whether there were more components of the name than are looked at
    record MatrixView(
            long present,
            long possible,
            long unknown,
            long absent,
            long untold,
            long uncompared,
            long devices,
            boolean cut,
            List<AffectedProductView> products,
            List<ReleaseView> releases) {}

    @GetMapping
    @Summary("Tells of all releases whether they hold components of a name, in some versions, or a file of a hash")
    @Requires(Permission.CASE_READ)
    MatrixView ask(
            @RequestParam(required = false) @Nullable String component,
            @RequestParam(defaultValue = "false") boolean beginning,
            @RequestParam(required = false) @Nullable String versions) {
        InquiryQuestion question = new InquiryQuestion(Sent.needed("component", component), beginning, versions);
        AffectedMatrix matrix = inquiries.ask(visibility.reader(), question);
        return new MatrixView(
                matrix.count(Presence.PRESENT),
                matrix.count(Presence.POSSIBLE),
                matrix.count(Presence.UNKNOWN),
                matrix.count(Presence.ABSENT),
                matrix.count(Presence.UNTOLD),
                matrix.count(Presence.UNCOMPARED),
                matrix.devices(),
                matrix.cut(),
                matrix.products().stream().map(AffectedProductView::from).toList(),
                matrix.releases().stream().map(ReleaseView::from).toList());
    }
}
