-- The schema, one for sqlite3 and D1, one clean file until the first release.
-- Instants are epoch milliseconds, dates YYYY-MM-DD in the district's zone, flags 0 or 1; JSON columns are written by
-- storage/ and carry a version where their shape may change. `about` and `scope` name a thing as `filing/<id>`,
-- `unit/<id>` or `root`. Tables that an answer writes say their checks with OR: SQLite builds a table anew, at each row,
-- for an IN of more than two.

-- One row: the root's chain ends in `audit_head`; `unit` is the district's own, which all others are below, once there
-- is one. `setup` is a keyed hash of the code that let the first administrator in, empty when an invitation did, and
-- null until then; `setup_full_at` is the bucket of its guesses (src/app/token-bucket.ts); `ready_at` the last
-- trial of whether anything can be stored. (Beside it stands meta, which storage/migrate.ts keeps.)
CREATE TABLE root (
  one INTEGER PRIMARY KEY CHECK (one = 1),
  audit_head TEXT NOT NULL DEFAULT '',
  unit TEXT REFERENCES unit (id) ON DELETE SET NULL,
  setup TEXT,
  setup_full_at INTEGER NOT NULL DEFAULT 0,
  ready_at INTEGER
) STRICT;

CREATE TRIGGER setup_is_once BEFORE UPDATE OF setup ON root WHEN OLD.setup IS NOT NULL BEGIN
  SELECT RAISE(ABORT, 'the first administrator was let in already');
END;

CREATE TRIGGER root_unit_is_one BEFORE UPDATE OF unit ON root
WHEN OLD.unit IS NOT NULL AND NEW.unit IS NOT NULL AND NEW.unit <> OLD.unit BEGIN
  SELECT RAISE(ABORT, 'the district has a unit already');
END;

-- THE DISTRICT: units, people, rights, ways in.

-- `powers` is JSON by row of the form; `files` reports here, `publishes` on this district's site, `counts` in its sums.
-- `place` is the district's own order.
CREATE TABLE unit (
  id TEXT PRIMARY KEY,
  parent TEXT REFERENCES unit (id),
  name TEXT NOT NULL,
  level TEXT CHECK (level IN ('province', 'city', 'county', 'town', 'street', 'bureau')),
  powers TEXT NOT NULL DEFAULT '{}',
  files INTEGER NOT NULL DEFAULT 1 CHECK (files IN (0, 1)),
  publishes INTEGER NOT NULL DEFAULT 1 CHECK (publishes IN (0, 1)),
  counts INTEGER NOT NULL DEFAULT 1 CHECK (counts IN (0, 1)),
  place INTEGER NOT NULL DEFAULT 0,
  opened TEXT,
  closed TEXT,
  successor TEXT REFERENCES unit (id) ON DELETE SET NULL,
  audit_head TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE INDEX unit_parent ON unit (parent);

-- Of two acts at once that give one name, the second is refused.
CREATE UNIQUE INDEX unit_name_below ON unit (coalesce(parent, ''), name);

INSERT INTO root (one) VALUES (1);

CREATE INDEX root_unit ON root (unit);

-- By the rows of `unit_above` as they stand at that moment, so that of two moves at once the second sees the first.
CREATE TRIGGER unit_has_a_place BEFORE UPDATE OF parent ON unit
WHEN NEW.parent = NEW.id
  OR EXISTS (SELECT 1 FROM unit_above AS a WHERE a.unit = NEW.parent AND a.ancestor = NEW.id)
BEGIN
  SELECT RAISE(ABORT, 'no unit stands below itself');
END;

-- A closed unit has none below it that is open, in whatever order two acts at once come.
CREATE TRIGGER unit_closes_last BEFORE UPDATE OF closed ON unit
WHEN OLD.closed IS NULL AND NEW.closed IS NOT NULL
  AND EXISTS (SELECT 1 FROM unit AS u WHERE u.parent = NEW.id AND u.closed IS NULL)
BEGIN
  SELECT RAISE(ABORT, 'a unit that is open stands below');
END;

CREATE TRIGGER unit_moves_below_an_open_one BEFORE UPDATE OF parent, closed ON unit
WHEN NEW.closed IS NULL AND (OLD.closed IS NOT NULL OR NEW.parent IS NOT OLD.parent)
  AND EXISTS (SELECT 1 FROM unit AS u WHERE u.id = NEW.parent AND u.closed IS NOT NULL)
BEGIN
  SELECT RAISE(ABORT, 'the unit above is closed');
END;

CREATE TRIGGER unit_begins_below_an_open_one BEFORE INSERT ON unit
WHEN NEW.closed IS NULL AND EXISTS (SELECT 1 FROM unit AS u WHERE u.id = NEW.parent AND u.closed IS NOT NULL)
BEGIN
  SELECT RAISE(ABORT, 'the unit above is closed');
END;

CREATE INDEX unit_successor ON unit (successor) WHERE successor IS NOT NULL;

-- All above a unit, itself left out. Written only by the use cases of the registry, so that a guard may ask for a row.
CREATE TABLE unit_above (
  unit TEXT NOT NULL REFERENCES unit (id) ON DELETE CASCADE,
  ancestor TEXT NOT NULL REFERENCES unit (id) ON DELETE CASCADE,
  PRIMARY KEY (unit, ancestor)
) STRICT, WITHOUT ROWID;

CREATE INDEX unit_above_ancestor ON unit_above (ancestor, unit);

-- Names of old and short forms, with the dates between which they were borne.
CREATE TABLE unit_name (
  unit TEXT NOT NULL REFERENCES unit (id) ON DELETE CASCADE,
  name TEXT NOT NULL,
  short INTEGER NOT NULL CHECK (short IN (0, 1)),
  since TEXT,
  until TEXT,
  PRIMARY KEY (unit, name)
) STRICT, WITHOUT ROWID;

CREATE INDEX unit_name_name ON unit_name (name);

-- Erasing blanks a row and keeps it: who wrote and who signed are ids elsewhere.
CREATE TABLE person (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  title TEXT,
  phone TEXT,
  kind TEXT NOT NULL DEFAULT 'human' CHECK (kind IN ('human', 'service')),
  disabled INTEGER
) STRICT;

-- A channel's account and whose it is: `telegram:10001`.
CREATE TABLE account (
  ref TEXT PRIMARY KEY,
  person TEXT NOT NULL REFERENCES person (id) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;

CREATE INDEX account_person ON account (person);

-- The chat of their own in which a person can be reached on a channel.
CREATE TABLE reach (
  person TEXT NOT NULL REFERENCES person (id) ON DELETE CASCADE,
  channel TEXT NOT NULL,
  chat TEXT NOT NULL,
  since INTEGER NOT NULL,
  PRIMARY KEY (person, channel)
) STRICT, WITHOUT ROWID;

CREATE INDEX reach_chat ON reach (chat);

-- `sections` is a JSON list, null for all. A row never changes but by its end, and the door decides on its id. It stands
-- as long as no end is set, whatever clocks say.
CREATE TABLE membership (
  id TEXT PRIMARY KEY,
  person TEXT NOT NULL REFERENCES person (id) ON DELETE CASCADE,
  unit TEXT NOT NULL REFERENCES unit (id) ON DELETE CASCADE,
  role TEXT NOT NULL CHECK (role IN ('filler', 'leader', 'supervisor', 'viewer', 'administrator')),
  sections TEXT,
  since INTEGER NOT NULL,
  until INTEGER
) STRICT;

CREATE UNIQUE INDEX membership_person ON membership (person, unit, role) WHERE until IS NULL;

CREATE INDEX membership_unit ON membership (unit, person);

CREATE INDEX membership_all ON membership (person, unit);

-- INSERT OR REPLACE would take a row away unseen: neither its id nor its place may stand already.
CREATE TRIGGER membership_is_new BEFORE INSERT ON membership BEGIN
  SELECT RAISE(ABORT, 'a membership stands already')
    WHERE EXISTS (SELECT 1 FROM membership AS m WHERE m.id = NEW.id)
      OR (NEW.until IS NULL AND EXISTS (SELECT 1 FROM membership AS m
        WHERE m.person = NEW.person AND m.unit = NEW.unit AND m.role = NEW.role AND m.until IS NULL));
END;

CREATE TRIGGER membership_only_ends BEFORE UPDATE ON membership
WHEN OLD.until IS NOT NULL OR NEW.until IS NULL
  OR (NEW.id, NEW.person, NEW.unit, NEW.role, NEW.sections, NEW.since)
    IS NOT (OLD.id, OLD.person, OLD.unit, OLD.role, OLD.sections, OLD.since)
BEGIN
  SELECT RAISE(ABORT, 'of a membership only its end is set, once');
END;

-- A district that had an administrator once is never set up again.
CREATE TRIGGER membership_sets_up AFTER INSERT ON membership WHEN NEW.role = 'administrator' BEGIN
  UPDATE root SET setup = '' WHERE setup IS NULL;
END;

-- It goes with its unit or its person, and not before.
CREATE TRIGGER membership_stays BEFORE DELETE ON membership
WHEN EXISTS (SELECT 1 FROM unit WHERE id = OLD.unit) AND EXISTS (SELECT 1 FROM person WHERE id = OLD.person)
BEGIN
  SELECT RAISE(ABORT, 'a membership is ended, not deleted');
END;

-- Days, both on leave. Reminders go to the substitute for as long as they fill in for the unit themselves.
CREATE TABLE absence (
  person TEXT NOT NULL REFERENCES person (id) ON DELETE CASCADE,
  unit TEXT NOT NULL REFERENCES unit (id) ON DELETE CASCADE,
  since TEXT NOT NULL,
  until TEXT NOT NULL CHECK (until >= since),
  substitute TEXT REFERENCES person (id) ON DELETE SET NULL,
  PRIMARY KEY (person, unit, since)
) STRICT, WITHOUT ROWID;

CREATE INDEX absence_unit ON absence (unit);

CREATE INDEX absence_substitute ON absence (substitute) WHERE substitute IS NOT NULL;

-- `hash` is the code's, the code itself is not kept. One with a person leads another account of theirs to the same
-- place; `replaces` is the membership that ends as it is taken. `taken_with` is the hash of what the browser that took it holds: the same one may take it again for a while.
CREATE TABLE invitation (
  hash TEXT PRIMARY KEY,
  unit TEXT NOT NULL REFERENCES unit (id) ON DELETE CASCADE,
  role TEXT NOT NULL CHECK (role IN ('filler', 'leader', 'supervisor', 'viewer', 'administrator')),
  sections TEXT,
  filing TEXT REFERENCES filing (id) ON DELETE CASCADE,
  person TEXT REFERENCES person (id) ON DELETE CASCADE,
  replaces TEXT REFERENCES membership (id) ON DELETE SET NULL,
  name TEXT,
  "by" TEXT,
  at INTEGER,
  expires_at INTEGER NOT NULL,
  revoked_at INTEGER,
  taken_by TEXT,
  taken_at INTEGER,
  taken_with TEXT
) STRICT;

CREATE INDEX invitation_unit ON invitation (unit);

CREATE INDEX invitation_filing ON invitation (filing);

CREATE INDEX invitation_person ON invitation (person);

CREATE INDEX invitation_replaces ON invitation (replaces) WHERE replaces IS NOT NULL;

CREATE INDEX invitation_over ON invitation (coalesce(taken_at, expires_at));

-- Browsers that were let in; `hash` is the token's, the token itself is not kept.
CREATE TABLE session (
  hash TEXT PRIMARY KEY,
  account TEXT NOT NULL REFERENCES account (ref) ON DELETE CASCADE,
  since INTEGER NOT NULL,
  expires_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE INDEX session_account ON session (account);

CREATE INDEX session_over ON session (expires_at);

-- Programs that were let in, as a person of kind `service` with a membership.
CREATE TABLE token (
  hash TEXT PRIMARY KEY,
  person TEXT NOT NULL REFERENCES person (id) ON DELETE CASCADE,
  scopes TEXT NOT NULL,
  since INTEGER NOT NULL,
  expires_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE INDEX token_person ON token (person);

-- WHAT IS COLLECTED.

-- Each date is optional and none locks. `root` is null for the whole of a district that has no unit of its own; `dates`
-- is JSON with the practice (storage/campaigns.ts).
CREATE TABLE campaign (
  id TEXT PRIMARY KEY,
  obligation TEXT NOT NULL,
  year INTEGER NOT NULL,
  root TEXT REFERENCES unit (id) ON DELETE CASCADE,
  dates TEXT NOT NULL,
  opened_at INTEGER NOT NULL,
  closed_at INTEGER
) STRICT;

CREATE UNIQUE INDEX campaign_once ON campaign (coalesce(root, ''), obligation, year);

CREATE INDEX campaign_root ON campaign (root);

-- A unit that comes later joins the campaigns that are open: their row of the clock is due again.
CREATE TRIGGER unit_joins AFTER INSERT ON unit WHEN NEW.files = 1 BEGIN
  INSERT INTO due (job, key, at)
    SELECT 'join-campaign', c.id, c.opened_at FROM campaign AS c WHERE c.closed_at IS NULL
    ON CONFLICT (job, key) DO UPDATE SET at = due.at + 1, done_at = NULL;
END;

CREATE TRIGGER unit_joins_later AFTER UPDATE OF files, closed, parent ON unit
WHEN NEW.files = 1 AND NEW.closed IS NULL BEGIN
  INSERT INTO due (job, key, at)
    SELECT 'join-campaign', c.id, c.opened_at FROM campaign AS c WHERE c.closed_at IS NULL
    ON CONFLICT (job, key) DO UPDATE SET at = due.at + 1, done_at = NULL;
END;

CREATE TABLE extension (
  campaign TEXT NOT NULL REFERENCES campaign (id) ON DELETE CASCADE,
  unit TEXT NOT NULL REFERENCES unit (id) ON DELETE CASCADE,
  until TEXT NOT NULL,
  reason TEXT,
  "by" TEXT NOT NULL,
  at INTEGER NOT NULL,
  PRIMARY KEY (campaign, unit)
) STRICT, WITHOUT ROWID;

CREATE INDEX extension_unit ON extension (unit);

CREATE TABLE setting (
  unit TEXT NOT NULL REFERENCES unit (id) ON DELETE CASCADE,
  key TEXT NOT NULL,
  value TEXT NOT NULL,
  PRIMARY KEY (unit, key)
) STRICT, WITHOUT ROWID;

-- THE FILINGS.

-- `version` is the guard's and rises with every commit that touches the filing; `content` only when a cell, a text or
-- a reason changes. `audit_head` is the last link of its chain, `<number>:<hash>`.
CREATE TABLE filing (
  id TEXT PRIMARY KEY,
  unit TEXT NOT NULL REFERENCES unit (id) ON DELETE CASCADE,
  obligation TEXT NOT NULL,
  year INTEGER NOT NULL,
  form TEXT NOT NULL,
  revision INTEGER NOT NULL,
  state TEXT NOT NULL DEFAULT 'draft' CHECK (
    state = 'draft' OR state = 'submitted' OR state = 'reviewing' OR state = 'queried' OR state = 'returned'
    OR state = 'approved' OR state = 'published' OR state = 'correcting' OR state = 'exempt'
  ),
  version INTEGER NOT NULL DEFAULT 0,
  content INTEGER NOT NULL DEFAULT 0,
  audit_head TEXT NOT NULL DEFAULT '',
  UNIQUE (unit, obligation, year)
) STRICT;

-- Only what was entered; a gate is one row. `value` is JSON, so that null (a printed blank) is not absence.
CREATE TABLE cell (
  filing TEXT NOT NULL REFERENCES filing (id) ON DELETE CASCADE,
  key TEXT NOT NULL,
  value TEXT NOT NULL,
  note TEXT,
  source TEXT NOT NULL CHECK (
    source = 'typed' OR source = 'gate' OR source = 'carried' OR source = 'imported'
  ),
  "by" TEXT NOT NULL,
  at INTEGER NOT NULL,
  message TEXT,
  PRIMARY KEY (filing, key)
) STRICT, WITHOUT ROWID;

-- Texts in parts, each with the message that wrote it; parts count from 0 without gaps. A bound part was drafted from
-- the figures: its body has places for them, read whenever it is shown.
CREATE TABLE text (
  filing TEXT NOT NULL REFERENCES filing (id) ON DELETE CASCADE,
  key TEXT NOT NULL,
  part INTEGER NOT NULL,
  body TEXT NOT NULL,
  bound INTEGER NOT NULL DEFAULT 0 CHECK (bound IN (0, 1)),
  "by" TEXT NOT NULL,
  at INTEGER NOT NULL,
  message TEXT,
  PRIMARY KEY (filing, key, part)
) STRICT;

-- Beside the report. `cells` is a JSON list, `figures` what they held, `quote` what the text said then.
CREATE TABLE remark (
  id TEXT PRIMARY KEY,
  filing TEXT NOT NULL REFERENCES filing (id) ON DELETE CASCADE,
  kind TEXT NOT NULL CHECK (
    kind IN ('reason', 'year-end', 'return', 'question', 'answer', 'amendment', 'request', 'opinion', 'undo', 'waiver', 'exemption')
  ),
  rule TEXT,
  cells TEXT NOT NULL DEFAULT '[]',
  figures TEXT,
  quote TEXT,
  body TEXT NOT NULL,
  "by" TEXT NOT NULL,
  at INTEGER NOT NULL,
  round INTEGER NOT NULL DEFAULT 0,
  closed_at INTEGER,
  message TEXT
) STRICT;

CREATE INDEX remark_filing ON remark (filing, kind);

-- Prints, hand-ins and publications: the print as plain data, and the report by key, of one content.
CREATE TABLE snapshot (
  filing TEXT NOT NULL REFERENCES filing (id) ON DELETE CASCADE,
  content INTEGER NOT NULL,
  why TEXT NOT NULL CHECK (why IN ('printed', 'submitted', 'published', 'approval-sheet')),
  at INTEGER NOT NULL,
  "by" TEXT NOT NULL,
  form TEXT NOT NULL,
  revision INTEGER NOT NULL,
  report TEXT NOT NULL,
  outline TEXT NOT NULL,
  PRIMARY KEY (filing, content, why)
) STRICT;

CREATE TABLE sign_off (
  id TEXT PRIMARY KEY,
  filing TEXT NOT NULL REFERENCES filing (id) ON DELETE CASCADE,
  content INTEGER NOT NULL,
  who TEXT NOT NULL,
  capacity TEXT NOT NULL CHECK (capacity IN ('leader-in-charge', 'head', 'secrecy-review')),
  way TEXT NOT NULL CHECK (way IN ('bot', 'paper', 'oa')),
  signed_on TEXT NOT NULL,
  number TEXT,
  under_authority INTEGER NOT NULL DEFAULT 0 CHECK (under_authority IN (0, 1)),
  "by" TEXT NOT NULL,
  at INTEGER NOT NULL
) STRICT;

CREATE INDEX sign_off_filing ON sign_off (filing, content);

CREATE TABLE publication (
  filing TEXT NOT NULL REFERENCES filing (id) ON DELETE CASCADE,
  content INTEGER NOT NULL,
  url TEXT NOT NULL,
  published_on TEXT NOT NULL,
  "by" TEXT NOT NULL,
  at INTEGER NOT NULL,
  PRIMARY KEY (filing, content)
) STRICT, WITHOUT ROWID;

CREATE TABLE sealed_copy (
  filing TEXT NOT NULL REFERENCES filing (id) ON DELETE CASCADE,
  received_on TEXT NOT NULL,
  "by" TEXT NOT NULL,
  at INTEGER NOT NULL,
  PRIMARY KEY (filing, received_on)
) STRICT, WITHOUT ROWID;

-- Figures known elsewhere.
CREATE TABLE known_figure (
  unit TEXT NOT NULL REFERENCES unit (id) ON DELETE CASCADE,
  obligation TEXT NOT NULL,
  year INTEGER NOT NULL,
  key TEXT NOT NULL,
  source TEXT NOT NULL,
  value TEXT NOT NULL,
  "by" TEXT NOT NULL,
  at INTEGER NOT NULL,
  PRIMARY KEY (unit, obligation, year, key, source)
) STRICT, WITHOUT ROWID;

-- Photos of an approval, in slices that D1 takes.
CREATE TABLE attachment (
  id TEXT PRIMARY KEY,
  filing TEXT NOT NULL REFERENCES filing (id) ON DELETE CASCADE,
  content INTEGER NOT NULL,
  kind TEXT NOT NULL,
  name TEXT NOT NULL,
  mime TEXT NOT NULL,
  bytes INTEGER NOT NULL,
  sha256 TEXT NOT NULL,
  "by" TEXT NOT NULL,
  at INTEGER NOT NULL
) STRICT;

CREATE INDEX attachment_filing ON attachment (filing);

CREATE TABLE attachment_part (
  id TEXT NOT NULL REFERENCES attachment (id) ON DELETE CASCADE,
  n INTEGER NOT NULL CHECK (n BETWEEN 0 AND 2),
  body BLOB NOT NULL CHECK (length(body) <= 524288),
  PRIMARY KEY (id, n)
) STRICT;

-- Where a filing stands, written by the commit that changes it: planner, status and dashboard read only this.
-- `judged_with` names the form's revision and its rules, `version` is the filing's that was judged: one of which either
-- differs is behind.
CREATE TABLE standing (
  filing TEXT PRIMARY KEY REFERENCES filing (id) ON DELETE CASCADE,
  campaign TEXT REFERENCES campaign (id) ON DELETE SET NULL,
  unit TEXT NOT NULL,
  state TEXT NOT NULL CHECK (
    state = 'draft' OR state = 'submitted' OR state = 'reviewing' OR state = 'queried' OR state = 'returned'
    OR state = 'approved' OR state = 'published' OR state = 'correcting' OR state = 'exempt'
  ),
  open INTEGER NOT NULL DEFAULT 0,
  missing INTEGER NOT NULL DEFAULT 0,
  errors INTEGER NOT NULL DEFAULT 0,
  explained INTEGER NOT NULL DEFAULT 0,
  zero INTEGER NOT NULL DEFAULT 0 CHECK (zero IN (0, 1)),
  next TEXT,
  due_at INTEGER,
  touched_at INTEGER,
  submitted_at INTEGER,
  returned_at INTEGER,
  approved_at INTEGER,
  published_at INTEGER,
  first_submitted_at INTEGER,
  returned_times INTEGER NOT NULL DEFAULT 0,
  returned_at_once INTEGER NOT NULL DEFAULT 0 CHECK (returned_at_once IN (0, 1)),
  mend_by TEXT,
  mended_in_time INTEGER,
  asked_at INTEGER,
  on_behalf INTEGER NOT NULL DEFAULT 0 CHECK (on_behalf IN (0, 1)),
  sealed_at INTEGER,
  extended_until TEXT,
  promised_on TEXT,
  entered_at INTEGER,
  signed_content INTEGER,
  cleared_content INTEGER,
  reviewer TEXT,
  content INTEGER NOT NULL DEFAULT 0,
  version INTEGER NOT NULL DEFAULT 0,
  judged_with TEXT NOT NULL DEFAULT ''
) STRICT;

-- Pages go by key. Nothing that an answer changes stands in an index.
CREATE INDEX standing_campaign ON standing (campaign, filing);

CREATE INDEX standing_unit ON standing (unit);

-- Somebody of the unit is in, since before the filing or from now on.
CREATE TRIGGER standing_begins AFTER INSERT ON standing WHEN NEW.entered_at IS NULL BEGIN
  UPDATE standing SET entered_at = (
      SELECT min(m.since) FROM membership AS m
      WHERE m.unit = NEW.unit AND m.role = 'filler' AND m.until IS NULL)
    WHERE filing = NEW.filing;
END;

CREATE TRIGGER membership_enters AFTER INSERT ON membership WHEN NEW.role = 'filler' BEGIN
  UPDATE standing SET entered_at = NEW.since WHERE unit = NEW.unit AND entered_at IS NULL;
END;

-- THE CONVERSATIONS.

-- Where a person stands in a chat. `version` is the guard's; `card` and `asked` name rows of card and outbox.
CREATE TABLE position (
  person TEXT NOT NULL REFERENCES person (id) ON DELETE CASCADE,
  chat TEXT NOT NULL,
  version INTEGER NOT NULL,
  about TEXT NOT NULL,
  focus TEXT NOT NULL,
  card TEXT,
  asked TEXT,
  PRIMARY KEY (person, chat)
) STRICT;

CREATE INDEX position_chat ON position (chat);

-- Who stands at a filing is told what a colleague's change broke.
CREATE INDEX position_about ON position (about);

-- The meaning of a tap, and the values it was shown with.
CREATE TABLE card (
  id TEXT PRIMARY KEY,
  chat TEXT NOT NULL,
  person TEXT NOT NULL,
  about TEXT NOT NULL,
  shown TEXT NOT NULL,
  choices TEXT NOT NULL,
  at INTEGER NOT NULL
) STRICT;

CREATE INDEX card_at ON card (at);

-- Every message that was handled, and the chat it came from. Its key makes a repeat visible; `attempt` is of the try
-- that stored it, which is told so from a repeat.
CREATE TABLE incoming (
  channel TEXT NOT NULL,
  id TEXT NOT NULL,
  at INTEGER NOT NULL,
  chat TEXT,
  attempt TEXT NOT NULL,
  PRIMARY KEY (channel, id)
) STRICT, WITHOUT ROWID;

CREATE INDEX incoming_at ON incoming (at);

-- Final words on their way out, in order within a chat. `edits` names the row whose message this one changes; `about`
-- what it speaks of; the lower `priority` goes first. A row waits until `due_at`, for `pause` at most: one that is due
-- further ahead was written by a clock that was wrong, and is due now. `leased_by` names the process that leased it last.
CREATE TABLE outbox (
  id TEXT PRIMARY KEY,
  chat TEXT NOT NULL,
  seq INTEGER NOT NULL,
  about TEXT,
  kind TEXT NOT NULL,
  body TEXT NOT NULL,
  edits TEXT,
  priority INTEGER NOT NULL DEFAULT 0,
  at INTEGER NOT NULL,
  due_at INTEGER NOT NULL,
  pause INTEGER NOT NULL DEFAULT 0,
  lease_until INTEGER,
  leased_by TEXT,
  attempts INTEGER NOT NULL DEFAULT 0,
  state TEXT NOT NULL DEFAULT 'queued' CHECK (
    state = 'queued' OR state = 'sent' OR state = 'failed' OR state = 'cancelled'
  ),
  message_id TEXT,
  UNIQUE (chat, seq)
) STRICT;

CREATE INDEX outbox_queued ON outbox (chat, seq) WHERE state = 'queued';

-- A link opens what its reader has: its words stand here no longer than they wait. A page has no list but this one, and
-- keeps them until the next pruning.
CREATE TRIGGER outbox_link_goes AFTER UPDATE OF state ON outbox
WHEN NEW.kind = 'link' AND NEW.state <> 'queued' AND NEW.chat NOT GLOB 'web:*' BEGIN
  UPDATE outbox SET body = json_set(body, '$.lines', json('[]')) WHERE id = NEW.id;
END;

-- Indexes for deleting what is old, and for what still refers to a message or to a report.
CREATE INDEX outbox_done ON outbox (at) WHERE state <> 'queued';

CREATE INDEX outbox_edits ON outbox (edits) WHERE edits IS NOT NULL;

CREATE INDEX outbox_files ON outbox (body ->> '$.file.filing', body ->> '$.file.content') WHERE kind = 'file';

-- Chats that refuse us. Whoever writes in a chat can be reached there again, a stranger too.
CREATE TABLE unreachable (
  chat TEXT PRIMARY KEY,
  at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- A group is bound to a unit by a supervisor's tap.
CREATE TABLE chat_group (
  chat TEXT PRIMARY KEY,
  unit TEXT NOT NULL REFERENCES unit (id) ON DELETE CASCADE,
  "by" TEXT NOT NULL,
  at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE INDEX chat_group_unit ON chat_group (unit);

-- Failures while a message was handled: a code, never words.
CREATE TABLE fault (
  id INTEGER PRIMARY KEY,
  code TEXT NOT NULL,
  channel TEXT NOT NULL,
  incoming TEXT NOT NULL,
  at INTEGER NOT NULL
) STRICT;

CREATE INDEX fault_at ON fault (at);

-- THE CLOCK AND WHAT IT CAUSES.

-- A recurring job is one row, overwritten with its next instant.
CREATE TABLE due (
  job TEXT NOT NULL,
  key TEXT NOT NULL,
  at INTEGER NOT NULL,
  done_at INTEGER,
  PRIMARY KEY (job, key)
) STRICT, WITHOUT ROWID;

CREATE INDEX due_open ON due (at) WHERE done_at IS NULL;

CREATE INDEX due_done ON due (done_at) WHERE done_at IS NOT NULL;

-- Days that the week alone does not tell, of the year's notice that names them: one of them may stand in the year before.
CREATE TABLE calendar_day (
  year INTEGER NOT NULL,
  day TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('holiday', 'workday')),
  PRIMARY KEY (year, day)
) STRICT, WITHOUT ROWID;

-- What went out to whom, kept longer than the mail; `state` is that of its message. `told_at`: the office has heard that
-- it did not arrive.
CREATE TABLE nudge (
  key TEXT PRIMARY KEY,
  campaign TEXT REFERENCES campaign (id) ON DELETE CASCADE,
  filing TEXT REFERENCES filing (id) ON DELETE CASCADE,
  person TEXT REFERENCES person (id) ON DELETE CASCADE,
  stage TEXT NOT NULL,
  day TEXT NOT NULL,
  way TEXT NOT NULL,
  outbox TEXT,
  state TEXT NOT NULL CHECK (
    state = 'queued' OR state = 'sent' OR state = 'failed' OR state = 'cancelled'
  ),
  at INTEGER NOT NULL,
  told_at INTEGER
) STRICT;

CREATE INDEX nudge_campaign ON nudge (campaign, day);

CREATE INDEX nudge_filing ON nudge (filing, day);

CREATE INDEX nudge_person ON nudge (person, day);

CREATE INDEX nudge_outbox ON nudge (outbox) WHERE state = 'queued';

CREATE INDEX nudge_failed ON nudge (at) WHERE state = 'failed' AND told_at IS NULL;

-- Nudges are bulk mail, so answers are not asked about.
CREATE TRIGGER nudge_delivered AFTER UPDATE OF state ON outbox
WHEN NEW.priority > 0 AND NEW.state <> OLD.state
BEGIN
  UPDATE nudge SET state = NEW.state WHERE outbox = NEW.id AND state = 'queued';
END;

-- A reminder that its person put off until an instant, or, with a day, their word that the report is handed in on it.
CREATE TABLE promise (
  filing TEXT NOT NULL REFERENCES filing (id) ON DELETE CASCADE,
  person TEXT NOT NULL REFERENCES person (id) ON DELETE CASCADE,
  until INTEGER NOT NULL,
  day TEXT,
  at INTEGER NOT NULL,
  PRIMARY KEY (filing, person)
) STRICT, WITHOUT ROWID;

CREATE INDEX promise_person ON promise (person);

CREATE TABLE contact (
  id TEXT PRIMARY KEY,
  filing TEXT NOT NULL REFERENCES filing (id) ON DELETE CASCADE,
  way TEXT NOT NULL,
  whom TEXT,
  text TEXT,
  "by" TEXT NOT NULL,
  at INTEGER NOT NULL
) STRICT;

CREATE INDEX contact_filing ON contact (filing, at);

-- Optional robots of groups, by the name that the office gives each. Neither address nor secret stands in a log, an export or a line of the audit.
CREATE TABLE group_robot (
  id TEXT PRIMARY KEY,
  unit TEXT NOT NULL REFERENCES unit (id) ON DELETE CASCADE,
  kind TEXT NOT NULL CHECK (kind IN ('dingtalk', 'wecom', 'feishu')),
  name TEXT NOT NULL UNIQUE,
  address TEXT NOT NULL,
  secret TEXT
) STRICT;

CREATE INDEX group_robot_unit ON group_robot (unit);

-- Calendars that are fetched by a secret address; `hash` is the secret's.
CREATE TABLE feed (
  hash TEXT PRIMARY KEY,
  unit TEXT NOT NULL REFERENCES unit (id) ON DELETE CASCADE,
  person TEXT REFERENCES person (id) ON DELETE CASCADE,
  since INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE INDEX feed_unit ON feed (unit);

CREATE INDEX feed_person ON feed (person);

-- THE AUDIT.

-- Append only, chained per scope, and kept when what it tells of is erased: so no foreign key.
CREATE TABLE audit (
  scope TEXT NOT NULL,
  n INTEGER NOT NULL,
  at INTEGER NOT NULL,
  "by" TEXT NOT NULL,
  channel TEXT NOT NULL,
  what TEXT NOT NULL,
  about TEXT NOT NULL,
  old TEXT,
  new TEXT,
  hash TEXT NOT NULL,
  PRIMARY KEY (scope, n)
) STRICT, WITHOUT ROWID;

-- INSERT OR REPLACE fires no trigger on DELETE, so the number that stands is refused before.
CREATE TRIGGER audit_goes_on BEFORE INSERT ON audit
WHEN NEW.n IS NOT (SELECT coalesce(max(n), 0) + 1 FROM audit WHERE scope = NEW.scope)
BEGIN
  SELECT RAISE(ABORT, 'audit is append only');
END;

CREATE TRIGGER audit_is_not_changed BEFORE UPDATE ON audit BEGIN
  SELECT RAISE(ABORT, 'audit is append only');
END;

CREATE TRIGGER audit_is_not_deleted BEFORE DELETE ON audit BEGIN
  SELECT RAISE(ABORT, 'audit is append only');
END;

-- One digest over all chains, told outside: a cut tail or a vanished chain is seen. `ends` is JSON, the number of each
-- chain's last line: a line that came later with an earlier clock does not change what was told.
CREATE TABLE heads (
  at INTEGER PRIMARY KEY,
  digest TEXT NOT NULL,
  count INTEGER NOT NULL,
  ends TEXT NOT NULL
) STRICT;

CREATE TRIGGER heads_go_on BEFORE INSERT ON heads
WHEN EXISTS (SELECT 1 FROM heads AS h WHERE h.at = NEW.at)
BEGIN
  SELECT RAISE(ABORT, 'audit is append only');
END;

CREATE TRIGGER heads_are_not_changed BEFORE UPDATE ON heads BEGIN
  SELECT RAISE(ABORT, 'audit is append only');
END;

CREATE TRIGGER heads_are_not_deleted BEFORE DELETE ON heads BEGIN
  SELECT RAISE(ABORT, 'audit is append only');
END;

-- WHAT A PROCESS REMEMBERS of a filing changes only together with its version, so that the guard refuses a commit
-- from what is behind: the unit's name, level and powers, and the contents of the same unit's report of the year
-- before. The contents that a commit of its own changes raise the next year's version, and nothing of the year after.

CREATE TRIGGER unit_changed_raises AFTER UPDATE OF name, level, powers ON unit
WHEN OLD.name <> NEW.name OR OLD.level IS NOT NEW.level OR OLD.powers <> NEW.powers BEGIN
  UPDATE filing SET version = version + 1 WHERE unit = NEW.id;
END;

CREATE TRIGGER year_before_made_raises AFTER INSERT ON filing BEGIN
  UPDATE filing SET version = version + 1
    WHERE unit = NEW.unit AND obligation = NEW.obligation AND year = NEW.year + 1;
END;

CREATE TRIGGER year_before_changed_raises AFTER UPDATE OF content, form, revision ON filing
WHEN OLD.content <> NEW.content OR OLD.form <> NEW.form OR OLD.revision <> NEW.revision BEGIN
  UPDATE filing SET version = version + 1
    WHERE unit = NEW.unit AND obligation = NEW.obligation AND year = NEW.year + 1;
END;

-- With a filing go the places at it, its cards and what was said of it.
CREATE TRIGGER filing_gone AFTER DELETE ON filing BEGIN
  UPDATE filing SET version = version + 1
    WHERE unit = OLD.unit AND obligation = OLD.obligation AND year = OLD.year + 1;
  DELETE FROM position WHERE about = 'filing/' || OLD.id;
  DELETE FROM card WHERE about = 'filing/' || OLD.id;
  DELETE FROM outbox WHERE about = 'filing/' || OLD.id;
END;

CREATE TRIGGER unit_gone AFTER DELETE ON unit BEGIN
  DELETE FROM position WHERE about = 'unit/' || OLD.id;
  DELETE FROM card WHERE about = 'unit/' || OLD.id;
  DELETE FROM outbox WHERE about = 'unit/' || OLD.id;
END;

-- A COMMIT. One document, spread over the tables by the triggers below; the views keep no row. Its members are lists of
-- rows (docs/decisions/0012-a-commit-in-one-statement.md names their columns); an absent one is an empty one. Long
-- texts stand one after another in `words`, where no JSON is read or escaped: a row says from which byte and how many.
-- Several documents in one INSERT are taken one after another, each whole or not at all: one that is lost, or a
-- repeat, writes nothing and is in nobody's way. Anything else that the schema refuses ends the statement.
CREATE VIEW round (n, document, words) AS SELECT 0, x'', x'' WHERE false;

CREATE VIEW spread (document, words, verdict) AS SELECT x'', x'', '' WHERE false;

-- Lists that an ordinary answer does not need: a document says with `more` that it holds some of them.
CREATE VIEW spread_more (document, words) AS SELECT x'', x'' WHERE false;

-- All guards are asked before the first write.
CREATE TRIGGER round_judges INSTEAD OF INSERT ON round BEGIN
  INSERT INTO spread (document, words, verdict) VALUES (NEW.document, NEW.words, iif(
    EXISTS (
      SELECT 1 FROM jsonb_each(NEW.document, '$.incoming') AS j
      JOIN incoming AS i ON i.channel = j.value ->> 0 AND i.id = j.value ->> 1),
    'repeat',
    iif(
      EXISTS (
        SELECT 1 FROM jsonb_each(NEW.document, '$.filings') AS j
        LEFT JOIN filing AS f ON f.id = j.value ->> 0
        WHERE f.version IS NOT j.value ->> 1 OR f.state IS NOT j.value ->> 2)
      OR EXISTS (
        SELECT 1 FROM jsonb_each(NEW.document, '$.seen') AS j
        LEFT JOIN filing AS f ON f.id = j.value ->> 0
        WHERE f.version IS NOT j.value ->> 1 OR f.state IS NOT j.value ->> 2)
      OR EXISTS (
        SELECT 1 FROM jsonb_each(NEW.document, '$.members') AS j
        LEFT JOIN membership AS m ON m.id = j.value
        WHERE m.id IS NULL OR m.until IS NOT NULL)
      OR EXISTS (
        SELECT 1 FROM jsonb_each(NEW.document, '$.above') AS j
        WHERE NOT EXISTS (
          SELECT 1 FROM unit_above AS a WHERE a.unit = j.value ->> 0 AND a.ancestor = j.value ->> 1))
      OR EXISTS (
        SELECT 1 FROM jsonb_each(NEW.document, '$.positions') AS j
        LEFT JOIN position AS p ON p.person = j.value ->> 0 AND p.chat = j.value ->> 1
        WHERE coalesce(p.version, 0) <> j.value ->> 2
          OR (p.version IS NULL AND NEW.document ->> '$.enrolments' IS NULL
            AND NOT EXISTS (SELECT 1 FROM person AS who WHERE who.id = j.value ->> 0)))
      OR iif(NEW.document ->> '$.more',
        EXISTS (
          SELECT 1 FROM jsonb_each(NEW.document, '$.units') AS j
          LEFT JOIN unit AS u ON u.id = j.value ->> 0
          WHERE u.audit_head IS NOT j.value ->> 1)
        OR EXISTS (
          SELECT 1 FROM jsonb_each(NEW.document, '$.root') AS j JOIN root
          WHERE root.audit_head <> j.value ->> 0)
        OR EXISTS (
          SELECT 1 FROM jsonb_each(NEW.document, '$.people') AS j
          LEFT JOIN person AS p ON p.id = j.value ->> 0
          WHERE p.id IS NULL OR p.disabled IS NOT NULL
            OR (SELECT json_group_array(m.id ORDER BY m.id) FROM membership AS m
              WHERE m.person = p.id AND m.until IS NULL) IS NOT j.value ->> 1)
        OR EXISTS (
          SELECT 1 FROM jsonb_each(NEW.document, '$.made') AS j
          WHERE NOT EXISTS (SELECT 1 FROM unit AS u WHERE u.id = j.value ->> 1)
            OR EXISTS (
              SELECT 1 FROM filing AS f
              WHERE f.id = j.value ->> 0
                OR (f.unit = j.value ->> 1 AND f.obligation = j.value ->> 2 AND f.year = j.value ->> 3)))
        OR EXISTS (
          SELECT 1 FROM jsonb_each(NEW.document, '$.enrolments') AS j
          LEFT JOIN invitation AS v ON v.hash = j.value ->> 0
          LEFT JOIN account AS a ON a.ref = j.value ->> 2
          WHERE v.hash IS NULL OR v.taken_by IS NOT NULL OR v.revoked_at IS NOT NULL
            OR v.expires_at <= NEW.document ->> '$.now'
            OR v.person <> j.value ->> 1
            OR (a.person <> j.value ->> 1 AND EXISTS (
              SELECT 1 FROM membership AS m WHERE m.person = a.person AND m.until IS NULL)))
        OR EXISTS (
          SELECT 1 FROM jsonb_each(NEW.document, '$.duesDone') AS j
          LEFT JOIN due AS d ON d.job = j.value ->> 0 AND d.key = j.value ->> 1
          WHERE d.at IS NOT j.value ->> 2 OR d.done_at IS NOT NULL)
        OR EXISTS (
          SELECT 1 FROM jsonb_each(NEW.document, '$.sessions') AS j
          WHERE NEW.document ->> '$.enrolments' IS NULL
            AND NOT EXISTS (SELECT 1 FROM account AS a WHERE a.ref = j.value ->> 1))
        OR EXISTS (
          SELECT 1 FROM jsonb_each(NEW.document, '$.nudges') AS j JOIN nudge AS stands ON stands.key = j.value ->> 0)
        OR EXISTS (
          SELECT 1 FROM jsonb_each(NEW.document, '$.sessionsEnded') AS j
          WHERE NEW.document ->> '$.enrolments' IS NULL
            AND NOT EXISTS (SELECT 1 FROM session AS s WHERE s.hash = j.value)),
        false),
      'lost', 'done')));
END;

-- In a batch with other statements a document that cannot be taken undoes them all.
CREATE TRIGGER spread_refuses INSTEAD OF INSERT ON spread
WHEN NEW.verdict <> 'done' AND NEW.document ->> '$.strict' BEGIN
  SELECT RAISE(ABORT, 'repeat') WHERE NEW.verdict = 'repeat';
  SELECT RAISE(ABORT, 'lost');
END;

CREATE TRIGGER spread_writes INSTEAD OF INSERT ON spread WHEN NEW.verdict = 'done' BEGIN
  INSERT INTO incoming (channel, id, at, chat, attempt)
    SELECT j.value ->> 0, j.value ->> 1, j.value ->> 2, j.value ->> 3, j.value ->> 4
    FROM jsonb_each(NEW.document, '$.incoming') AS j;

  DELETE FROM unreachable WHERE chat = NEW.document ->> '$.incoming[0][3]';

  UPDATE filing
    SET version = version + 1, state = j.value ->> 3, form = j.value ->> 4, revision = j.value ->> 5,
      content = content + (j.value ->> 6), audit_head = coalesce(j.value ->> 7, audit_head)
    FROM jsonb_each(NEW.document, '$.filings') AS j
    WHERE filing.id = j.value ->> 0;

  INSERT INTO spread_more (document, words) SELECT NEW.document, NEW.words WHERE NEW.document ->> '$.more';

  INSERT INTO audit (scope, n, at, "by", channel, what, about, old, new, hash)
    SELECT j.value ->> 0, j.value ->> 1, j.value ->> 2, j.value ->> 3, j.value ->> 4, j.value ->> 5, j.value ->> 6,
      j.value ->> 7, j.value ->> 8, j.value ->> 9
    FROM jsonb_each(NEW.document, '$.audit') AS j;

  INSERT INTO cell (filing, key, value, note, source, "by", at, message)
    SELECT j.value ->> 0, j.value ->> 1, j.value -> 2, j.value ->> 3, j.value ->> 4, j.value ->> 5, j.value ->> 6,
      j.value ->> 7
    FROM jsonb_each(NEW.document, '$.cells') AS j WHERE true
    ON CONFLICT (filing, key) DO UPDATE SET value = excluded.value, note = excluded.note, source = excluded.source,
      "by" = excluded."by", at = excluded.at, message = excluded.message;

  INSERT INTO standing (filing, unit, state, open, missing, errors, explained, zero, next, touched_at, judged_with,
      content, version)
    SELECT f.id, f.unit, f.state, j.value ->> 1, j.value ->> 2, j.value ->> 3, j.value ->> 4, j.value ->> 5,
      j.value ->> 6, j.value ->> 7, j.value ->> 8, f.content, f.version
    FROM jsonb_each(NEW.document, '$.standings') AS j JOIN filing AS f ON f.id = j.value ->> 0 WHERE true
    ON CONFLICT (filing) DO UPDATE SET state = excluded.state, open = excluded.open, missing = excluded.missing,
      errors = excluded.errors, explained = excluded.explained, zero = excluded.zero, next = excluded.next,
      touched_at = excluded.touched_at, judged_with = excluded.judged_with, content = excluded.content,
      version = excluded.version;

  INSERT INTO position (person, chat, version, about, card, asked, focus)
    SELECT j.value ->> 0, j.value ->> 1, 1, j.value ->> 3, j.value ->> 4, j.value ->> 5,
      CAST(substr(NEW.words, j.value ->> 6, j.value ->> 7) AS TEXT)
    FROM jsonb_each(NEW.document, '$.positions') AS j WHERE true
    ON CONFLICT (person, chat) DO UPDATE SET version = position.version + 1, about = excluded.about,
      card = excluded.card, asked = excluded.asked, focus = excluded.focus;

  INSERT INTO card (id, chat, person, about, at, shown, choices)
    SELECT j.value ->> 0, j.value ->> 1, j.value ->> 2, j.value ->> 3, j.value ->> 4,
      CAST(substr(NEW.words, j.value ->> 5, j.value ->> 6) AS TEXT),
      CAST(substr(NEW.words, j.value ->> 7, j.value ->> 8) AS TEXT)
    FROM jsonb_each(NEW.document, '$.cards') AS j;

  -- Outcomes of mail come before new mail asks whether its chat is free. A row that is not queued stays as it is, and
  -- an edit that is sent has the message it changed, unless the channel names another. Of a row that another process
  -- has leased since, nothing counts but that it is sent.
  UPDATE outbox
    SET state = j.value ->> 1,
      message_id = iif(j.value ->> 1 = 'sent', coalesce(j.value ->> 2,
        (SELECT edited.message_id FROM outbox AS edited WHERE edited.id = outbox.edits)), NULL),
      due_at = coalesce(j.value ->> 3, due_at), pause = coalesce(j.value ->> 4, pause),
      attempts = attempts + coalesce(j.value ->> 5, 0), lease_until = NULL
    FROM jsonb_each(NEW.document, '$.marks') AS j
    WHERE outbox.id = j.value ->> 0 AND outbox.state = 'queued'
      AND (j.value ->> 1 = 'sent' OR outbox.leased_by IS NULL OR outbox.leased_by = NEW.document ->> '$.holder');

  -- The rest of the mail that this process has leased in a chat is held on, or let go.
  UPDATE outbox SET lease_until = j.value ->> 1
    FROM jsonb_each(NEW.document, '$.holds') AS j
    WHERE outbox.chat = j.value ->> 0 AND outbox.state = 'queued' AND outbox.lease_until IS NOT NULL
      AND outbox.leased_by IS NEW.document ->> '$.holder';

  -- Places within a document stand in it: all rows of this statement see the same last number. A chat is held by the
  -- committer only when nothing waits there already and it can be reached.
  INSERT INTO outbox (id, chat, seq, about, kind, edits, priority, at, due_at, lease_until, leased_by, body)
    SELECT j.value ->> 0, j.value ->> 1,
      (SELECT coalesce(max(o.seq), 0) FROM outbox AS o WHERE o.chat = j.value ->> 1) + (j.value ->> 2),
      j.value ->> 3, j.value ->> 4, j.value ->> 5, j.value ->> 6, j.value ->> 7, j.value ->> 8,
      iif(EXISTS (SELECT 1 FROM outbox AS q WHERE q.chat = j.value ->> 1 AND q.state = 'queued')
        OR EXISTS (SELECT 1 FROM unreachable AS u WHERE u.chat = j.value ->> 1), NULL, j.value ->> 9),
      iif(j.value ->> 9 IS NULL, NULL, NEW.document ->> '$.holder'),
      CAST(substr(NEW.words, j.value ->> 10, j.value ->> 11) AS TEXT)
    FROM jsonb_each(NEW.document, '$.outbox') AS j;
END;

CREATE TRIGGER spread_more_writes INSTEAD OF INSERT ON spread_more BEGIN
  INSERT INTO filing (id, unit, obligation, year, form, revision, version, audit_head)
    SELECT j.value ->> 0, j.value ->> 1, j.value ->> 2, j.value ->> 3, j.value ->> 4, j.value ->> 5, j.value ->> 6,
      j.value ->> 7
    FROM jsonb_each(NEW.document, '$.made') AS j;

  INSERT INTO standing (filing, unit, campaign, state)
    SELECT j.value ->> 0, j.value ->> 1, j.value ->> 8, 'draft' FROM jsonb_each(NEW.document, '$.made') AS j;

  UPDATE unit SET audit_head = j.value ->> 2
    FROM jsonb_each(NEW.document, '$.units') AS j
    WHERE unit.id = j.value ->> 0;

  UPDATE root SET audit_head = j.value ->> 1 FROM jsonb_each(NEW.document, '$.root') AS j;

  -- Rows that another report replaces as a whole, and rows that are taken away.
  DELETE FROM cell WHERE filing IN (SELECT j.value FROM jsonb_each(NEW.document, '$.emptied') AS j);

  DELETE FROM text WHERE filing IN (SELECT j.value FROM jsonb_each(NEW.document, '$.emptied') AS j);

  DELETE FROM remark WHERE kind IN ('reason', 'year-end')
    AND filing IN (SELECT j.value FROM jsonb_each(NEW.document, '$.emptied') AS j);

  DELETE FROM cell WHERE (filing, key) IN (
    SELECT j.value ->> 0, j.value ->> 1 FROM jsonb_each(NEW.document, '$.cellsGone') AS j);

  DELETE FROM text WHERE rowid IN (
    SELECT t.rowid FROM jsonb_each(NEW.document, '$.textsGone') AS j
    JOIN text AS t ON t.filing = j.value ->> 0 AND t.key = j.value ->> 1 AND t.part >= j.value ->> 2);

  DELETE FROM remark WHERE (id, filing) IN (
    SELECT j.value ->> 0, j.value ->> 1 FROM jsonb_each(NEW.document, '$.remarksGone') AS j);

  INSERT INTO text (filing, key, part, bound, "by", at, message, body)
    SELECT j.value ->> 0, j.value ->> 1, j.value ->> 2, j.value ->> 3, j.value ->> 4, j.value ->> 5, j.value ->> 6,
      CAST(substr(NEW.words, j.value ->> 7, j.value ->> 8) AS TEXT)
    FROM jsonb_each(NEW.document, '$.texts') AS j WHERE true
    ON CONFLICT (filing, key, part) DO UPDATE SET body = excluded.body, bound = excluded.bound, "by" = excluded."by",
      at = excluded.at, message = excluded.message;

  INSERT INTO remark (id, filing, kind, rule, cells, figures, quote, "by", at, round, closed_at, message, body)
    SELECT j.value ->> 0, j.value ->> 1, j.value ->> 2, j.value ->> 3, j.value -> 4, nullif(j.value -> 5, 'null'),
      j.value ->> 6, j.value ->> 7, j.value ->> 8, j.value ->> 9, j.value ->> 10, j.value ->> 11,
      CAST(substr(NEW.words, j.value ->> 12, j.value ->> 13) AS TEXT)
    FROM jsonb_each(NEW.document, '$.remarks') AS j WHERE true
    ON CONFLICT (id) DO UPDATE SET cells = excluded.cells, figures = excluded.figures, quote = excluded.quote,
      body = excluded.body, "by" = excluded."by", at = excluded.at, closed_at = excluded.closed_at,
      message = excluded.message;

  UPDATE remark SET closed_at = j.value ->> 2
    FROM jsonb_each(NEW.document, '$.remarksClosed') AS j
    WHERE remark.id = j.value ->> 0 AND remark.filing = j.value ->> 1;

  INSERT INTO sign_off (id, filing, content, who, capacity, way, signed_on, number, under_authority, "by", at)
    SELECT j.value ->> 0, f.id, f.content, j.value ->> 2, j.value ->> 3, j.value ->> 4, j.value ->> 5, j.value ->> 6,
      j.value ->> 7, j.value ->> 8, j.value ->> 9
    FROM jsonb_each(NEW.document, '$.signOffs') AS j JOIN filing AS f ON f.id = j.value ->> 1;

  -- Of one content the address that was given last.
  INSERT INTO publication (filing, content, url, published_on, "by", at)
    SELECT f.id, f.content, j.value ->> 1, j.value ->> 2, j.value ->> 3, j.value ->> 4
    FROM jsonb_each(NEW.document, '$.publications') AS j JOIN filing AS f ON f.id = j.value ->> 0 WHERE true
    ON CONFLICT (filing, content) DO UPDATE SET url = excluded.url, published_on = excluded.published_on,
      "by" = excluded."by", at = excluded.at;

  -- A day that is recorded again is the later record's.
  INSERT INTO sealed_copy (filing, received_on, "by", at)
    SELECT j.value ->> 0, j.value ->> 1, j.value ->> 2, j.value ->> 3
    FROM jsonb_each(NEW.document, '$.sealed') AS j WHERE true
    ON CONFLICT (filing, received_on) DO UPDATE SET "by" = excluded."by", at = excluded.at;

  -- Marks that acts leave in a standing: an object whose members are columns; one that is absent stays as it is.
  INSERT INTO standing (filing, unit, state)
    SELECT f.id, f.unit, f.state
    FROM jsonb_each(NEW.document, '$.stood') AS j JOIN filing AS f ON f.id = j.value ->> 'filing' WHERE true
    ON CONFLICT (filing) DO NOTHING;

  UPDATE standing
    SET campaign = iif(json_type(j.value, '$.campaign') IS NULL, campaign, j.value ->> 'campaign'),
      submitted_at = iif(json_type(j.value, '$.submitted_at') IS NULL, submitted_at, j.value ->> 'submitted_at'),
      returned_at = iif(json_type(j.value, '$.returned_at') IS NULL, returned_at, j.value ->> 'returned_at'),
      approved_at = iif(json_type(j.value, '$.approved_at') IS NULL, approved_at, j.value ->> 'approved_at'),
      published_at = iif(json_type(j.value, '$.published_at') IS NULL, published_at, j.value ->> 'published_at'),
      first_submitted_at = coalesce(first_submitted_at, j.value ->> 'first_submitted_at'),
      returned_times = coalesce(j.value ->> 'returned_times', returned_times),
      returned_at_once = coalesce(j.value ->> 'returned_at_once', returned_at_once),
      mend_by = iif(json_type(j.value, '$.mend_by') IS NULL, mend_by, j.value ->> 'mend_by'),
      mended_in_time = iif(json_type(j.value, '$.mended_in_time') IS NULL, mended_in_time,
        j.value ->> 'mended_in_time'),
      asked_at = iif(json_type(j.value, '$.asked_at') IS NULL, asked_at, j.value ->> 'asked_at'),
      on_behalf = coalesce(j.value ->> 'on_behalf', on_behalf),
      sealed_at = iif(json_type(j.value, '$.sealed_at') IS NULL, sealed_at, j.value ->> 'sealed_at'),
      extended_until = iif(json_type(j.value, '$.extended_until') IS NULL, extended_until,
        j.value ->> 'extended_until'),
      promised_on = iif(json_type(j.value, '$.promised_on') IS NULL, promised_on, j.value ->> 'promised_on'),
      entered_at = coalesce(entered_at, j.value ->> 'entered_at'),
      signed_content = iif(json_type(j.value, '$.signed_content') IS NULL, signed_content,
        j.value ->> 'signed_content'),
      cleared_content = iif(json_type(j.value, '$.cleared_content') IS NULL, cleared_content,
        j.value ->> 'cleared_content'),
      reviewer = iif(json_type(j.value, '$.reviewer') IS NULL, reviewer, j.value ->> 'reviewer')
    FROM jsonb_each(NEW.document, '$.stood') AS j
    WHERE standing.filing = j.value ->> 'filing';

  -- Printed anew, a content is kept as it was printed last; what was submitted or published stays as it was.
  INSERT INTO snapshot (filing, content, why, at, "by", form, revision, report, outline)
    SELECT f.id, f.content, j.value ->> 1, j.value ->> 2, j.value ->> 3, f.form, f.revision,
      CAST(substr(NEW.words, j.value ->> 4, j.value ->> 5) AS TEXT),
      CAST(substr(NEW.words, j.value ->> 6, j.value ->> 7) AS TEXT)
    FROM jsonb_each(NEW.document, '$.snapshots') AS j JOIN filing AS f ON f.id = j.value ->> 0 WHERE true
    ON CONFLICT (filing, content, why) DO UPDATE SET at = excluded.at, "by" = excluded."by", form = excluded.form,
      revision = excluded.revision, report = excluded.report, outline = excluded.outline
      WHERE snapshot.why = 'printed' OR snapshot.why = 'approval-sheet';

  INSERT INTO person (id, name)
    SELECT j.value ->> 1, j.value ->> 3 FROM jsonb_each(NEW.document, '$.enrolments') AS j WHERE true
    ON CONFLICT (id) DO NOTHING;

  INSERT INTO account (ref, person)
    SELECT j.value ->> 2, j.value ->> 1 FROM jsonb_each(NEW.document, '$.enrolments') AS j WHERE true
    ON CONFLICT (ref) DO UPDATE SET person = excluded.person;

  INSERT INTO membership (id, person, unit, role, sections, since)
    SELECT j.value ->> 4, j.value ->> 1, v.unit, v.role, v.sections, NEW.document ->> '$.now'
    FROM jsonb_each(NEW.document, '$.enrolments') AS j JOIN invitation AS v ON v.hash = j.value ->> 0
    WHERE NOT EXISTS (SELECT 1 FROM membership AS m
      WHERE m.person = j.value ->> 1 AND m.unit = v.unit AND m.role = v.role AND m.until IS NULL);

  -- Whoever had the report gives way, and what waits to be told to them of it is not told.
  UPDATE outbox SET state = 'cancelled', lease_until = NULL
    FROM (SELECT m.person, m.unit FROM jsonb_each(NEW.document, '$.enrolments') AS j
      JOIN invitation AS v ON v.hash = j.value ->> 0
      JOIN membership AS m ON m.id = v.replaces AND m.until IS NULL AND m.person <> j.value ->> 1) AS gone
    WHERE outbox.state = 'queued'
      AND outbox.chat IN (SELECT r.chat FROM reach AS r WHERE r.person = gone.person)
      AND outbox.about IN (SELECT 'filing/' || f.id FROM filing AS f WHERE f.unit = gone.unit);

  UPDATE membership SET until = NEW.document ->> '$.now'
    WHERE until IS NULL AND id IN (SELECT v.replaces FROM jsonb_each(NEW.document, '$.enrolments') AS j
      JOIN invitation AS v ON v.hash = j.value ->> 0
      WHERE v.replaces IS NOT NULL AND membership.person <> j.value ->> 1);

  -- Their place in this chat gives way to the one they were invited to.
  INSERT INTO position (person, chat, version, about, focus)
    SELECT j.value ->> 1, j.value ->> 6, 1, 'filing/' || v.filing,
      CAST(substr(NEW.words, j.value ->> 7, j.value ->> 8) AS TEXT)
    FROM jsonb_each(NEW.document, '$.enrolments') AS j JOIN invitation AS v ON v.hash = j.value ->> 0
    WHERE v.filing IS NOT NULL
    ON CONFLICT (person, chat) DO UPDATE SET version = position.version + 1, about = excluded.about,
      focus = excluded.focus, asked = NULL
      WHERE position.about <> excluded.about;

  UPDATE invitation
    SET taken_by = j.value ->> 1, taken_at = NEW.document ->> '$.now', taken_with = j.value ->> 5
    FROM jsonb_each(NEW.document, '$.enrolments') AS j
    WHERE invitation.hash = j.value ->> 0;

  DELETE FROM session WHERE hash IN (SELECT j.value FROM jsonb_each(NEW.document, '$.sessionsEnded') AS j);

  INSERT INTO session (hash, account, since, expires_at)
    SELECT j.value ->> 0, j.value ->> 1, j.value ->> 2, j.value ->> 3
    FROM jsonb_each(NEW.document, '$.sessions') AS j WHERE true
    ON CONFLICT (hash) DO UPDATE SET expires_at = excluded.expires_at;

  -- An account of the web is a browser, and a browser has one session.
  DELETE FROM session
    WHERE account IN (SELECT j.value ->> 1 FROM jsonb_each(NEW.document, '$.sessions') AS j)
      AND hash NOT IN (SELECT j.value ->> 0 FROM jsonb_each(NEW.document, '$.sessions') AS j);

  INSERT INTO reach (person, channel, chat, since)
    SELECT j.value ->> 0, j.value ->> 1, j.value ->> 2, j.value ->> 3
    FROM jsonb_each(NEW.document, '$.reaches') AS j WHERE true
    ON CONFLICT (person, channel) DO UPDATE SET chat = excluded.chat, since = excluded.since
      WHERE reach.chat <> excluded.chat;

  -- A job that recurs is done and set to its next instant in one document: first the end, then the new one.
  UPDATE due SET done_at = j.value ->> 3
    FROM jsonb_each(NEW.document, '$.duesDone') AS j
    WHERE due.job = j.value ->> 0 AND due.key = j.value ->> 1;

  INSERT INTO due (job, key, at)
    SELECT j.value ->> 0, j.value ->> 1, j.value ->> 2 FROM jsonb_each(NEW.document, '$.dues') AS j WHERE true
    ON CONFLICT (job, key) DO UPDATE SET at = excluded.at, done_at = NULL;

  INSERT INTO nudge (key, campaign, filing, person, stage, day, way, outbox, state, at)
    SELECT j.value ->> 0, j.value ->> 1, j.value ->> 2, j.value ->> 3, j.value ->> 4, j.value ->> 5, j.value ->> 6,
      j.value ->> 7, j.value ->> 8, j.value ->> 9
    FROM jsonb_each(NEW.document, '$.nudges') AS j;

  UPDATE nudge SET told_at = NEW.document ->> '$.now'
    WHERE key IN (SELECT j.value FROM jsonb_each(NEW.document, '$.nudgesTold') AS j);

  INSERT INTO promise (filing, person, until, day, at)
    SELECT j.value ->> 0, j.value ->> 1, j.value ->> 2, j.value ->> 3, j.value ->> 4
    FROM jsonb_each(NEW.document, '$.promises') AS j WHERE true
    ON CONFLICT (filing, person) DO UPDATE SET until = excluded.until, day = excluded.day, at = excluded.at;

  INSERT INTO fault (code, channel, incoming, at)
    SELECT j.value ->> 0, j.value ->> 1, j.value ->> 2, j.value ->> 3
    FROM jsonb_each(NEW.document, '$.faults') AS j;
END;
