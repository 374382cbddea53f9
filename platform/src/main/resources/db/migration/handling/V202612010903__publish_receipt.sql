-- Published: when a case was triaged, which is when it left its first phase for the first time.
CREATE VIEW handling.published_case_triage AS
SELECT e.case_id, min(e.at) AS triaged_at
  FROM handling.case_event e
 WHERE e.what = 'Phase entered'
 GROUP BY e.case_id;
CREATE INDEX case_event_phase ON handling.case_event (case_id, at) WHERE what = 'Phase entered';

-- Published: the signals that are joined to cases, and when their senders were told that they came.
CREATE VIEW handling.published_case_signal AS
SELECT s.case_id, s.id AS signal_id, s.origin, s.received_at,
       (SELECT min(e.at) FROM handling.signal_event e
         WHERE e.signal_id = s.id AND e.what = 'Acknowledged') AS acknowledged_at
  FROM handling.signal s
 WHERE s.case_id IS NOT NULL;
