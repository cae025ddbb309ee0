/**
 * The tables of archive.sqlite, as steps: step n takes an archive from version n to n + 1, in one
 * transaction. A step that was released is never altered; a change is a further step.
 *
 * Records are joined by a small integer (`record.key`), which also tells the older of two. What is
 * derived from the versions (`identifier`, `name_key`, `reference`, `shown_file`) is written in the same transaction.
 */
export const MIGRATIONS: readonly string[] = [
  `
  CREATE TABLE record (
    key          INTEGER PRIMARY KEY,
    id           TEXT    NOT NULL UNIQUE,
    kind         TEXT    NOT NULL,
    head         INTEGER NOT NULL CHECK (head > 0),
    revision     INTEGER NOT NULL CHECK (revision > 0),
    published    INTEGER,                              -- the version that the last edition shows
    state_kind   TEXT    NOT NULL,
    state        TEXT    NOT NULL,                     -- JSON: LifecycleState
    restrictions TEXT    NOT NULL,                     -- JSON: Restriction[]
    is_restricted INTEGER NOT NULL,
    imported     TEXT,                                 -- JSON: Standing['imported']
    merged_into  TEXT,
    not_held     INTEGER NOT NULL DEFAULT 0            -- by its last edition
  ) STRICT;
  CREATE INDEX record_by_state ON record (state_kind, id);
  CREATE INDEX record_counted  ON record (kind, state_kind, not_held);
  CREATE INDEX record_restricted ON record (id) WHERE is_restricted = 1;
  CREATE INDEX record_merged   ON record (merged_into, id) WHERE merged_into IS NOT NULL;

  CREATE TABLE version (
    record      INTEGER NOT NULL REFERENCES record (key),
    number      INTEGER NOT NULL CHECK (number > 0),
    at          TEXT    NOT NULL,
    by          TEXT    NOT NULL,
    why         TEXT,
    from_file   TEXT,
    texts       INTEGER REFERENCES version_texts (key),  -- shared by versions whose texts are the same
    description TEXT    NOT NULL,                      -- JSON: the record without its texts
    UNIQUE (record, number)
  ) STRICT;

  CREATE TABLE version_texts (
    key  INTEGER PRIMARY KEY,
    json TEXT    NOT NULL                              -- JSON: Texts
  ) STRICT;

  CREATE TABLE edition (
    record  INTEGER NOT NULL REFERENCES record (key),
    number  INTEGER NOT NULL,
    version INTEGER NOT NULL,
    at      TEXT    NOT NULL,
    by      TEXT    NOT NULL,
    why     TEXT,
    PRIMARY KEY (record, number),
    FOREIGN KEY (record, version) REFERENCES version (record, number)
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE identifier (
    identifier TEXT    NOT NULL,                       -- as identifiersOf prints it
    record     INTEGER NOT NULL REFERENCES record (key),
    PRIMARY KEY (identifier, record)
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE name_key (
    kind     TEXT    NOT NULL,
    name_key TEXT    NOT NULL,
    record   INTEGER NOT NULL REFERENCES record (key),
    PRIMARY KEY (kind, name_key, record)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX name_key_of ON name_key (record);

  CREATE TABLE reference (
    target TEXT NOT NULL,
    source TEXT NOT NULL,
    PRIMARY KEY (target, source)
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE shown_file (
    digest TEXT NOT NULL,
    source TEXT NOT NULL,
    PRIMARY KEY (digest, source)
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE public_change (
    seq    INTEGER PRIMARY KEY AUTOINCREMENT,
    id     TEXT NOT NULL,
    kind   TEXT NOT NULL,
    change TEXT NOT NULL CHECK (change IN ('public', 'gone')),
    at     TEXT NOT NULL
  ) STRICT;

  ${refuse('version', 'UPDATE')}
  ${refuse('version', 'DELETE')}
  ${refuse('version_texts', 'UPDATE')}
  ${refuse('version_texts', 'DELETE')}
  ${refuse('edition', 'UPDATE')}
  ${refuse('edition', 'DELETE')}
  ${refuse('public_change', 'UPDATE')}
  ${refuse('public_change', 'DELETE')}
  ${refuse('record', 'DELETE')}
  `,
  `
  CREATE TABLE job (
    id       INTEGER PRIMARY KEY AUTOINCREMENT,
    key      TEXT    NOT NULL UNIQUE,                  -- what it does to what
    kind     TEXT    NOT NULL,
    task     TEXT    NOT NULL,                         -- JSON: JobTask
    priority INTEGER NOT NULL,
    pages    INTEGER NOT NULL,                         -- how many it is about
    state    TEXT    NOT NULL DEFAULT 'waiting' CHECK (state IN ('waiting', 'running', 'done', 'failed')),
    attempts INTEGER NOT NULL DEFAULT 0,
    done     INTEGER NOT NULL DEFAULT 0,
    total    INTEGER NOT NULL DEFAULT 0,
    at       TEXT    NOT NULL DEFAULT '',              -- waiting: from when; running: heard of; else: ended
    worker   TEXT,
    taken_at TEXT,
    problem  TEXT                                      -- JSON: Problem, of the last failure
  ) STRICT;
  CREATE TABLE job_part (                                -- what is done of a job, until all is
    job   INTEGER NOT NULL REFERENCES job (id),
    name  TEXT    NOT NULL,
    value TEXT    NOT NULL,
    PRIMARY KEY (job, name)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX job_to_begin ON job (priority DESC, id) WHERE state IN ('waiting', 'running');
  CREATE INDEX job_counted  ON job (kind, state);
  CREATE INDEX job_latest   ON job (state, at, id);
  `,
  `
  CREATE INDEX public_change_of ON public_change (id, seq);
  `,
  `
  CREATE INDEX public_change_at ON public_change (at, seq);
  `,
];

function refuse(table: string, act: 'UPDATE' | 'DELETE'): string {
  return `CREATE TRIGGER ${table}_refuses_${act.toLowerCase()} BEFORE ${act} ON ${table}
    BEGIN SELECT RAISE(ABORT, 'never altered: ${table}'); END;`;
}
