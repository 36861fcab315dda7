import { z } from 'zod'
import { AppFailure } from '../../../shared/errors.ts'
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
  | 'backup'
  | 'packsMarked'
  | 'sealKey'

/** As it was saved. What can't be read as that counts as never set: the desk asks for it anew, and goes on meanwhile. */
export function readSetting<T>(db: ReadableDb, name: Name, schema: z.ZodType<T>): T | null {
  const row = db.get<{ value: string }>('SELECT value FROM setting WHERE name = ?', name)
  const read = schema.safeParse(row && jsonOf(row.value))
  return read.success ? read.data : null
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

export function writeSetting(db: WritableDb, name: Name, value: unknown): void {
  db.run(
    'INSERT INTO setting (name, value) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value',
    name,
    JSON.stringify(value),
  )
}

export function readOrganisation(db: ReadableDb): Organisation | null {
  return readSetting(db, 'organisation', Organisation)
}

export function writeOrganisation(db: WritableDb, organisation: Organisation): void {
  writeSetting(db, 'organisation', organisation)
}

/** The mail account with its password, for the engine alone. */
export function readSmtpAccount(db: ReadableDb): SmtpAccount | null {
  const settings = readSetting(db, 'smtp', SmtpSettings)
  if (!settings) return null
  const secret = (name: Name): string => readSetting(db, name, z.string()) ?? ''
  return { ...settings, password: secret('smtpPassword'), dkimKey: secret('smtpDkimKey') }
}

export function writeSmtpAccount(db: WritableDb, { password, dkimKey, ...settings }: SmtpAccount): void {
  writeSetting(db, 'smtp', settings)
  writeSetting(db, 'smtpPassword', password)
  writeSetting(db, 'smtpDkimKey', dkimKey)
}

/** Names this register to others without telling anything of it. Fails with `vaultDamaged`: every register has one. */
export function readRegisterId(db: ReadableDb): string {
  const id = readSetting(db, 'registerId', z.string())
  if (id === null) throw new AppFailure('vaultDamaged', {})
  return id
}
