package dev.ward.web;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/// A section of one page, ready to be written by `web/sections.jte`.
public record PagePart(String title, Part part) {

    /// Asks each section that the viewer may see what it has to say, in their order.
    ///
    /// @param may  whether the viewer has the permission of a name
    public static <S> List<PagePart> of(List<? extends PageSection<S>> sections, Predicate<String> may, S subject) {
        List<PagePart> parts = new ArrayList<>();
        sections.stream()
                .sorted(Comparator.comparingInt(PageSection::order))
                .filter(section -> may.test(section.permission()))
                .forEach(section -> {
                    Map<String, Object> model = section.model(subject);
                    if (model != null) {
                        parts.add(new PagePart(section.title(), new Part(section.view(), model)));
                    }
                });
        return List.copyOf(parts);
    }
}
