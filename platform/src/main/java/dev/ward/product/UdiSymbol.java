package dev.ward.product;

import com.google.zxing.common.BitMatrix;
import dev.ward.standards.udi.DataElement;
import dev.ward.standards.udi.DeviceIdentifier;
import dev.ward.standards.udi.IssuingAgency;
import dev.ward.standards.udi.ProductionIdentifiers;
import dev.ward.standards.udi.Udi;
import dev.ward.web.Symbol;
import java.util.List;

/// A UDI as the label carries it: a Data Matrix, and the text beside it. Of GS1 it is a GS1 DataMatrix, which begins
/// with
/// FNC1.
///
/// Source: 21 CFR 801.40 (plain text and AIDC form); ISO/IEC 16022; GS1 General Specifications, 5.6.
public final class UdiSymbol {

    private static final ProductionIdentifiers NONE =
            new ProductionIdentifiers(null, null, null, null, null, null, null);

    /// Modules that stay empty on each side.
    private static final int QUIET = 2;

    private UdiSymbol() {}

    /// The UDI that is nothing but its DI.
    public static Udi of(DeviceIdentifier di) {
        DataElement element = switch (di.agency()) {
            case GS1 -> new DataElement("01", "GTIN", di.value());
            case HIBCC -> new DataElement("+", "Labeler, product, unit of measure", di.value());
            case ICCBBA -> new DataElement("=/", "Processor product identification", di.value());
        };
        return new Udi(di.agency(), di, NONE, List.of(element));
    }

    /// The symbol as SVG, black on white whatever the page's colours are, as scanners want it.
    ///
    /// @throws IllegalArgumentException  when there is more in it than a symbol can hold
    public static String svg(Udi udi) {
        return Symbol.svg(modules(udi), QUIET);
    }

    static BitMatrix modules(Udi udi) {
        return DataMatrix.of(content(udi), udi.agency() == IssuingAgency.GS1);
    }

    /// One structure of ICCBBA needs no compound message around it.
    private static String content(Udi udi) {
        boolean single = udi.agency() == IssuingAgency.ICCBBA && udi.elements().size() == 1;
        return single ? udi.humanReadable() : udi.elementString();
    }
}
