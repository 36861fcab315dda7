import { z } from 'zod'
import { Organisation, SmtpSettings } from '../../../shared/model/settings.ts'
import type { ReadableDb, WritableDb } from '../db/db.ts'
import type { SmtpAccount } from '../mail/session.ts'

type Name = 'organisation' | 'smtp' | 'smtpPassword' | 'registerId'

function read(db: ReadableDb, name: Name): unknown {
  const row = db.get<{ value: string }>('SELECT value FROM setting WHERE name = ?', name)
  return row === undefined ? null : JSON.parse(row.value)
}

function write(db: WritableDb, name: Name, value: unknown): void {
  db.run(
    'INSERT INTO setting (name, value) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value',
    name,
    JSON.stringify(value),
  )
}

export function readOrganisation(db: ReadableDb): Organisation | null {
  return Organisation.nullable().parse(read(db, 'organisation'))
}

export function writeOrganisation(db: WritableDb, organisation: Organisation): void {
  write(db, 'organisation', organisation)
}

/** The mail account with its password, for the engine alone. */
export function readSmtpAccount(db: ReadableDb): SmtpAccount | null {
  const settings = SmtpSettings.nullable().parse(read(db, 'smtp'))
  return settings && { ...settings, password: z.string().parse(read(db, 'smtpPassword')) }
}

export function writeSmtpAccount(db: WritableDb, { password, ...settings }: SmtpAccount): void {
  write(db, 'smtp', settings)
  write(db, 'smtpPassword', password)
}

/** Names this register to others without telling anything of it. */
export function readRegisterId(db: ReadableDb): string {
  return z.string().parse(read(db, 'registerId'))
}
