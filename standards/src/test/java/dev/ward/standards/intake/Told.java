package dev.ward.standards.intake;

import dev.ward.standards.advisory.Advisory;
import dev.ward.standards.advisory.AdvisoryVisitor;
import dev.ward.standards.advisory.EpssScore;
import dev.ward.standards.advisory.KevCatalogue;
import dev.ward.standards.advisory.KevEntry;
import dev.ward.standards.input.Unread;
import dev.ward.standards.input.UnreadableInput;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// Keeps all that an intake tells.
public final class Told implements AdvisoryVisitor {

    public final List<Advisory> advisories = new ArrayList<>();
    public final List<KevEntry> kev = new ArrayList<>();
    public final List<KevCatalogue> catalogues = new ArrayList<>();
    public final List<EpssScore> epss = new ArrayList<>();
    public final List<Unread> unread = new ArrayList<>();

    /// What `text` holds.
    public static Told of(String text) throws IOException, UnreadableInput {
        return of(text.getBytes(StandardCharsets.UTF_8));
    }

    public static Told of(byte[] bytes) throws IOException, UnreadableInput {
        return of(new ByteArrayInputStream(bytes));
    }

    public static Told of(InputStream in) throws IOException, UnreadableInput {
        Told told = new Told();
        AdvisoryIntake.Taken taken = AdvisoryIntake.read("input", in, told);
        long records = told.advisories.size() + told.kev.size() + (long) told.epss.size();
        if (taken.records() != records || taken.unread() != told.unread.size()) {
            throw new AssertionError("counted " + taken + ", but told " + records + " and " + told.unread.size());
        }
        return told;
    }

    /// The one advisory of a text that holds no other.
    public static Advisory only(String text) throws IOException, UnreadableInput {
        return of(text).advisories.getFirst();
    }

    public List<Unread> lost() {
        return unread.stream().filter(Unread::lost).toList();
    }

    @Override
    public void advisory(Advisory advisory) {
        advisories.add(advisory);
    }

    @Override
    public void kevCatalogue(KevCatalogue catalogue) {
        catalogues.add(catalogue);
    }

    @Override
    public void kev(KevEntry entry) {
        kev.add(entry);
    }

    @Override
    public void epss(EpssScore score) {
        epss.add(score);
    }

    @Override
    public void unread(Unread part) {
        unread.add(part);
    }
}
