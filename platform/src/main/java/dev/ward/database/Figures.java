package dev.ward.database;

import java.util.List;

/// The figures that one module reads from its tables for operators. Beans of this type are found by themselves.
public interface Figures {

    /// Reads them, at a cost that does not grow with what Ward holds. Labels are kinds and states, never what someone
    /// wrote.
    List<Figure> read();
}
