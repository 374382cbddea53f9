package dev.ward.cli.index;

import dev.ward.cli.terminal.Trouble;
import dev.ward.standards.input.Location;
import dev.ward.standards.input.Unread;
import dev.ward.standards.input.UnreadableInput;
import dev.ward.standards.intake.AdvisoryIntake;
import dev.ward.standards.intake.AdvisoryKind;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/// Makes an index of files and folders.
public final class IndexBuilder {

    private final Consumer<String> progress;

    /// @param progress  told one line about each input when it has been read
    public IndexBuilder(Consumer<String> progress) {
        this.progress = progress;
    }

    /// Reads every file, in the order given, into a new index that replaces `target` when it is whole.
    ///
    /// A file that is no vulnerability source, or that cannot be read, is listed as unread; the others
    /// are read.
    public IndexSummary build(List<SourceFile> files, Path target) throws IOException {
        IndexWriter.checkPlace(target);
        try (IndexWriter writer = new IndexWriter(target)) {
            for (SourceFile file : files) {
                read(file, writer);
            }
            return writer.finish();
        }
    }

    private void read(SourceFile file, IndexWriter writer) throws IOException {
        long before = writer.told();
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file.path()), 1 << 16)) {
            AdvisoryIntake.Taken taken = AdvisoryIntake.read(file.name(), in, writer);
            String kinds =
                    taken.kinds().stream().map(AdvisoryKind::toString).sorted().collect(Collectors.joining(", "));
            writer.endOfSource(new IndexSummary.Source(file.name(), kinds, taken.records(), taken.unread()));
            progress.accept("%s: %,d records (%s)".formatted(file.name(), taken.records(), kinds));
        } catch (UnreadableInput e) {
            Unread unread = e.unread();
            writer.unread(unread);
            writer.endOfSource(new IndexSummary.Source(file.name(), IndexSummary.UNREAD, writer.told() - before, 1));
            progress.accept("%s: not read: %s".formatted(file.name(), unread.reason()));
        } catch (IOException e) {
            String reason = "reading it failed: " + Trouble.reason(e);
            writer.unread(new Unread(file.name(), Location.START, "the input", reason, true));
            writer.endOfSource(new IndexSummary.Source(file.name(), IndexSummary.UNREAD, writer.told() - before, 1));
            progress.accept("%s: %s".formatted(file.name(), reason));
        }
    }
}
