package dev.ward.assessment.past;

import dev.ward.table.FieldTable;
import dev.ward.table.TableField;

/// What a row of past decisions may say. Titles and headings stand in `fields.tsv`.
public enum PastField implements TableField {
    PRODUCT,
    MODEL,
    RELEASE,
    COMPONENT,
    VULNERABILITY,
    STATUS,
    JUSTIFICATION,
    CVSS,
    EXPLOITABILITY,
    HARM,
    VERDICT,
    DECISION,
    DECIDED_BY,
    DECIDED_ON,
    REFERENCE,
    NOTES;

    public static final FieldTable<PastField> TABLE = new FieldTable<>(PastField.class);

    @Override
    public FieldTable<PastField> table() {
        return TABLE;
    }

    @Override
    public boolean isForAll() {
        return this != VULNERABILITY;
    }
}
