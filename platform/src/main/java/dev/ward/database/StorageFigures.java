package dev.ward.database;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// How much room Ward takes and has, and when it was last backed up.
@Component
class StorageFigures implements Figures {

    private final JdbcClient jdbc;
    private final String dataFolder;

    /// @param dataFolder  empty where there is none
    StorageFigures(JdbcClient jdbc, @Value("${ward.data-folder:}") String dataFolder) {
        this.jdbc = jdbc;
        this.dataFolder = dataFolder;
    }

    @Override
    public List<Figure> read() {
        List<Figure> figures = new ArrayList<>();
        figures.add(Figure.of(
                "ward.database.size",
                "bytes",
                "What the database takes on its disk.",
                jdbc.sql("SELECT pg_database_size(current_database())")
                        .query(Long.class)
                        .single()));
        if (!dataFolder.isEmpty()) {
            File folder = new File(dataFolder);
            figures.add(Figure.of(
                    "ward.data.free", "bytes", "Free room on the disk of the data folder.", folder.getUsableSpace()));
            figures.add(Figure.of(
                    "ward.data.total", "bytes", "The size of the disk of the data folder.", folder.getTotalSpace()));
            Backup.last(Path.of(dataFolder))
                    .ifPresent(last -> figures.add(Figure.of(
                            "ward.backup.last.success.timestamp",
                            "seconds",
                            "When ./ward backup last ended well, in seconds since 1970.",
                            last.getEpochSecond())));
        }
        return figures;
    }
}
