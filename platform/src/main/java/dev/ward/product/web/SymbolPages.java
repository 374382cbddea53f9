package dev.ward.product.web;

import dev.ward.identity.Permission;
import dev.ward.identity.Requires;
import dev.ward.product.UdiSymbol;
import dev.ward.standards.udi.DeviceIdentifier;
import dev.ward.standards.udi.Udi;
import dev.ward.standards.udi.UdiResult;
import dev.ward.web.Problem;
import dev.ward.web.ProblemException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// Draws the symbol of any UDI, so that a page can show it as a picture.
@Controller
class SymbolPages {

    private static final MediaType SVG = MediaType.parseMediaType("image/svg+xml");

    private final Clock clock;

    SymbolPages(Clock clock) {
        this.clock = clock;
    }

    @GetMapping("/symbols/udi.svg")
    @Requires(Permission.PRODUCT_READ)
    ResponseEntity<byte[]> udi(@RequestParam(defaultValue = "") String text) {
        String svg;
        try {
            svg = UdiSymbol.svg(read(text));
        } catch (IllegalArgumentException e) {
            throw refused("There is more in it than a symbol can hold.");
        }
        return ResponseEntity.ok().contentType(SVG).body(svg.getBytes(StandardCharsets.UTF_8));
    }

    private Udi read(String text) {
        Optional<DeviceIdentifier> bare = DeviceIdentifier.tryParse(text);
        if (bare.isPresent()) {
            return UdiSymbol.of(bare.get());
        }
        return switch (Udi.parse(text, LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC))) {
            case UdiResult.Read read -> read.udi();
            case UdiResult.Unreadable unreadable -> throw refused(unreadable.message());
        };
    }

    private static ProblemException refused(String message) {
        return ProblemException.of(Problem.INVALID, message).with("text", "is no UDI");
    }
}
