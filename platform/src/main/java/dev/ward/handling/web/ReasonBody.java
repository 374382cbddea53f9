package dev.ward.handling.web;

import org.jspecify.annotations.Nullable;

/// An act with the reason for it.
record ReasonBody(@Nullable String because) {}
