-- By which a person names one of their sessions to end it; the token's digest is nobody's business.
ALTER TABLE identity.session ADD COLUMN id uuid NOT NULL DEFAULT gen_random_uuid();
