package dev.ward.cli.index;

import dev.ward.cli.terminal.Trouble;
import dev.ward.standards.advisory.Advisory;
import dev.ward.standards.advisory.AdvisoryVisitor;
import dev.ward.standards.advisory.Affected;
import dev.ward.standards.advisory.EpssScore;
import dev.ward.standards.advisory.Ids;
import dev.ward.standards.advisory.KevEntry;
import dev.ward.standards.codec.AdvisoryCodec;
import dev.ward.standards.codec.ByteWriter;
import dev.ward.standards.input.Unread;
import dev.ward.standards.match.AliasGroups;
import dev.ward.standards.match.MatchKeys;
import dev.ward.standards.match.StatementCode;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/// Makes an index file out of the records of any number of sources, with little memory for each record.
///
/// Records go to the file as they come; only ids, hashes and places are kept. Of two records with one id from
/// one
/// source the one modified last wins, and of two equally old the one read last. The file appears under its
/// name when it
/// is whole, and not before.
final class IndexWriter implements AdvisoryVisitor, Closeable {

    private final Path target;
    private final Path partial;
    private final OutputFile out;
    private final EntryFile entries;
    private final AliasGroups aliases = new AliasGroups();
    private final Map<String, Integer> recordOfId = new HashMap<>();
    private final List<RecordState> records = new ArrayList<>();
    private final List<Unread> unread = new ArrayList<>();
    private UnreadParts unreadOfSource = new UnreadParts();
    private final List<IndexSummary.Source> sources = new ArrayList<>();
    private final List<AdvisoryCodec.Edition> editions = new ArrayList<>();
    private long told;

    /// @param aliases  the record's own id and aliases are needed until all records are known
    private record RecordState(
            String source, String id, Instant modified, boolean published, List<String> aliases, long place) {}

    IndexWriter(Path target) throws IOException {
        this.target = target;
        partial = partial(target);
        out = new OutputFile(partial);
        entries = new EntryFile(partial(target));
        out.longs(IndexFormat.MAGIC);
    }

    /// A name in the target's folder for what is not whole yet; removed at the latest when the program
    /// ends, also when it is told to.
    private static Path partial(Path target) {
        Path partial = target.resolveSibling(".ward-%s.partial".formatted(UUID.randomUUID()));
        partial.toFile().deleteOnExit();
        return partial;
    }

    /// Tells whether an index can be written under a name, and makes its folder when it is absent.
    ///
    /// @throws IOException  when it cannot, also when something else stands in the index's place
    static void checkPlace(Path target) throws IOException {
        Path folder = target.toAbsolutePath().getParent();
        if (folder == null || Files.isDirectory(target)) {
            throw new IOException("\"%s\" is a folder; name a file for the index".formatted(target));
        }
        if (Files.exists(target) && Files.size(target) > 0 && !IndexFile.isIndex(target)) {
            throw new IOException(
                    "\"%s\" is there and is no index; name another file, or remove it first".formatted(target));
        }
        try {
            Files.createDirectories(folder);
            Files.delete(Files.createTempFile(folder, ".ward-", ".partial"));
        } catch (IOException e) {
            throw new IOException("cannot write into \"%s\": %s".formatted(folder, Trouble.reason(e)), e);
        }
    }

    /// Notes that an input has been read to its end.
    void endOfSource(IndexSummary.Source source) {
        sources.add(source);
        unread.addAll(unreadOfSource.list());
        unreadOfSource = new UnreadParts();
    }

    @Override
    public void advisory(Advisory advisory) {
        told++;
        String key = advisory.source() + " " + advisory.id();
        Instant modified = advisory.modified() == null ? Instant.MIN : advisory.modified();
        Integer earlier = recordOfId.get(key);
        if (earlier != null && records.get(earlier).modified().isAfter(modified)) {
            return;
        }
        boolean published = advisory.state() == Advisory.State.PUBLISHED;
        int number = records.size();
        long place = out.position();
        records.add(new RecordState(
                advisory.source(), advisory.id(), modified, published, List.copyOf(advisory.aliases()), place));
        recordOfId.put(key, number);
        if (published) {
            write(advisory, number, place);
        }
    }

    private void write(Advisory advisory, int number, long place) {
        try {
            out.framed(AdvisoryCodec.encode(advisory));
            for (int i = 0; i < advisory.affected().size(); i++) {
                file(advisory.affected().get(i), i, number, place);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void file(Affected affected, int index, int record, long place) throws IOException {
        for (Map.Entry<MatchKeys.Key, MatchKeys.Filed> filed :
                MatchKeys.of(affected).entrySet()) {
            ByteWriter entry = new ByteWriter()
                    .number(place)
                    .number(record)
                    .number(index)
                    .number(filed.getValue().decision().ordinal())
                    .number(filed.getValue().any().size());
            filed.getValue().any().forEach(statements -> entry.raw(StatementCode.encode(statements)));
            entries.add(IndexFormat.entryKey(filed.getKey()), record, entry.toBytes());
        }
    }

    @Override
    public void kev(KevEntry entry) {
        told++;
        add(IndexFormat.kevKey(entry.cve()), AdvisoryCodec.encode(entry));
    }

    /// All scores of one CVE are kept; who reads them takes the one of the latest edition.
    @Override
    public void epss(EpssScore score) {
        told++;
        AdvisoryCodec.Edition edition = new AdvisoryCodec.Edition(score.date(), score.model());
        int number = editions.isEmpty() || !editions.getLast().equals(edition) ? -1 : editions.size() - 1;
        if (number < 0) {
            editions.add(edition);
            number = editions.size() - 1;
        }
        add(IndexFormat.epssKey(score.cve()), AdvisoryCodec.encode(score, number));
    }

    private void add(String key, byte[] bytes) {
        try {
            entries.add(key, EntryFile.NO_RECORD, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void unread(Unread one) {
        unreadOfSource.add(one);
    }

    long told() {
        return told;
    }

    /// Joins aliases, files the entries, and puts the index in its place; one without records replaces
    /// none.
    IndexSummary finish() throws IOException {
        boolean[] alive = alive();
        AliasGroups groups = groups(alive);
        entries.writeTo(out, alive);
        long[] groupPlaces = new GroupSection(groups, alive).write();
        IndexSummary summary =
                new IndexSummary(List.copyOf(sources), List.copyOf(unread), groups.conflicts(), List.copyOf(editions));
        long groupsAt = out.position();
        out.longs(groupPlaces);
        long summaryAt = out.position();
        byte[] bytes = summary.encode();
        out.raw(bytes);
        out.longs(
                IndexFormat.LAYOUT,
                entries.tableAt(),
                groupsAt,
                summaryAt,
                entries.slots(),
                records.size(),
                bytes.length);
        out.longs(out.checksum(), IndexFormat.MAGIC);
        out.close();
        if (summary.records() == 0 && Files.exists(target)) {
            return summary;
        }
        Files.move(partial, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        return summary;
    }

    /// A record lives when it is published and no other of its id has taken its place.
    private boolean[] alive() {
        boolean[] alive = new boolean[records.size()];
        recordOfId
                .values()
                .forEach(number -> alive[number] = records.get(number).published());
        return alive;
    }

    private AliasGroups groups(boolean[] alive) {
        for (int i = 0; i < alive.length; i++) {
            RecordState record = records.get(i);
            if (alive[i]) {
                aliases.add(record.id(), record.aliases());
            } else if (record.source().equals("CVE") && !record.published() && Ids.isCve(record.id())) {
                aliases.addUnpublished(record.id());
            }
        }
        aliases.resolve();
        return aliases;
    }

    @Override
    public void close() throws IOException {
        try (entries) {
            out.close();
        } finally {
            Files.deleteIfExists(partial);
        }
    }

    /// The groups of records that tell of one vulnerability: its ids, then the places of its records.
    private final class GroupSection {

        private final Map<Integer, List<String>> ids;
        private final Map<Integer, List<Integer>> members = new HashMap<>();
        private final boolean[] alive;

        GroupSection(AliasGroups groups, boolean[] alive) {
            this.alive = alive;
            this.ids = groups.groups();
            for (int i = 0; i < alive.length; i++) {
                if (alive[i]) {
                    members.computeIfAbsent(groups.groupOf(records.get(i).id()), absent -> new ArrayList<>(2))
                            .add(i);
                }
            }
        }

        /// @return the place of each record's group; 0 for a record that does not live
        long[] write() throws IOException {
            long[] places = new long[alive.length];
            for (Map.Entry<Integer, List<Integer>> group : members.entrySet()) {
                long place = out.position();
                List<String> names = ids.getOrDefault(group.getKey(), List.of());
                ByteWriter bytes = new ByteWriter()
                        .optional(names.stream()
                                .filter(aliases::isPublishedCve)
                                .sorted()
                                .findFirst()
                                .orElse(null))
                        .texts(names);
                bytes.number(group.getValue().size());
                group.getValue()
                        .forEach(member -> bytes.number(records.get(member).place()));
                out.framed(bytes.toBytes());
                group.getValue().forEach(member -> places[member] = place);
            }
            return places;
        }
    }
}
