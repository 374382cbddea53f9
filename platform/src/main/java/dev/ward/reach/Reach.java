package dev.ward.reach;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The answer to "which devices are reached", in numbers.
///
/// @param releases    those that are reached for certain, and candidates behind them; bounded by `MOST_RELEASES`
/// @param devices     units with a serial that are reached for certain
/// @param byConfiguration  of these, units whose own release is not reached, but another release of their configuration
/// @param counted     units without serials that are reached for certain
/// @param estimated   of these, how many are estimates
/// @param possible    units whose release only a candidate says is reached
/// @param unknown     units of the same products and models of which nobody knows the release; never counted as safe
/// @param sites       of the units reached for certain
/// @param configured  how decisions by configuration change that
/// @param unplaced    of these, units of which nobody knows the customer
public record Reach(
        Subject subject,
        List<ReachedRelease> releases,
        long devices,
        long byConfiguration,
        long counted,
        long estimated,
        long possible,
        long unknown,
        long known,
        long sites,
        long customers,
        long unplaced,
        Configured configured,
        List<OfCountry> countries,
        List<OfStatus> statuses,
        List<OfCustomer> gravest) {

    /// More releases are not named one by one; all are counted.
    public static final int MOST_RELEASES = 200;

    /// Of releases of which a decision that stands says in which configurations it is.
    ///
    /// @param releases  how many they are
    /// @param absent    units in a configuration in which it is decided to be absent: they are not
    ///                  counted as reached
    /// @param unknown   units of which nobody knows the configuration: they are
    public record Configured(long releases, long absent, long unknown) {}

    /// @param country  null where nobody knows it
    public record OfCountry(@Nullable String country, long devices) {}

    public record OfStatus(String status, long devices) {}

    /// The customers with the most units.
    public record OfCustomer(UUID id, String name, @Nullable String country, long sites, long devices) {}

    public Reach {
        releases = List.copyOf(releases);
        countries = List.copyOf(countries);
        statuses = List.copyOf(statuses);
        gravest = List.copyOf(gravest);
    }

    /// Releases that are reached for certain.
    public List<ReachedRelease> certain() {
        return releases.stream().filter(ReachedRelease::certain).toList();
    }

    /// Releases that only a candidate names.
    public List<ReachedRelease> candidates() {
        return releases.stream().filter(release -> !release.certain()).toList();
    }

    /// Of the units of the products that are reached, the share whose release is known, in percent, rounded down; 100
    /// where there are none.
    public long coverage() {
        long all = known + unknown;
        return all == 0 ? 100 : known * 100 / all;
    }
}
