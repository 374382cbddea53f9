package dev.ward.standards.version.range;

import java.util.ArrayList;
import java.util.List;

/// An operator and the version behind it, as they are written.
///
/// @param operator  "" where only a version stands
record Condition(String operator, String version) {

    private static final String SIGNS = "<>=!~^";

    /// The condition of a text such as `>= 1.0`; white space around the version does not count.
    static Condition of(String text) {
        int end = 0;
        while (end < text.length() && SIGNS.indexOf(text.charAt(end)) >= 0) {
            end++;
        }
        return new Condition(text.substring(0, end), text.substring(end).strip());
    }

    /// The conditions of a text that sets them apart by white space, which may also stand behind an operator.
    ///
    /// An operator without a version is kept, for the grammar to refuse.
    static List<Condition> all(String text) {
        List<Condition> conditions = new ArrayList<>();
        String operator = "";
        for (String word : text.strip().split("\\s+")) {
            Condition condition = of(operator + word);
            if (condition.version().isEmpty() && operator.isEmpty()) {
                operator = condition.operator();
            } else {
                conditions.add(condition);
                operator = "";
            }
        }
        if (!operator.isEmpty() || conditions.isEmpty()) {
            conditions.add(new Condition(operator, ""));
        }
        return conditions;
    }
}
