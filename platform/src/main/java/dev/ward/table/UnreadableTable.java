package dev.ward.table;

/// Thrown when a file is no table, or stops being one half-way.
public final class UnreadableTable extends Exception {

    private static final long serialVersionUID = 1L;

    /// @param forPeople  what is wrong, and what to do
    public UnreadableTable(String forPeople) {
        super(forPeople);
    }

    public String forPeople() {
        return String.valueOf(getMessage());
    }
}
