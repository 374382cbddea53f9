package dev.ward.reach;

import dev.ward.identity.Reader;
import dev.ward.web.Cursor;
import dev.ward.web.Slice;
import dev.ward.web.SortOrder;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Answers the one question: which devices does this reach, and whose are they?
///
/// A unit is reached when its installed release is, or when another release of its configuration is. A
/// release is reached by a vulnerability when a finding of it is not closed, but not in a configuration
/// in which a decision that stands says that it is absent; by a component when its current SBOM lists
/// it.
@Service
@Transactional(readOnly = true)
public class Reaches {

    /// Devices are listed in the order in which they became known.
    private static final SortOrder ORDER = SortOrder.ascending("known");

    private final SubjectRepository subjects;
    private final ReachRepository numbers;
    private final ReachedDeviceRepository devices;
    private final ReachExportRepository exports;
    private final ReachCountryRepository countries;

    Reaches(
            SubjectRepository subjects,
            ReachRepository numbers,
            ReachedDeviceRepository devices,
            ReachExportRepository exports,
            ReachCountryRepository countries) {
        this.subjects = subjects;
        this.numbers = numbers;
        this.devices = devices;
        this.exports = exports;
        this.countries = countries;
    }

    /// @param word  what a person or program calls it: an id, or any name of a vulnerability
    public Optional<Subject> find(Reader reader, Subject.Kind kind, String word) {
        return subjects.find(reader, kind, word);
    }

    /// What is reached, in numbers.
    public Reach of(Reader reader, Subject subject, ReachFilter filter) {
        return numbers.of(subject, subjects.population(reader, subject), filter, reader);
    }

    /// The units that are reached, those known first at the beginning.
    public Slice<ReachedDevice> list(
            Reader reader, Subject subject, ReachFilter filter, @Nullable String after, int limit) {
        Cursor place = Cursor.parse(after, ORDER, 1);
        UUID behind = place == null ? null : place.uuid(0);
        List<ReachedDevice> found =
                devices.list(reader, subjects.population(reader, subject), filter, behind, limit + 1);
        return Slice.of(found, limit, device -> Cursor.of(ORDER, device.id()));
    }

    /// Hands every unit that is reached to a sink, one after the other, within one snapshot of the database.
    public void each(Reader reader, Subject subject, ReachFilter filter, Consumer<ReachedDevice> sink) {
        devices.each(reader, subjects.population(reader, subject), filter, sink);
    }

    /// The releases that any of several subjects reaches, certain ones first.
    public List<ReachedRelease> releases(Reader reader, Collection<Subject> any) {
        return subjects.population(reader, any).releases();
    }

    /// What any of several subjects reaches, in numbers; each unit is counted once.
    ///
    /// @param any  at least one; the answer names the first
    public Reach ofAny(Reader reader, List<Subject> any, ReachFilter filter) {
        return numbers.of(any.getFirst(), subjects.population(reader, any), filter, reader);
    }

    /// In which countries units are that any of several subjects reaches or may reach. Together they are
    /// as many as [#ofAny] says.
    ///
    /// @param any  at least one
    public List<ReachedCountry> countriesOfAny(Reader reader, List<Subject> any, ReachFilter filter) {
        return countries.of(ofAny(reader, any, filter).countries(), subjects.population(reader, any), filter, reader);
    }

    /// Hands runs of serials of what any of several subjects reaches to a sink; each unit is counted once.
    public void rangesOfAny(Reader reader, Collection<Subject> any, ReachFilter filter, Consumer<SerialRange> sink) {
        exports.ranges(reader, subjects.population(reader, any), filter, sink);
    }

    /// Hands every consignee of what any of several subjects reaches to a sink; each stands there once.
    public void consigneesOfAny(
            Reader reader, Collection<Subject> any, ReachFilter filter, Consumer<ReachedConsignee> sink) {
        exports.consignees(reader, subjects.population(reader, any), filter, sink);
    }

    /// Hands runs of serials to a sink.
    public void ranges(Reader reader, Subject subject, ReachFilter filter, Consumer<SerialRange> sink) {
        exports.ranges(reader, subjects.population(reader, subject), filter, sink);
    }

    /// Hands every consignee of what is reached to a sink.
    public void consignees(Reader reader, Subject subject, ReachFilter filter, Consumer<ReachedConsignee> sink) {
        exports.consignees(reader, subjects.population(reader, subject), filter, sink);
    }
}
