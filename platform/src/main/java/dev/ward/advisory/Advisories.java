package dev.ward.advisory;

import dev.ward.identity.Reader;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/// Tells what is known of vulnerabilities, and how well the sources are heard.
@Component
public class Advisories {

    /// Names have no spaces; fewer than four characters begin too many.
    private static final Pattern BEGINNING = Pattern.compile("[\\p{Alnum}][\\p{Alnum}_:.-]{3,99}");

    private final AdvisoryRepository repository;
    private final ImportRepository imports;

    Advisories(AdvisoryRepository repository, ImportRepository imports) {
        this.repository = repository;
        this.imports = imports;
    }

    /// A vulnerability in a line.
    public record Named(String name, String summary) {}

    /// Finds a vulnerability by its id or by any of its names, also by an id that was merged into another.
    ///
    /// @param text  `01987…`, `CVE-2021-44228`, `GHSA-jfh8-c2jp-5v3q`
    public Optional<KnownVulnerability> find(Reader reader, String text) {
        return idOf(text).flatMap(id -> repository.find(reader, id));
    }

    private Optional<VulnerabilityId> idOf(String text) {
        try {
            return repository.present(UUID.fromString(text));
        } catch (IllegalArgumentException e) {
            return repository.named(text);
        }
    }

    /// All sources, also those that were never heard.
    public List<SourceState> sources(Reader reader) {
        return List.of(Source.values()).stream()
                .map(source -> new SourceState(
                        source,
                        repository.count(source),
                        imports.lastHeard(reader, source).orElse(null),
                        imports.list(reader, source, null, 1).stream()
                                .findFirst()
                                .orElse(null)))
                .toList();
    }

    /// When each source was heard, without counting what is known from it.
    public List<Hearing> heard(Reader reader) {
        Map<Source, SourceImport> heard = imports.lastHeard(reader);
        Map<Source, SourceImport> last = imports.last(reader);
        return List.of(Source.values()).stream()
                .map(source -> new Hearing(source, heard.get(source), last.get(source)))
                .toList();
    }

    /// Vulnerabilities of which some name begins with a text, by name; none for what cannot begin a name.
    public List<Named> named(Reader reader, String text, int most) {
        return BEGINNING.matcher(text).matches() ? repository.named(reader, text, most) : List.of();
    }

    /// Ids that were not joined.
    public long countConflicts(Reader reader) {
        return repository.countConflicts(reader);
    }

    /// Ids that were not joined, the newest first.
    ///
    /// @param from  how many to leave out
    public List<AliasConflict> conflicts(Reader reader, int from, int limit) {
        return repository.conflicts(reader, from, limit);
    }
}
