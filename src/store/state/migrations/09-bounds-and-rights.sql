-- Answers about a file that was handed in with a question held its text; such answers are kept nowhere.
DELETE FROM exchange WHERE EXISTS (
  SELECT 1 FROM json_each(answer, iif(json_extract(answer, '$.status') = 'answered', '$.citations', '$.nearest')) AS citation
  WHERE json_type(citation.value, '$.report.text') IS NOT NULL);
-- Invitations are kept under the hash of their code (`sha256` is ours: state-file.ts), and know the channel they were made on.
UPDATE invite SET code = sha256(code);
ALTER TABLE invite ADD COLUMN channel TEXT;
-- A refused question stays for maintainers as long as someone's history holds it.
CREATE TRIGGER gap_follows AFTER DELETE ON exchange WHEN json_extract(old.answer, '$.status') = 'refused' BEGIN
  UPDATE gap SET times = times - 1 WHERE reason = json_extract(old.answer, '$.reason')
    AND question = json_extract(old.answer, '$.interpretation.question');
  DELETE FROM gap WHERE times <= 0;
END;
-- What a token of a script may do: `all`, or to `ask`.
ALTER TABLE access_key ADD COLUMN scope TEXT NOT NULL DEFAULT 'all';
CREATE TABLE owner_code (             -- by which an owner signs in who lost their session; one at a time
  channel TEXT PRIMARY KEY, hash TEXT NOT NULL, expires_at INTEGER NOT NULL
) STRICT;
CREATE TABLE upkeep (                 -- when the product last looked at the clock: a jump of it deletes nothing
  id INTEGER PRIMARY KEY CHECK (id = 1), seen_at INTEGER NOT NULL
) STRICT;
-- An update that fails again and again is put aside with its reason.
ALTER TABLE inbox ADD COLUMN tries INTEGER NOT NULL DEFAULT 0;
ALTER TABLE inbox ADD COLUMN fault TEXT;
