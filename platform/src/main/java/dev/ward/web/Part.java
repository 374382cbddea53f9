package dev.ward.web;

import java.util.Map;

/// A template with its parameters, to be written within another page: `frame.show(part)`.
///
/// @param view  the template below `src/main/jte` without its ending
public record Part(String view, Map<String, Object> parameters) {}
