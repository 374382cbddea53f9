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

    /// Whether its cells hold one word of a few, which may be said in others.
    public boolean isWorded() {
        return PastWords.has(this);
    }

    @Override
    public boolean isForAll() {
        return this != VULNERABILITY;
    }
}
