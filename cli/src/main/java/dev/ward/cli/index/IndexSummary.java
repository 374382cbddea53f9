package dev.ward.cli.index;

import dev.ward.standards.codec.AdvisoryCodec;
import dev.ward.standards.codec.ByteReader;
import dev.ward.standards.codec.ByteWriter;
import dev.ward.standards.input.Location;
import dev.ward.standards.input.Unread;
import dev.ward.standards.intake.AdvisoryKind;
import dev.ward.standards.match.AliasGroups;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// What an index was made of, what in it could not be read, and which aliases were not joined.
///
/// @param sources    each input that was read
/// @param unread     what could not be read or was kept but marked
/// @param conflicts  alias sets that were not joined
/// @param epss       editions of the EPSS scores
public record IndexSummary(
        List<Source> sources,
        List<Unread> unread,
        List<AliasGroups.Conflict> conflicts,
        List<AdvisoryCodec.Edition> epss) {

    /// @param input    its name
    /// @param kind     what it turned out to be
    /// @param records  how many records it told of
    /// @param unread   how many could not be read
    public record Source(String input, String kind, long records, long unread) {}

    /// Records of vulnerabilities in all sources; scores and entries of catalogues are none.
    public long records() {
        return sources.stream()
                .filter(source -> !ADDITIONS.contains(source.kind()))
                .mapToLong(Source::records)
                .sum();
    }

    /// Sources of which something was read.
    public long readSources() {
        return sources.stream().filter(source -> source.records() > 0).count();
    }

    /// Whether a catalogue of known exploited vulnerabilities was read, so that "not known to be exploited"
    /// can be
    /// said.
    public boolean hasKev() {
        return sources.stream()
                .anyMatch(source -> source.records() > 0 && source.kind().contains(KEV));
    }

    private static final String KEV = AdvisoryKind.KEV.toString();
    private static final Set<String> ADDITIONS = Set.of(KEV, AdvisoryKind.EPSS.toString());

    /// The kind of a source of which nothing could be read.
    static final String UNREAD = "unread";

    /// Of the files that were named themselves, and not only found in a folder, those that could not be read.
    public List<String> unreadAmong(List<Path> named) {
        Set<String> names = named.stream()
                .filter(path -> !Files.isDirectory(path))
                .map(path -> String.valueOf(path.getFileName()))
                .collect(Collectors.toSet());
        return sources.stream()
                .filter(source -> source.kind().equals(UNREAD) && names.contains(source.input()))
                .map(Source::input)
                .toList();
    }

    byte[] encode() {
        ByteWriter out = new ByteWriter();
        out.number(sources.size());
        sources.forEach(source -> out.text(source.input())
                .text(source.kind())
                .number(source.records())
                .number(source.unread()));
        out.number(unread.size());
        for (Unread one : unread) {
            Location at = one.location();
            out.text(one.input())
                    .number(at.line())
                    .number(at.column())
                    .text(at.pointer())
                    .text(one.what())
                    .text(one.reason())
                    .number(one.lost() ? 1 : 0);
        }
        out.number(conflicts.size());
        conflicts.forEach(conflict -> out.texts(conflict.ids()).text(conflict.reason()));
        out.number(epss.size());
        epss.forEach(edition -> out.text(edition.date()).text(edition.model()));
        return out.toBytes();
    }

    static IndexSummary decode(ByteReader in) {
        List<Source> sources = new ArrayList<>();
        for (int i = in.integer(); i > 0; i--) {
            sources.add(new Source(in.text(), in.text(), in.number(), in.number()));
        }
        List<Unread> unread = new ArrayList<>();
        for (int i = in.integer(); i > 0; i--) {
            String input = in.text();
            Location at = new Location(in.number(), in.number(), in.text());
            unread.add(new Unread(input, at, in.text(), in.text(), in.integer() == 1));
        }
        List<AliasGroups.Conflict> conflicts = new ArrayList<>();
        for (int i = in.integer(); i > 0; i--) {
            conflicts.add(new AliasGroups.Conflict(in.texts(), in.text()));
        }
        List<AdvisoryCodec.Edition> epss = new ArrayList<>();
        for (int i = in.integer(); i > 0; i--) {
            epss.add(new AdvisoryCodec.Edition(in.text(), in.text()));
        }
        return new IndexSummary(sources, unread, conflicts, epss);
    }
}
