ALTER TABLE learner ADD COLUMN memory TEXT;            -- JSON of MemoryFit; NULL: not fitted yet
