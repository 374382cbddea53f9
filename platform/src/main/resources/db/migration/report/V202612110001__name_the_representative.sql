-- By what the European Union knows the manufacturer and its authorised representative; null while nobody has said it.
ALTER TABLE report.manufacturer
    ADD COLUMN srn                    text CHECK (srn ~ '^[A-Z]{2}-MF-[0-9]{9}$'),
    ADD COLUMN representative_name    text CHECK (representative_name <> ''),
    ADD COLUMN representative_address text CHECK (representative_address <> ''),
    ADD COLUMN representative_srn     text CHECK (representative_srn ~ '^[A-Z]{2}-AR-[0-9]{9}$');
