import { z } from 'zod'
import { Organisation, SmtpSettings } from '../../../shared/model/settings.ts'
import type { ReadableDb, WritableDb } from '../db/db.ts'
import type { SmtpAccount } from '../mail/session.ts'

type Name =
  | 'organisation'
  | 'smtp'
  | 'smtpPassword'
  | 'smtpDkimKey'
  | 'registerId'
  | 'imap'
  | 'imapPassword'
  | 'retention'
  | 'protection'

export function readSetting(db: ReadableDb, name: Name): unknown {
  const row = db.get<{ value: string }>('SELECT value FROM setting WHERE name = ?', name)
  return row === undefined ? null : JSON.parse(row.value)
}

export function writeSetting(db: WritableDb, name: Name, value: unknown): void {
  db.run(
    'INSERT INTO setting (name, value) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value',
    name,
    JSON.stringify(value),
  )
}

export function readOrganisation(db: ReadableDb): Organisation | null {
  return Organisation.nullable().parse(readSetting(db, 'organisation'))
}

export function writeOrganisation(db: WritableDb, organisation: Organisation): void {
  writeSetting(db, 'organisation', organisation)
}

/** The mail account with its password, for the engine alone. */
export function readSmtpAccount(db: ReadableDb): SmtpAccount | null {
  const settings = SmtpSettings.nullable().parse(readSetting(db, 'smtp'))
  if (!settings) return null
  const password = z.string().parse(readSetting(db, 'smtpPassword'))
  return { ...settings, password, dkimKey: z.string().parse(readSetting(db, 'smtpDkimKey') ?? '') }
}

export function writeSmtpAccount(db: WritableDb, { password, dkimKey, ...settings }: SmtpAccount): void {
  writeSetting(db, 'smtp', settings)
  writeSetting(db, 'smtpPassword', password)
  writeSetting(db, 'smtpDkimKey', dkimKey)
}

/** Names this register to others without telling anything of it. */
export function readRegisterId(db: ReadableDb): string {
  return z.string().parse(readSetting(db, 'registerId'))
}
