package dev.ward.web;

import org.jspecify.annotations.Nullable;

/// One line of the navigation. A module contributes its own as beans.
///
/// The first entry of a section that the viewer may see is what the section's name leads to; the others stand below
/// while the section is open.
///
/// @param path        where it leads, `/products`
/// @param permission  the name of the permission that the page needs; null when everyone who is signed in may see it
/// @param order       the place within the section, smallest first
public record NavigationEntry(
        Section section,
        String title,
        String path,
        @Nullable String permission,
        int order) {

    public NavigationEntry {
        if (!path.startsWith("/")) {
            throw new IllegalArgumentException("path \"%s\" does not begin with a slash".formatted(path));
        }
    }

    boolean isFor(Viewer viewer) {
        return viewer.signedIn()
                && viewer.outsider() == (section == Section.PORTAL)
                && (permission == null || viewer.may(permission));
    }
}
