package dev.ward.report;

import dev.ward.assessment.Known;
import dev.ward.product.MarketClass;
import dev.ward.report.KnownOfCase.Described;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Tells which types of device have a premarket approval: by their submission, or by their class.
///
/// Source: 21 CFR 814.1, 814.84; FD&C Act 513(a)(1)(C).
final class ApprovedDevices {

    private static final String HIGHEST = "III";
    private static final Set<String> APPROVALS = Set.of("PMA", "PMA_SUPPLEMENT", "PDP");

    private ApprovedDevices() {}

    static Concern concern(List<Described> devices) {
        List<String> approved = devices.stream()
                .filter(one -> isApproved(one) == Known.YES)
                .map(ApprovedDevices::words)
                .toList();
        if (!approved.isEmpty()) {
            return Concern.yes("With premarket approval: %s.".formatted(String.join("; ", approved)));
        }
        List<String> unknown = devices.stream()
                .filter(one -> isApproved(one) == Known.UNKNOWN)
                .map(Described::name)
                .toList();
        if (devices.isEmpty() || !unknown.isEmpty()) {
            return Concern.unknown(
                    devices.isEmpty()
                            ? "No product is known that the case reaches."
                            : "Neither class nor submission in the United States is known of %s."
                                    .formatted(String.join(", ", unknown)));
        }
        return Concern.no("No product of the case is of class III or has a premarket approval: %s."
                .formatted(devices.stream().map(ApprovedDevices::words).collect(Collectors.joining("; "))));
    }

    private static Known isApproved(Described device) {
        if (device.submissions(KnownInDepth.US).stream().anyMatch(one -> APPROVALS.contains(one.kind()))
                || HIGHEST.equals(usClass(device))) {
            return Known.YES;
        }
        boolean elsewhere =
                !device.profile().classification().markets().isEmpty() && device.in(KnownInDepth.US) == null;
        return usClass(device) != null || elsewhere ? Known.NO : Known.UNKNOWN;
    }

    private static @Nullable String usClass(Described device) {
        MarketClass its = device.in(KnownInDepth.US);
        return its == null ? null : its.deviceClass();
    }

    private static String words(Described device) {
        String its = usClass(device);
        String submissions = device.submissions(KnownInDepth.US).stream()
                .map(KnownOfCase.Submitted::words)
                .collect(Collectors.joining(", "));
        return "%s, %s%s"
                .formatted(
                        device.name(),
                        its == null ? "class not known" : "class " + its,
                        submissions.isEmpty() ? "" : ", " + submissions);
    }
}
