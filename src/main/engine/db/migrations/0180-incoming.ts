import type { Migration } from '../migrate.ts'

/** Messages that came, from when they are taken in until the officer has settled each; none is taken in twice. */
export const incoming: Migration = {
  version: 180,
  up: (db) => {
    db.exec(`
      -- bytes is the message as it came; NULL once it is kept in a case, which case_id names.
      CREATE TABLE incoming (
        id INTEGER PRIMARY KEY,
        source TEXT NOT NULL,
        format TEXT NOT NULL,
        sha256 TEXT NOT NULL UNIQUE,
        message_id TEXT NOT NULL,
        from_name TEXT NOT NULL,
        from_address TEXT NOT NULL,
        subject TEXT NOT NULL,
        received_on TEXT,
        taken_at TEXT NOT NULL,
        size INTEGER NOT NULL,
        nature TEXT NOT NULL,
        kind TEXT,
        lang TEXT NOT NULL,
        person TEXT NOT NULL,
        iin TEXT NOT NULL,
        phone TEXT NOT NULL,
        site TEXT NOT NULL,
        state TEXT NOT NULL DEFAULT 'waiting',
        case_id INTEGER REFERENCES cases(id),
        note TEXT NOT NULL DEFAULT '',
        settled_at TEXT,
        settled_by TEXT,
        bytes BLOB
      ) STRICT;
      CREATE INDEX incoming_by_state ON incoming(state, id);
      CREATE INDEX incoming_by_message_id ON incoming(message_id) WHERE message_id <> '';

      -- Up to where a mailbox was fetched. Another uid_validity: its numbers begin anew (RFC 3501 section 2.3.1.1).
      CREATE TABLE mailbox_place (
        mailbox TEXT PRIMARY KEY,
        uid_validity TEXT NOT NULL,
        last_uid INTEGER NOT NULL
      ) STRICT, WITHOUT ROWID;

      INSERT INTO incoming (source, format, sha256, message_id, from_name, from_address, subject, received_on, taken_at,
        size, nature, kind, lang, person, iin, phone, site, state, case_id, settled_at, settled_by)
      SELECT 'file', 'eml', c.email_sha256, coalesce(c.email_message_id, ''), '', p.email, c.subject, c.received_on,
        c.registered_at, coalesce((SELECT a.size FROM attachment a WHERE a.case_id = c.id AND a.role = 'email'), 0),
        'request', c.kind, p.lang, trim(p.family_name || ' ' || p.given_name), p.iin, p.phone, c.site, 'registered', c.id,
        c.registered_at, ''
      FROM cases c JOIN person p ON p.id = c.person_id WHERE c.email_sha256 IS NOT NULL;
    `)
  },
}
