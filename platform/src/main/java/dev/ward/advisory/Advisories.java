package dev.ward.advisory;

import dev.ward.identity.Reader;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/// Tells what is known of vulnerabilities, and how well the sources are heard.
@Component
public class Advisories {

    private final AdvisoryRepository repository;
    private final ImportRepository imports;

    Advisories(AdvisoryRepository repository, ImportRepository imports) {
        this.repository = repository;
        this.imports = imports;
    }

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

    /// Ids that were not joined, the newest first.
    ///
    /// @param from  how many to leave out
    public List<AliasConflict> conflicts(Reader reader, int from, int limit) {
        return repository.conflicts(reader, from, limit);
    }
}
