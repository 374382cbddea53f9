package dev.ward.standards.udi;

import java.time.LocalDate;

/// Checks the content of a part of an element.
@FunctionalInterface
interface Check {

    /// @param text   the whole text
    /// @param from   where the part begins in it
    /// @param to     where it ends
    /// @param today  years of two digits lie at most 50 years from it
    void check(String text, int from, int to, LocalDate today) throws UdiFault;
}
