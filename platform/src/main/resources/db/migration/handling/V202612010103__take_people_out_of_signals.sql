-- What was taken out of a signal by a signed purge; it is not put in again.
ALTER TABLE handling.signal ADD COLUMN purged text[] NOT NULL DEFAULT '{}';

-- What is told of people in a history can be taken out, and nothing in it be changed otherwise.
GRANT UPDATE (detail, because) ON handling.signal_event TO ward_app;
GRANT UPDATE (because) ON handling.case_event TO ward_app;
CREATE FUNCTION handling.only_take_out() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF (NEW.detail IS NOT NULL AND NEW.detail IS DISTINCT FROM OLD.detail)
            OR (NEW.because IS NOT NULL AND NEW.because IS DISTINCT FROM OLD.because) THEN
        RAISE EXCEPTION 'a history is not changed';
    END IF;
    RETURN NEW;
END
$$;
CREATE TRIGGER only_take_out BEFORE UPDATE ON handling.signal_event
    FOR EACH ROW EXECUTE FUNCTION handling.only_take_out();
CREATE TRIGGER only_take_out BEFORE UPDATE ON handling.case_event
    FOR EACH ROW EXECUTE FUNCTION handling.only_take_out();
