package dev.ward.performance.web;

import dev.ward.performance.ComponentStanding;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What has been said of a component of one model, ready to be shown.
///
/// @param drawing  null unless functions depend on it
public record ShownStanding(
        ComponentStanding standing, @Nullable PathDrawing drawing) {

    static List<ShownStanding> of(List<ComponentStanding> standings) {
        return standings.stream().map(ShownStanding::of).toList();
    }

    private static ShownStanding of(ComponentStanding standing) {
        return switch (standing) {
            case ComponentStanding.Depended depended -> new ShownStanding(standing, PathDrawing.of(depended.path()));
            case ComponentStanding.Apart _, ComponentStanding.Open _ -> new ShownStanding(standing, null);
        };
    }
}
