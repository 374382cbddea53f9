-- A period of an ISAO gets the file that shows it once, after it was entered.
GRANT UPDATE (document_sha256, document_name) ON regulation.isao_period TO ward_app;
