import type { RowKind } from '../../../shared/model/audit.ts'

/**
 * A table whose rows are sealed one by one. `key`: the columns that name a row; `state`: what is sealed of it; `name`: what
 * the officer knows it by; `rows`: which of them; `file`: their bytes, whose SHA-256 stands beside them.
 */
export type SealedTable = {
  kind: RowKind
  table: string
  key: readonly string[]
  state: string
  name: string
  rows?: string
  file?: string
}

/** Of no moment, or written while nothing is done: marks of the program, and the secret of the seals itself. */
export const unsealedSettings = `('searchStale', 'sealStale', 'packsMarked', 'sealKey')`

/** All that decides and is no part of a case. A migration leaves the values of `state` alone, and their order. */
export const sealedTables: readonly SealedTable[] = [
  { kind: 'officer', table: 'officer', key: ['id'], state: 'id, name, slot_id, active, role', name: 'name' },
  {
    kind: 'key',
    table: 'key_slot',
    key: ['slot_id'],
    state: 'slot_id, officer_id, made_at',
    name: '(SELECT name FROM officer WHERE id = officer_id)',
  },
  {
    kind: 'suppression',
    table: 'suppression',
    key: ['id'],
    state: 'id, hash, type, reason, case_id, added_on, added_by, removed_on, removed_by, removal_reason',
    name: 'id',
  },
  {
    kind: 'rule',
    table: 'rule_version',
    key: ['rule_id', 'version'],
    state: 'rule_id, version, rule, officer, saved_on',
    name: 'rule_id',
  },
  {
    kind: 'rule',
    table: 'rule_confirmation',
    key: ['rule_id', 'rule_version'],
    state: 'rule_id, rule_version, officer, confirmed_on',
    name: 'rule_id',
  },
  {
    kind: 'calendar',
    table: 'calendar_version',
    key: ['year', 'version'],
    state: 'year, version, days, officer, saved_on',
    name: 'year',
  },
  {
    kind: 'system',
    table: 'system_entry',
    key: ['id'],
    state: 'id, title_ru, title_kk, active',
    name: 'title_ru',
  },
  {
    kind: 'letterText',
    table: 'letter_text',
    key: ['template_id', 'revision'],
    state: 'template_id, revision, texts, officer, at',
    name: 'template_id',
  },
  {
    kind: 'setting',
    table: 'setting',
    key: ['name'],
    state: 'name, value',
    name: "''",
    rows: `name NOT IN ${unsealedSettings}`,
  },
  { kind: 'setting', table: 'picture', key: ['name'], state: 'name, hex(png)', name: "''" },
  {
    kind: 'message',
    table: 'incoming',
    key: ['id'],
    state: `id, source, format, sha256, message_id, from_name, from_address, subject, received_on, taken_at, size, nature,
      kind, lang, person, iin, phone, site, state, note, settled_at, settled_by`,
    name: 'subject',
    // Taken into a case, it is a file of that.
    rows: 'bytes IS NOT NULL',
    file: 'bytes',
  },
  {
    kind: 'act',
    table: 'retention_act',
    key: ['id'],
    state: 'id, number, method, made_at, officer, cases, sha256',
    name: 'number',
    file: 'pdf',
  },
]
