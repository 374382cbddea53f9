package dev.ward.table;

import java.util.Locale;

/// Something that a row may say. Each import has an enum of them; their texts stand in its
/// `fields.tsv`.
public interface TableField {

    /// As the enum has it.
    String name();

    /// Whether a whole file may have one value of it.
    boolean isForAll();

    /// Where its texts stand.
    FieldTable<?> table();

    /// As it stands in mappings: `decidedBy`.
    default String word() {
        String[] parts = name().toLowerCase(Locale.ROOT).split("_", -1);
        StringBuilder word = new StringBuilder(parts[0]);
        for (int i = 1; i < parts.length; i++) {
            word.append(Character.toUpperCase(parts[i].charAt(0))).append(parts[i].substring(1));
        }
        return word.toString();
    }

    /// As people read it.
    default String title() {
        return table().text(this, FieldTable.TITLE);
    }

    /// What it is, where its title does not say it; empty else.
    default String about() {
        return table().text(this, FieldTable.ABOUT);
    }
}
