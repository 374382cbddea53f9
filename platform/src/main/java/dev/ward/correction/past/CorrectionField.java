package dev.ward.correction.past;

import dev.ward.table.FieldTable;
import dev.ward.table.TableField;

/// What a row of past corrections may say. Titles and headings stand in `fields.tsv`.
public enum CorrectionField implements TableField {
    PRODUCT,
    DECIDED_ON,
    WHAT,
    REPORTED,
    REPORT_NUMBER,
    JUSTIFICATION,
    DECIDED_BY,
    REFERENCE;

    public static final FieldTable<CorrectionField> TABLE = new FieldTable<>(CorrectionField.class);

    @Override
    public FieldTable<CorrectionField> table() {
        return TABLE;
    }

    @Override
    public boolean isForAll() {
        return this == PRODUCT || this == REPORTED || this == DECIDED_BY || this == REFERENCE;
    }
}
