package dev.ward.database;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/// Reads the modules' figures every half minute: however often someone looks, the database is not asked more, and who
/// looks while it is away waits for nothing. What cannot be read is not shown.
@Component
class FigureBoard {

    private static final Logger LOG = LoggerFactory.getLogger(FigureBoard.class);

    private final ObjectProvider<Figures> modules;
    private final MeterRegistry registry;
    private final Map<String, MultiGauge> gauges = new ConcurrentHashMap<>();

    FigureBoard(ObjectProvider<Figures> modules, MeterRegistry registry) {
        this.modules = modules;
        this.registry = registry;
    }

    @Scheduled(fixedDelay = 30, timeUnit = TimeUnit.SECONDS)
    synchronized void renew() {
        Set<String> shown = new HashSet<>();
        modules.forEach(module -> read(module).forEach(figure -> {
            show(figure);
            shown.add(figure.name());
        }));
        gauges.forEach((name, gauge) -> {
            if (!shown.contains(name)) {
                gauge.register(List.of(), true);
            }
        });
    }

    private static List<Figure> read(Figures module) {
        try {
            return module.read();
        } catch (DataAccessException | TransactionException e) {
            if (DatabaseFault.of(e) == DatabaseFault.NONE) {
                LOG.warn("Figures could not be read", e);
            }
            return List.of();
        }
    }

    private void show(Figure figure) {
        gauges.computeIfAbsent(
                        figure.name(),
                        name -> MultiGauge.builder(name)
                                .description(figure.about())
                                .baseUnit(figure.unit().isEmpty() ? null : figure.unit())
                                .register(registry))
                .register(
                        figure.values().entrySet().stream()
                                .<MultiGauge.Row<?>>map(value -> MultiGauge.Row.of(value.getKey(), value.getValue()))
                                .toList(),
                        true);
    }
}
