-- Published: what arrived, piece by piece. Which documents somebody may have is for the module that keeps them to say.
CREATE VIEW document.published_piece AS
SELECT d.sha256, d.size, c.number, c.bytes
  FROM document.document d
  JOIN document.chunk c ON c.content_id = d.content_id;
