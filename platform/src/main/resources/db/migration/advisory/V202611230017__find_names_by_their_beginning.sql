-- A search by the beginning of a name, in any case, reads no other names.
CREATE INDEX name_beginning ON advisory.name (lower(name) text_pattern_ops);
