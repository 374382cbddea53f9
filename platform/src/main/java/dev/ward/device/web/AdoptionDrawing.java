package dev.ward.device.web;

import dev.ward.device.Adoption;
import dev.ward.web.Bars;
import dev.ward.web.Words;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// How the releases of a product spread, as one band each, the one upon the other: the newest at the bottom and
/// strongest, what nobody knows hatched at the top.
///
/// @param bands   from below
/// @param ticks   of the numbers at the left
/// @param months  of the days below
public record AdoptionDrawing(Adoption adoption, String title, List<Band> bands, List<Tick> ticks, List<Tick> months) {

    private static final int HEIGHT = 250;
    private static final int LEFT = 56;
    private static final int RIGHT = 470;
    private static final int TOP = 12;
    private static final int BOTTOM = 222;
    private static final int MOST_BANDS = 6;
    private static final int LINE = 17;

    /// @param tone   the class of the fill
    /// @param path   of the fill
    /// @param edge     where the band ends, in the middle
    /// @param label    where its words stand; apart from those of its neighbours
    /// @param devices  for each of the days
    public record Band(String word, String tone, String path, double edge, double label, List<Long> devices) {

        public long now() {
            return devices.getLast();
        }
    }

    public record Tick(String word, double at) {}

    static AdoptionDrawing of(Adoption adoption) {
        List<Layer> layers = layers(adoption);
        long most = 0;
        for (int day = 0; day < adoption.days().size(); day++) {
            long sum = 0;
            for (Layer layer : layers) {
                sum += layer.devices().get(day);
            }
            most = Math.max(most, sum);
        }
        long top = Math.max(1, round(most));
        List<Tick> ticks = new ArrayList<>();
        for (int i = 0; i <= 4; i++) {
            if (top * i % 4 == 0) {
                ticks.add(new Tick(Words.number(top * i / 4), y(top * i / 4.0, top)));
            }
        }
        return new AdoptionDrawing(adoption, title(adoption), bands(layers, top), ticks, months(adoption.days()));
    }

    /// What is drawn as one band.
    private record Layer(String word, String tone, List<Long> devices) {}

    /// The newest releases with a band of their own, all earlier ones in one, and what nobody knows.
    private static List<Layer> layers(Adoption adoption) {
        List<Adoption.Line> known = adoption.lines().stream()
                .filter(line ->
                        line.release() != null && line.devices().stream().anyMatch(count -> count > 0))
                .toList()
                .reversed();
        List<Layer> layers = new ArrayList<>();
        int own = known.size() <= MOST_BANDS ? known.size() : MOST_BANDS - 1;
        for (int i = 0; i < own; i++) {
            Adoption.Line line = known.get(i);
            layers.add(new Layer("" + line.version(), "ward-band-" + (i + 1), line.devices()));
        }
        if (own < known.size()) {
            List<Long> rest = new ArrayList<>();
            for (int day = 0; day < adoption.days().size(); day++) {
                long sum = 0;
                for (Adoption.Line line : known.subList(own, known.size())) {
                    sum += line.devices().get(day);
                }
                rest.add(sum);
            }
            layers.add(new Layer("%d earlier".formatted(known.size() - own), "ward-band-" + MOST_BANDS, rest));
        }
        adoption.lines().stream()
                .filter(line -> line.release() == null)
                .forEach(line -> layers.add(new Layer("unknown", "ward-band-unknown", line.devices())));
        return layers;
    }

    private static List<Band> bands(List<Layer> layers, long top) {
        List<Band> bands = new ArrayList<>();
        int days = layers.isEmpty() ? 0 : layers.getFirst().devices().size();
        long[] below = new long[days];
        double free = HEIGHT;
        for (Layer layer : layers) {
            StringBuilder upper = new StringBuilder();
            StringBuilder lower = new StringBuilder();
            for (int day = 0; day < days; day++) {
                long above = below[day] + layer.devices().get(day);
                upper.append(point(day == 0 ? 'M' : 'L', x(day, days), y((double) above, top)));
                lower.insert(0, point('L', x(day, days), y((double) below[day], top)));
                below[day] = above;
            }
            long now = layer.devices().getLast();
            double edge = y(below[days - 1] - now / 2.0, top);
            double label = Math.min(edge, free - LINE);
            if (now > 0) {
                free = label;
            }
            bands.add(new Band(
                    shortened(layer.word()),
                    layer.tone(),
                    upper.append(lower).append('Z').toString(),
                    edge,
                    label,
                    layer.devices()));
        }
        return bands;
    }

    private static List<Tick> months(List<LocalDate> days) {
        List<Tick> ticks = new ArrayList<>();
        for (int i = 0; i < days.size(); i++) {
            boolean last = i == days.size() - 1;
            if (last || i % 6 == 0) {
                ticks.add(new Tick(last ? "today" : days.get(i).toString().substring(0, 7), x(i, days.size())));
            }
        }
        return ticks;
    }

    private static String title(Adoption adoption) {
        Adoption.Line newest = newest(adoption);
        return newest == null
                ? "Nobody knows what runs on the devices"
                : "%s of %s run %s, the newest release in use"
                        .formatted(
                                Bars.share(newest.now(), adoption.now()),
                                Words.counted(adoption.now(), "device", "devices"),
                                newest.version());
    }

    private static Adoption.@Nullable Line newest(Adoption adoption) {
        return adoption.lines().reversed().stream()
                .filter(line -> line.release() != null && line.now() > 0)
                .findFirst()
                .orElse(null);
    }

    /// The next number that makes a short scale: one or two digits, and zeros.
    private static long round(long most) {
        for (long step : new long[] {1, 2, 4, 6, 8}) {
            if (step >= most) {
                return step;
            }
        }
        for (long unit = 1; ; unit *= 10) {
            for (long step : new long[] {10, 12, 16, 20, 24, 32, 40, 60, 80}) {
                if (step * unit >= most) {
                    return step * unit;
                }
            }
        }
    }

    private static String shortened(String word) {
        return word.length() > 15 ? word.substring(0, 14) + "…" : word;
    }

    private static double x(int day, int days) {
        return LEFT + (double) (RIGHT - LEFT) * day / Math.max(1, days - 1);
    }

    private static double y(double devices, long top) {
        return BOTTOM - (BOTTOM - TOP) * devices / top;
    }

    private static String point(char way, double x, double y) {
        return String.format(Locale.ROOT, "%c%.1f %.1f", way, x, y);
    }
}
