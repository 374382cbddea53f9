package dev.ward.standards.udi;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// Elements of GS1 that make sense only beside others, such as a lot beside a GTIN.
///
/// Source: GS1 General Specifications, 4.13; GS1 Barcode Syntax Dictionary, `req`.
final class Requisites {

    private Requisites() {}

    static List<String> missing(List<DataElement> elements) {
        List<String> present = elements.stream().map(DataElement::identifier).toList();
        List<String> missing = new ArrayList<>();
        for (String digits : present) {
            ApplicationIdentifier ai = ApplicationIdentifiers.find(digits, 0, digits.length());
            if (ai != null && !ai.isContentWith(present)) {
                missing.add("(%s), %s, needs %s.".formatted(digits, ai.title(), words(ai.needs())));
            }
        }
        return missing;
    }

    private static String words(List<List<String>> groups) {
        List<String> words = groups.stream()
                .map(group -> group.stream().map("(%s)"::formatted).collect(Collectors.joining(" with ")))
                .toList();
        int last = words.size() - 1;
        return last == 0 ? words.getFirst() : String.join(", ", words.subList(0, last)) + " or " + words.get(last);
    }
}
