-- The first tables. One schema for sqlite3 and D1; forward only, never edited once it was released.
-- Instants are epoch milliseconds; bodies named in docs are JSON written by storage/rows.ts.

-- `powers` is JSON: the unit's powers by law, by row of the form.
CREATE TABLE unit (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  level TEXT,
  powers TEXT NOT NULL DEFAULT '{}'
) STRICT;

CREATE TABLE person (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL
) STRICT;

-- A channel's account and whose it is: `telegram:10001`.
CREATE TABLE account (
  ref TEXT PRIMARY KEY,
  person TEXT NOT NULL REFERENCES person (id) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;

-- One row per unit, obligation and year. `version` rises with each commit, and with everything else that a seat before it shows;
-- `audit_head` is the last link of its chain.
CREATE TABLE filing (
  id TEXT PRIMARY KEY,
  unit TEXT NOT NULL REFERENCES unit (id) ON DELETE CASCADE,
  obligation TEXT NOT NULL,
  form TEXT NOT NULL,
  revision INTEGER NOT NULL,
  year INTEGER NOT NULL,
  version INTEGER NOT NULL,
  audit_head TEXT NOT NULL DEFAULT '',
  UNIQUE (unit, obligation, year)
) STRICT;

-- Who may fill for which unit, and the filing they were invited to.
CREATE TABLE membership (
  person TEXT NOT NULL REFERENCES person (id) ON DELETE CASCADE,
  unit TEXT NOT NULL REFERENCES unit (id) ON DELETE CASCADE,
  filing TEXT NOT NULL REFERENCES filing (id) ON DELETE CASCADE,
  at INTEGER NOT NULL,
  PRIMARY KEY (person, unit)
) STRICT, WITHOUT ROWID;

-- Single use; `hash` is the code's, the code itself is not kept. One with a person leads another account of theirs
-- to the same place.
CREATE TABLE invitation (
  hash TEXT PRIMARY KEY,
  unit TEXT NOT NULL REFERENCES unit (id) ON DELETE CASCADE,
  filing TEXT NOT NULL REFERENCES filing (id) ON DELETE CASCADE,
  expires_at INTEGER NOT NULL,
  name TEXT,
  person TEXT REFERENCES person (id) ON DELETE CASCADE,
  taken_by TEXT,
  taken_at INTEGER
) STRICT;

CREATE INDEX invitation_over ON invitation (coalesce(taken_at, expires_at));

-- Browsers that were let in; `hash` is the token's, the token itself is not kept.
CREATE TABLE session (
  hash TEXT PRIMARY KEY,
  account TEXT NOT NULL REFERENCES account (ref) ON DELETE CASCADE,
  expires_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE INDEX session_over ON session (expires_at);

-- Only what was entered; a gate is one row. `value` is JSON, so that null (a printed blank) is not absence.
CREATE TABLE cell (
  filing TEXT NOT NULL REFERENCES filing (id) ON DELETE CASCADE,
  key TEXT NOT NULL,
  value TEXT NOT NULL,
  note TEXT,
  source TEXT NOT NULL,
  "by" TEXT NOT NULL,
  at INTEGER NOT NULL,
  message TEXT,
  PRIMARY KEY (filing, key)
) STRICT, WITHOUT ROWID;

-- Texts in parts, each with the message that wrote it; parts count from 0 without gaps. A part that is `bound` was
-- drafted from the figures: its body has places for them, read whenever it is shown.
CREATE TABLE text (
  filing TEXT NOT NULL REFERENCES filing (id) ON DELETE CASCADE,
  key TEXT NOT NULL,
  part INTEGER NOT NULL,
  body TEXT NOT NULL,
  "by" TEXT NOT NULL,
  at INTEGER NOT NULL,
  message TEXT,
  bound INTEGER NOT NULL DEFAULT 0 CHECK (bound IN (0, 1)),
  PRIMARY KEY (filing, key, part)
) STRICT;

-- The question last put to a person in a chat; `card` and `asked` name rows of the outbox.
CREATE TABLE focus (
  person TEXT NOT NULL REFERENCES person (id) ON DELETE CASCADE,
  chat TEXT NOT NULL,
  filing TEXT NOT NULL REFERENCES filing (id) ON DELETE CASCADE,
  body TEXT NOT NULL,
  card TEXT,
  asked TEXT,
  PRIMARY KEY (person, chat)
) STRICT;

-- The meaning of a tap, and the values it was shown with. Not foreign keys: an old card is looked at, never joined.
CREATE TABLE card (
  id TEXT PRIMARY KEY,
  chat TEXT NOT NULL,
  person TEXT NOT NULL,
  filing TEXT NOT NULL REFERENCES filing (id) ON DELETE CASCADE,
  shown TEXT NOT NULL,
  choices TEXT NOT NULL,
  at INTEGER NOT NULL
) STRICT;

CREATE INDEX card_at ON card (at);

-- Every message that was handled, and the chat it came from. Its key makes a repeat visible.
CREATE TABLE incoming (
  channel TEXT NOT NULL,
  id TEXT NOT NULL,
  at INTEGER NOT NULL,
  chat TEXT,
  PRIMARY KEY (channel, id)
) STRICT, WITHOUT ROWID;

CREATE INDEX incoming_at ON incoming (at);

-- Final words on their way out, in order within a chat. `edits` names the row whose message this one changes.
CREATE TABLE outbox (
  id TEXT PRIMARY KEY,
  chat TEXT NOT NULL,
  seq INTEGER NOT NULL,
  kind TEXT NOT NULL,
  body TEXT NOT NULL,
  edits TEXT,
  priority INTEGER NOT NULL DEFAULT 0,
  at INTEGER NOT NULL,
  due_at INTEGER NOT NULL,
  lease_until INTEGER,
  attempts INTEGER NOT NULL DEFAULT 0,
  state TEXT NOT NULL DEFAULT 'queued' CHECK (state IN ('queued', 'sent', 'failed')),
  message_id TEXT,
  UNIQUE (chat, seq)
) STRICT;

CREATE INDEX outbox_queued ON outbox (chat, seq) WHERE state = 'queued';
-- For pruning: rows that may be deleted one day, and rows that still refer to a message or a report.
CREATE INDEX outbox_done ON outbox (at) WHERE state <> 'queued';
CREATE INDEX outbox_edits ON outbox (edits) WHERE edits IS NOT NULL;
CREATE INDEX outbox_files ON outbox (body ->> '$.file.filing', body ->> '$.file.version') WHERE kind = 'file';

-- Chats that refuse us. A person who writes in a chat can be reached there again, a stranger too.
CREATE TABLE unreachable (
  chat TEXT PRIMARY KEY,
  at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TRIGGER incoming_reaches AFTER INSERT ON incoming BEGIN
  DELETE FROM unreachable WHERE chat = NEW.chat;
END;

-- Append only, chained per filing, and kept when the filing is erased: so no foreign key.
CREATE TABLE audit (
  filing TEXT NOT NULL,
  n INTEGER NOT NULL,
  at INTEGER NOT NULL,
  "by" TEXT NOT NULL,
  channel TEXT NOT NULL,
  what TEXT NOT NULL,
  cell TEXT NOT NULL,
  old TEXT,
  new TEXT,
  hash TEXT NOT NULL,
  PRIMARY KEY (filing, n)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER audit_is_append_only BEFORE UPDATE ON audit BEGIN
  SELECT RAISE(ABORT, 'audit is append only');
END;

-- The report as it stood when a document was made from it.
CREATE TABLE snapshot (
  filing TEXT NOT NULL REFERENCES filing (id) ON DELETE CASCADE,
  version INTEGER NOT NULL,
  body TEXT NOT NULL,
  PRIMARY KEY (filing, version)
) STRICT;

-- Where a filing stands, written by the same commit: supervisors and nudges read only this.
CREATE TABLE standing (
  filing TEXT PRIMARY KEY REFERENCES filing (id) ON DELETE CASCADE,
  unit TEXT NOT NULL,
  state TEXT NOT NULL,
  open INTEGER NOT NULL,
  errors INTEGER NOT NULL,
  next_cell TEXT,
  touched_at INTEGER NOT NULL
) STRICT;

-- A failure while a message was handled: a code, never words.
CREATE TABLE fault (
  id INTEGER PRIMARY KEY,
  code TEXT NOT NULL,
  channel TEXT NOT NULL,
  incoming TEXT NOT NULL,
  at INTEGER NOT NULL
) STRICT;

CREATE INDEX fault_at ON fault (at);

-- THE GUARDS. Both are views, so an insert leaves no row; their triggers refuse ('lost') or let the batch go on.
-- A trigger on UPDATE would not do: with no row to update it never fires, and a commit to an erased filing passes.

-- The filing must stand at the expected version, and the person, if one is named, be a member of its unit; then it
-- moves to the next version.
CREATE VIEW guard (filing, expected, revision, audit_head, person) AS
  SELECT id, version, revision, audit_head, NULL FROM filing;

CREATE TRIGGER guard_refuses INSTEAD OF INSERT ON guard BEGIN
  SELECT RAISE(ABORT, 'lost')
    WHERE NOT EXISTS (
      SELECT 1 FROM filing AS f
      WHERE f.id = NEW.filing AND f.version = NEW.expected AND (
        NEW.person IS NULL
        OR EXISTS (SELECT 1 FROM membership AS m WHERE m.person = NEW.person AND m.unit = f.unit))
    );
  UPDATE filing
    SET version = version + 1, revision = NEW.revision, audit_head = NEW.audit_head
    WHERE id = NEW.filing;
END;

-- A process remembers who sits where. Everything that a seat shows and no guard asks for raises the version of its filing,
-- so that the guard refuses a commit from a seat that is behind.
CREATE TRIGGER focus_gone_raises AFTER DELETE ON focus BEGIN
  UPDATE filing SET version = version + 1 WHERE id = OLD.filing;
END;

CREATE TRIGGER focus_moved_raises BEFORE UPDATE OF chat ON focus WHEN OLD.chat <> NEW.chat BEGIN
  UPDATE filing SET version = version + 1
    WHERE id IN (SELECT filing FROM focus WHERE person = OLD.person AND chat IN (OLD.chat, NEW.chat));
END;

CREATE TRIGGER unit_changed_raises AFTER UPDATE ON unit
WHEN OLD.name <> NEW.name OR OLD.level IS NOT NEW.level OR OLD.powers <> NEW.powers BEGIN
  UPDATE filing SET version = version + 1 WHERE unit = NEW.id;
END;

-- A seat shows the same unit's report of the year before, of the same obligation. Raising the next year's version says nothing about the one
-- after it, so it ends there, whether or not the database lets a trigger fire itself (by default it does not).
CREATE TRIGGER year_before_made_raises AFTER INSERT ON filing BEGIN
  UPDATE filing SET version = version + 1 WHERE unit = NEW.unit AND obligation = NEW.obligation AND year = NEW.year + 1;
END;

CREATE TRIGGER year_before_gone_raises AFTER DELETE ON filing BEGIN
  UPDATE filing SET version = version + 1 WHERE unit = OLD.unit AND obligation = OLD.obligation AND year = OLD.year + 1;
END;

CREATE TRIGGER year_before_moved_raises AFTER UPDATE OF version ON filing WHEN OLD.version <> NEW.version BEGIN
  UPDATE filing SET version = version + 1 WHERE unit = NEW.unit AND obligation = NEW.obligation AND year = NEW.year + 1;
END;

-- The invitation must be open, and the account nobody else's who already has a place.
CREATE VIEW enrolment (invitation, at, person, account) AS
  SELECT hash, taken_at, taken_by, NULL FROM invitation;

CREATE TRIGGER enrolment_refuses INSTEAD OF INSERT ON enrolment BEGIN
  SELECT RAISE(ABORT, 'lost')
    WHERE NOT EXISTS (
      SELECT 1 FROM invitation WHERE hash = NEW.invitation AND taken_by IS NULL AND expires_at > NEW.at
    ) OR EXISTS (
      SELECT 1 FROM account AS a JOIN membership AS m ON m.person = a.person
      WHERE a.ref = NEW.account AND a.person <> NEW.person
    );
  UPDATE invitation SET taken_by = NEW.person, taken_at = NEW.at WHERE hash = NEW.invitation;
END;
