package dev.ward.device;

import dev.ward.identity.Reader;
import dev.ward.web.Cursor;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Lists and counts of devices, as fast at a million as at ten.
///
/// The tally tells how many devices a filter leaves. Few are fetched by their index and sorted; of many, a page is soon
/// full on the way through the index of the order.
@Repository
class DeviceListRepository {

    /// So many are fetched and sorted sooner than an order is walked through that may hold them at its end.
    static final int FEW = 50_000;

    /// Lists are counted no further.
    static final int MOST_COUNTED = 10_000;

    private final JdbcClient jdbc;
    private final Clock clock;

    DeviceListRepository(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /// @param after  where to go on; null for the beginning
    /// @param rows   most rows to read
    List<Device> list(Reader reader, DeviceFilter filter, @Nullable Cursor after, int rows) {
        long counted = filter.isNarrowed() ? tallied(reader, filter) : Long.MAX_VALUE;
        if (counted == 0) {
            return List.of();
        }
        DeviceConditions asked = conditions(reader, filter);
        DeviceSort sort = DeviceSort.of(filter.order());
        List<String> parts = new ArrayList<>();
        boolean[] order = sort.noneFirst() ? new boolean[] {true, false} : new boolean[] {false, true};
        for (boolean none : order) {
            if (!sort.passed(after, none)) {
                DeviceSort.Part part = none ? sort.withoutValue(after) : sort.withValue(after);
                parts.add(select(asked, part, counted <= FEW));
            }
        }
        List<Device> devices = new ArrayList<>();
        for (String part : parts) {
            if (devices.size() < rows) {
                devices.addAll(read(part, asked, sort, after, rows - devices.size()));
            }
        }
        return devices;
    }

    /// @param few  whether to fetch before sorting
    private static String select(DeviceConditions asked, DeviceSort.Part part, boolean few) {
        String found = few
                ? "(SELECT d.* FROM device.device d WHERE %s OFFSET 0) d WHERE %s".formatted(asked, part.condition())
                : "device.device d WHERE %s AND %s".formatted(asked, part.condition());
        String page = "(SELECT d.* FROM %s ORDER BY %s LIMIT :rows) d".formatted(found, part.orderBy());
        return "SELECT " + DeviceRepository.COLUMNS + " FROM " + page + DeviceRepository.JOINS + " ORDER BY "
                + part.orderBy();
    }

    private List<Device> read(String sql, DeviceConditions asked, DeviceSort sort, @Nullable Cursor after, int rows) {
        Map<String, Object> place = new LinkedHashMap<>();
        if (sql.contains(":key")) {
            place.put("key", sort.value(after));
        }
        if (after != null && sql.contains(":after")) {
            place.put("after", after.uuid(1).toString());
        }
        return jdbc.sql(sql)
                .params(asked.parameters())
                .params(place)
                .param("rows", rows)
                .query((row, number) -> DeviceRepository.device(row))
                .list();
    }

    private DeviceConditions conditions(Reader reader, DeviceFilter filter) {
        DeviceConditions asked = DeviceConditions.of(reader, filter);
        String text = filter.text();
        if (text == null || text.isBlank()) {
            return asked;
        }
        DeviceText sought = DeviceText.of(text, LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC));
        List<UUID> named = jdbc.sql("SELECT d.id FROM device.device d WHERE " + sought.condition() + " LIMIT :most")
                .params(sought.parameters())
                .param("most", MOST_COUNTED + 1)
                .query(UUID.class)
                .list();
        // What is named often is met soon on the way through an order; what is named seldom is read by its ids.
        return named.size() > MOST_COUNTED
                ? asked.addAll(sought.condition(), sought.parameters())
                : asked.add("d.id = ANY(:named)", "named", named.toArray(UUID[]::new));
    }

    /// How many devices the filter leaves, text and network left aside.
    long tallied(Reader reader, DeviceFilter filter) {
        DeviceConditions asked = DeviceConditions.counted(reader, filter, "t");
        return jdbc.sql("SELECT coalesce(sum(t.devices), 0) FROM device.tally t WHERE " + asked)
                .params(asked.parameters())
                .query(Long.class)
                .single();
    }

    /// How many devices there are; counted no further than `MOST_COUNTED` + 1 when the tally does not know it.
    long count(Reader reader, DeviceFilter filter) {
        if (filter.isCounted()) {
            return tallied(reader, filter);
        }
        DeviceConditions asked = conditions(reader, filter);
        return jdbc.sql("SELECT count(*) FROM (SELECT FROM device.device d WHERE " + asked + " LIMIT :most) AS counted")
                .params(asked.parameters())
                .param("most", MOST_COUNTED + 1)
                .query(Long.class)
                .single();
    }
}
