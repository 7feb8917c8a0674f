-- A part of a text that was drafted from the figures: its body has places for them, read whenever it is shown.
ALTER TABLE text ADD COLUMN bound INTEGER NOT NULL DEFAULT 0 CHECK (bound IN (0, 1));
