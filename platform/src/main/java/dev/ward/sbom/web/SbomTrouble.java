package dev.ward.sbom.web;

import dev.ward.identity.Permission;
import dev.ward.identity.Visibility;
import dev.ward.sbom.Snapshots;
import dev.ward.sbom.Snapshots.Troubled;
import dev.ward.web.Waiting;
import dev.ward.web.Words;
import java.util.List;
import org.springframework.stereotype.Component;

/// SBOMs that were refused, or of which parts were not read, wait for a person.
@Component
class SbomTrouble implements Waiting {

    private static final int SHOWN = 5;

    private final Snapshots snapshots;
    private final Visibility visibility;

    SbomTrouble(Snapshots snapshots, Visibility visibility) {
        this.snapshots = snapshots;
        this.visibility = visibility;
    }

    @Override
    public String permission() {
        return Permission.SBOM_READ.name();
    }

    @Override
    public int order() {
        return 30;
    }

    @Override
    public List<Item> items() {
        return snapshots.troubled(visibility.reader(), SHOWN).stream()
                .map(SbomTrouble::item)
                .toList();
    }

    private static Item item(Troubled one) {
        return one.lost() == 0
                ? new Item("The SBOM of %s was refused".formatted(one.release()), "/sboms/" + one.id(), true)
                : new Item(
                        "%s of the SBOM of %s not read"
                                .formatted(Words.counted(one.lost(), "part", "parts"), one.release()),
                        "/sboms/" + one.id() + "#unread",
                        false);
    }
}
