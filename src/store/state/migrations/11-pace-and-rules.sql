-- Exams made before are linear and tell results at their end.
ALTER TABLE exam ADD COLUMN rules TEXT NOT NULL DEFAULT '{"isLinear":true,"results":"end","passShare":null}';
ALTER TABLE practice_set ADD COLUMN shown_n INTEGER;   -- the question that a paper stands at; NULL: the first that is open
ALTER TABLE attempt ADD COLUMN before TEXT;            -- JSON of the card's schedule before the answer; NULL: there was no card
ALTER TABLE attempt ADD COLUMN is_doubtful INTEGER NOT NULL DEFAULT 0; -- 1: a person is to judge
ALTER TABLE learner ADD COLUMN pace TEXT;              -- JSON of Pace; NULL: the usual one
