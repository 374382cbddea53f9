package dev.ward.standards.udi;

import java.util.List;

/// Prints a UDI as its agency's standard writes it.
final class UdiPrinter {

    private UdiPrinter() {}

    static String humanReadable(Udi udi) {
        return switch (udi.agency()) {
            case GS1 -> brackets(udi.elements());
            case HIBCC -> caption(hibcc(udi.elements()));
            case ICCBBA -> structures(new StringBuilder(), udi.elements());
        };
    }

    static String elementString(Udi udi) {
        return switch (udi.agency()) {
            case GS1 -> separated(udi.elements());
            case HIBCC -> hibcc(udi.elements());
            case ICCBBA ->
                structures(
                        new StringBuilder(IccbbaReader.COMPOUND)
                                .append("%02d000".formatted(udi.elements().size())),
                        udi.elements());
        };
    }

    private static String brackets(List<DataElement> elements) {
        StringBuilder out = new StringBuilder(80);
        for (DataElement element : elements) {
            out.append('(').append(element.identifier()).append(')').append(element.value());
        }
        return out.toString();
    }

    private static String separated(List<DataElement> elements) {
        StringBuilder out = new StringBuilder(80);
        boolean open = false;
        for (DataElement element : elements) {
            if (open) {
                out.append(Separators.SEPARATOR);
            }
            String identifier = element.identifier();
            out.append(identifier).append(element.value());
            ApplicationIdentifier ai = ApplicationIdentifiers.find(identifier, 0, identifier.length());
            open = ai == null || !ai.fixed();
        }
        return out.toString();
    }

    private static String structures(StringBuilder out, List<DataElement> elements) {
        for (DataElement element : elements) {
            out.append(element.identifier()).append(element.value());
        }
        return out.toString();
    }

    /// One concatenated symbol, or a secondary one with its link.
    private static String hibcc(List<DataElement> elements) {
        StringBuilder out = new StringBuilder(80);
        String link = "";
        for (DataElement element : elements) {
            if (element.identifier().equals(HibccElements.LINK)) {
                link = element.value();
            } else if (element.identifier().equals(HibccElements.PRIMARY)) {
                out.append('+').append(element.value());
            } else {
                out.append(out.isEmpty() ? '+' : '/')
                        .append(element.identifier())
                        .append(element.value());
            }
        }
        out.append(link);
        return out.append(Mod43.checkCharacter(out, 0, out.length())).toString();
    }

    /// In print, a symbol stands between asterisks, and `_` for a blank at its end.
    private static String caption(String symbol) {
        boolean blank = symbol.endsWith(" ");
        return "*" + (blank ? symbol.substring(0, symbol.length() - 1) + "_" : symbol) + "*";
    }
}
