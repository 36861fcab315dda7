import type { Migration } from '../migrate.ts'

/** The register as it began. */
export const register: Migration = {
  version: 10,
  up: (db) => {
    db.exec(`
      CREATE TABLE officer (
        id INTEGER PRIMARY KEY,
        name TEXT NOT NULL,
        slot_id TEXT NOT NULL UNIQUE
      ) STRICT;

      CREATE TABLE setting (
        name TEXT PRIMARY KEY,
        value TEXT NOT NULL
      ) STRICT, WITHOUT ROWID;

      -- The last place taken in each series of numbers and year.
      CREATE TABLE journal (
        series TEXT NOT NULL,
        year INTEGER NOT NULL,
        last_place INTEGER NOT NULL,
        PRIMARY KEY (series, year)
      ) STRICT, WITHOUT ROWID;

      CREATE TABLE person (
        id INTEGER PRIMARY KEY,
        family_name TEXT NOT NULL,
        given_name TEXT NOT NULL,
        patronymic TEXT NOT NULL,
        iin TEXT NOT NULL,
        address TEXT NOT NULL,
        email TEXT NOT NULL,
        phone TEXT NOT NULL,
        lang TEXT NOT NULL
      ) STRICT;

      -- due_on is the nearest due date of the running clocks, '9999-12-31' when none runs.
      CREATE TABLE cases (
        id INTEGER PRIMARY KEY,
        number TEXT NOT NULL UNIQUE,
        kind TEXT NOT NULL,
        status TEXT NOT NULL,
        due_on TEXT NOT NULL,
        received_on TEXT NOT NULL,
        registered_at TEXT NOT NULL,
        person_id INTEGER NOT NULL REFERENCES person(id),
        channel TEXT NOT NULL,
        site TEXT NOT NULL,
        subject TEXT NOT NULL,
        blocked INTEGER NOT NULL DEFAULT 0,
        -- Grows each time the case returns to work: a letter answers the round it was issued in.
        round INTEGER NOT NULL DEFAULT 1,
        outcome TEXT,
        refusal_ground TEXT,
        reason TEXT NOT NULL DEFAULT '',
        executed_on TEXT,
        execution_note TEXT NOT NULL DEFAULT '',
        lateness_reason TEXT,
        email_message_id TEXT,
        email_sha256 TEXT UNIQUE,
        text TEXT NOT NULL
      ) STRICT;
      CREATE INDEX cases_open_by_due ON cases(due_on, id) WHERE status <> 'closed';
      CREATE INDEX cases_by_status ON cases(status, id);

      -- Normalised words of a case; the text itself stands in its own tables.
      CREATE VIRTUAL TABLE case_search USING fts5(
        number, person, contact, body,
        content='', contentless_delete=1, prefix='2 3', tokenize='unicode61 remove_diacritics 0'
      );

      -- rule and trace are the rule and the counted days as they were: an update never rewrites them.
      CREATE TABLE clock (
        id INTEGER PRIMARY KEY,
        case_id INTEGER NOT NULL REFERENCES cases(id),
        rule_id TEXT NOT NULL,
        rule_version INTEGER NOT NULL,
        started_on TEXT NOT NULL,
        due_on TEXT NOT NULL,
        provisional INTEGER NOT NULL,
        ended_on TEXT,
        ended_by TEXT,
        rule TEXT NOT NULL,
        trace TEXT NOT NULL
      ) STRICT;
      CREATE INDEX clock_by_case ON clock(case_id);

      CREATE TABLE attachment (
        id INTEGER PRIMARY KEY,
        case_id INTEGER NOT NULL REFERENCES cases(id),
        role TEXT NOT NULL,
        name TEXT NOT NULL,
        mime TEXT NOT NULL,
        size INTEGER NOT NULL,
        sha256 TEXT NOT NULL,
        bytes BLOB NOT NULL
      ) STRICT;
      CREATE INDEX attachment_by_case ON attachment(case_id);

      CREATE TABLE letter (
        id INTEGER PRIMARY KEY,
        case_id INTEGER NOT NULL REFERENCES cases(id),
        template_id TEXT NOT NULL,
        template_version INTEGER NOT NULL,
        lang TEXT NOT NULL,
        number TEXT NOT NULL UNIQUE,
        issued_on TEXT NOT NULL,
        answers INTEGER NOT NULL,
        round INTEGER NOT NULL,
        mail_subject TEXT NOT NULL,
        mail_text TEXT NOT NULL,
        delivery_method TEXT,
        delivered_on TEXT,
        delivery_note TEXT NOT NULL DEFAULT '',
        sha256 TEXT NOT NULL,
        pdf BLOB NOT NULL
      ) STRICT;
      CREATE INDEX letter_by_case ON letter(case_id);

      -- message is the e-mail as it was handed to the server.
      CREATE TABLE mail (
        id INTEGER PRIMARY KEY,
        case_id INTEGER NOT NULL REFERENCES cases(id),
        letter_id INTEGER NOT NULL REFERENCES letter(id),
        message_id TEXT NOT NULL UNIQUE,
        recipient TEXT NOT NULL,
        subject TEXT NOT NULL,
        text TEXT NOT NULL,
        state TEXT NOT NULL,
        failure TEXT,
        response TEXT NOT NULL DEFAULT '',
        attempts INTEGER NOT NULL DEFAULT 0,
        sending_on TEXT,
        updated_at TEXT NOT NULL,
        message BLOB
      ) STRICT;
      CREATE INDEX mail_by_case ON mail(case_id);
      CREATE INDEX mail_by_state ON mail(state, id);

      CREATE TABLE audit (
        seq INTEGER PRIMARY KEY,
        at TEXT NOT NULL,
        actor TEXT NOT NULL,
        action TEXT NOT NULL,
        case_id INTEGER REFERENCES cases(id),
        details TEXT NOT NULL,
        hash TEXT NOT NULL
      ) STRICT;
      CREATE INDEX audit_by_case ON audit(case_id, seq);
    `)
  },
}
