-- Words of new components wait in a list until it is full, and whoever fills it sorts all of them in: let that be rarer. A
-- search reads the list too, in some milliseconds.
ALTER INDEX sbom.component_words SET (gin_pending_list_limit = 16384);
