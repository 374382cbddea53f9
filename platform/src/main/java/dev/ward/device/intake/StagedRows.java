package dev.ward.device.intake;

import dev.ward.database.CopyRows;
import java.time.Instant;

/// Rows on their way to where they wait.
final class StagedRows {

    private static final int COLUMNS = 27;

    private final CopyRows rows;
    private final Instant asOf;

    /// @param asOf  when what the file says was so, where its rows do not say it
    StagedRows(Stage stage, Instant asOf) {
        this.rows = new CopyRows(stage.rows(), COLUMNS);
        this.asOf = asOf;
    }

    void add(Resolved row) {
        Line line = row.line();
        Line.Unit unit = line.unit();
        Line.Terms terms = line.terms();
        rows.row()
                .bigint(line.number())
                .bigint(line.line())
                .uuid(row.product())
                .uuid(row.model())
                .text(unit.di() == null ? null : unit.di().value())
                .text(unit.serial())
                .text(unit.lot())
                .date(unit.manufactured())
                .date(unit.expires())
                .uuid(row.release())
                .truth(row.saysRelease())
                .uuid(row.configuration())
                .uuid(row.customer())
                .uuid(row.site())
                .text(row.country())
                .text(line.place().reference())
                .truth(
                        (terms.networked() == null || terms.networked().equals(Words.UNKNOWN))
                                ? null
                                : terms.networked().equals("yes"))
                .truth(terms.networked() != null)
                .date(terms.contractUntil())
                .date(terms.warrantyUntil())
                .text(terms.status())
                .instant(terms.confirmed() == null ? asOf : terms.confirmed())
                .truth(terms.confirmed() != null)
                .date(line.shipped().on())
                .text(line.shipped().note())
                .uuid(row.via())
                .bytes(row.digest());
    }

    CopyRows rows() {
        return rows;
    }
}
