package dev.ward.table;

import dev.ward.job.JobId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// The import of a table, as each module has it.
public interface TableImport {

    TableFile file();

    /// The last mapping that was chosen; null before.
    @Nullable
    ColumnMapping<?> mapping();

    /// Of the last check, or of the application.
    TableCounts counts();

    /// How its rows are called.
    default RowWords words() {
        return RowWords.TABLE;
    }

    default String name() {
        return file().name();
    }

    default String sha256() {
        return file().sha256();
    }

    default long size() {
        return file().size();
    }

    default String actorName() {
        return file().actorName();
    }

    default Instant received() {
        return file().received();
    }

    default ImportState state() {
        return file().state();
    }

    default @Nullable FilePreview preview() {
        return file().preview();
    }

    default @Nullable JobId job() {
        return file().job();
    }

    default @Nullable String problem() {
        return file().problem();
    }

    default @Nullable Instant ended() {
        return file().ended();
    }

    /// How the file is read, as far as somebody chose.
    default TableChoices choices() {
        ColumnMapping<?> mapping = mapping();
        return mapping == null ? TableChoices.NONE : mapping.table();
    }
}
