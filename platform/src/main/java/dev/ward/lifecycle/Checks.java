package dev.ward.lifecycle;

import java.util.Map;

/// Checks that look at the same things.
interface Checks {

    /// By the names under which the requirements' file has them.
    Map<String, Check> byName();
}
