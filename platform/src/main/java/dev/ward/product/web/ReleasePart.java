package dev.ward.product.web;

import dev.ward.product.ReleaseId;
import dev.ward.product.ReleaseSection;
import dev.ward.web.Part;

/// A section of one release's page, ready to be written.
public record ReleasePart(String title, Part part) {

    static ReleasePart of(ReleaseSection section, ReleaseId release) {
        return new ReleasePart(section.title(), new Part(section.view(), section.model(release)));
    }
}
