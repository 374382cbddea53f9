package dev.ward.device.intake;

/// Where rows wait while it is decided what they change, and what a row of there may change.
enum Stage {
    /// The one file that is worked on.
    IMPORT("device.staged_row", "device.staged_work", "device.import_note", Merges.ROW, true),
    /// The line of a request that has one: nothing in it can contradict it.
    ONE_REPORT("pg_temp.few_row", "pg_temp.few_work", "pg_temp.few_note", Merges.REPORT, false),
    /// The lines of one request. Many have tables of their own, so that what was planned for a few is not used for
    /// them.
    FEW_REPORTS("pg_temp.few_row", "pg_temp.few_work", "pg_temp.few_note", Merges.REPORT, false),
    MANY_REPORTS("pg_temp.many_row", "pg_temp.many_work", "pg_temp.many_note", Merges.REPORT, true);

    private static final int MOST_OF_FEW = 50;

    /// Has what `device.staged_row` has.
    private final String rows;
    /// Has what `device.staged_work` has.
    private final String work;
    /// Has what `device.import_note` has.
    private final String notes;

    private final String merged;
    private final boolean large;

    Stage(String rows, String work, String notes, String merged, boolean large) {
        this.rows = rows;
        this.work = work;
        this.notes = notes;
        this.merged = merged;
        this.large = large;
    }

    static Stage ofReports(int lines) {
        return lines == 1 ? ONE_REPORT : lines <= MOST_OF_FEW ? FEW_REPORTS : MANY_REPORTS;
    }

    String rows() {
        return rows;
    }

    /// What a device would be with a row, over the aliases s (the row) and d (the device).
    String merged() {
        return merged;
    }

    /// Whether the planner is to be told how large the tables are.
    boolean isLarge() {
        return large;
    }

    boolean isOfOne() {
        return this == ONE_REPORT;
    }

    boolean isOfReports() {
        return this != IMPORT;
    }

    /// A statement that is written for the tables of imports, for these ones.
    String sql(String statement) {
        return isOfReports()
                ? statement
                        .replace("device.staged_row", rows)
                        .replace("device.staged_work", work)
                        .replace("device.import_note", notes)
                : statement;
    }

    /// Makes the tables of reports, which live as long as the connection, and empties them.
    ///
    /// Those of many are empty after each transaction, or what is left of thousands of rows would be read again.
    /// Those of a few are emptied before their next use: to cut off their files at a commit takes longer than
    /// all else, and whoever commits holds the lock of the change set.
    String definition() {
        return """
                CREATE TEMPORARY TABLE IF NOT EXISTS {rows} (LIKE device.staged_row) {end};
                CREATE TEMPORARY TABLE IF NOT EXISTS {work} (LIKE device.staged_work) {end};
                CREATE TEMPORARY TABLE IF NOT EXISTS {notes} (
                    import_id uuid, refused boolean, line bigint, rule text, heading text, value text, reason text) {end};
                DELETE FROM {rows};
                DELETE FROM {work};
                DELETE FROM {notes};
                """.replace("{rows}", rows)
                .replace("{work}", work)
                .replace("{notes}", notes)
                .replace("{end}", large ? "ON COMMIT DELETE ROWS" : "");
    }

    private static final class Merges {

        /// What the row does not say stays. A new customer keeps neither the site nor the reference of the old one.
        static final String ROW = """
                coalesce(s.model_id, d.model_id) AS model_id,
                coalesce(s.di, d.di) AS di,
                coalesce(s.lot, d.lot) AS lot,
                coalesce(s.manufactured_on, d.manufactured_on) AS manufactured_on,
                coalesce(s.expires_on, d.expires_on) AS expires_on,
                CASE WHEN s.says_release THEN s.release_id ELSE d.release_id END AS release_id,
                coalesce(s.configuration_id, d.configuration_id) AS configuration_id,
                coalesce(s.customer_id, d.customer_id) AS customer_id,
                CASE WHEN s.customer_id IS NULL OR s.customer_id = d.customer_id
                     THEN coalesce(s.site_id, d.site_id) ELSE s.site_id END AS site_id,
                coalesce(s.country, d.country) AS country,
                CASE WHEN s.customer_id IS NULL OR s.customer_id = d.customer_id
                     THEN coalesce(s.reference, d.reference) ELSE s.reference END AS reference,
                CASE WHEN s.says_networked THEN s.networked ELSE d.networked END AS networked,
                coalesce(s.contract_until, d.contract_until) AS contract_until,
                coalesce(s.warranty_until, d.warranty_until) AS warranty_until,
                coalesce(s.status, d.status) AS status""";

        /// What is installed, and whether it is on a network; who the device is and where, it does not change.
        static final String REPORT = """
                d.model_id, d.di, d.lot, d.manufactured_on, d.expires_on,
                CASE WHEN s.says_release THEN s.release_id ELSE d.release_id END AS release_id,
                coalesce(s.configuration_id, d.configuration_id) AS configuration_id,
                d.customer_id, d.site_id, d.country, d.reference,
                CASE WHEN s.says_networked THEN s.networked ELSE d.networked END AS networked,
                d.contract_until, d.warranty_until, d.status""";

        private Merges() {}
    }
}
