import type { AuditAction } from '../../../shared/model/audit.ts'
import { BackupSettings, firstBackupSettings } from '../../../shared/model/backup.ts'
import type { ReadableDb, WritableDb } from '../db/db.ts'
import { readSetting, writeSetting } from '../settings/store.ts'

export type BackupRun = {
  /** In the order in which they were, whatever the clock said. */
  id: number
  kind: 'backup' | 'drill'
  at: string
  name: string
  fault: string | null
  bytes: number
  ms: number
  seq: number
  /** When a backup was read from end to end; null where that is still to come, and of drills. */
  checkedAt: string | null
}

export function readBackupSettings(db: ReadableDb): BackupSettings {
  return readSetting(db, 'backup', BackupSettings) ?? firstBackupSettings
}

export function writeBackupSettings(db: WritableDb, settings: BackupSettings): void {
  writeSetting(db, 'backup', settings)
}

export function addRun(
  db: WritableDb,
  { kind, at, name, fault, bytes, ms, seq }: Omit<BackupRun, 'id' | 'checkedAt'>,
): void {
  db.run(
    'INSERT INTO backup_run (kind, at, name, fault, bytes, ms, seq) VALUES (?, ?, ?, ?, ?, ?, ?)',
    kind,
    at,
    name,
    fault,
    bytes,
    ms,
    seq,
  )
}

const columns = 'id, kind, at, name, fault, bytes, ms, seq, checked_at AS checkedAt'

export function lastRun(db: ReadableDb, kind: BackupRun['kind']): BackupRun | undefined {
  return db.get(`SELECT ${columns} FROM backup_run WHERE kind = ? ORDER BY id DESC LIMIT 1`, kind)
}

export function lastGoodRun(db: ReadableDb, kind: BackupRun['kind']): BackupRun | undefined {
  return db.get(
    `SELECT ${columns} FROM backup_run WHERE kind = ? AND fault IS NULL ORDER BY id DESC LIMIT 1`,
    kind,
  )
}

/** How the reading of a backup ended; one that is damaged is no good run any more. */
export function noteCheck(db: WritableDb, name: string, at: string, fault: string | null): void {
  db.run(
    "UPDATE backup_run SET checked_at = ?, fault = ? WHERE kind = 'backup' AND name = ?",
    at,
    fault,
    name,
  )
}

/** Whether the register got another data key after a backup was made; of one that it does not know, it can't tell. */
export function rekeyedSince(db: ReadableDb, name: string): boolean {
  const made = db.get<{ seq: number }>("SELECT seq FROM backup_run WHERE kind = 'backup' AND name = ?", name)
  return made !== undefined && (lastOf(db, 'rekeyed') ?? 0) > made.seq
}

/** After these no backup is what one would restore: it opens by other keys, or knows more than the register that was put back. */
const outdating: readonly AuditAction[] = [
  'rekeyed',
  'vaultRestored',
  'keyAdded',
  'keyRemoved',
  'passphraseChanged',
  'recoveryCodeMade',
]

/** Whether no backup was tried since the register got other keys or was put back from a backup. */
export function isUncopied(db: ReadableDb): boolean {
  return Math.max(...outdating.map((action) => lastOf(db, action) ?? 0)) > lastTriedSeq(db)
}

/** The backups that the register knows it made; one that was put back from a backup knows of none after that. */
export function backupNames(db: ReadableDb): Set<string> {
  const rows = db.all<{ name: string }>("SELECT name FROM backup_run WHERE kind = 'backup'")
  return new Set(rows.map(({ name }) => name))
}

/** When the register was put back from a backup; null where it never was, or a backup was tried since. */
export function restoredUncopied(db: ReadableDb): string | null {
  const restored = lastOf(db, 'vaultRestored')
  if (restored === null || restored < lastTriedSeq(db)) return null
  return db.get<{ at: string }>('SELECT at FROM audit WHERE seq = ?', restored)?.at ?? null
}

function lastTriedSeq(db: ReadableDb): number {
  return Math.max(lastOf(db, 'backupMade') ?? 0, lastOf(db, 'backupFailed') ?? 0)
}

function lastOf(db: ReadableDb, action: AuditAction): number | null {
  return (
    db.get<{ seq: number | null }>('SELECT max(seq) AS seq FROM audit WHERE action = ?', action)?.seq ?? null
  )
}

/** The number of the last entry of the record. */
export function lastSeq(db: ReadableDb): number {
  return db.get<{ seq: number }>('SELECT seq FROM audit ORDER BY seq DESC LIMIT 1')?.seq ?? 0
}

/** The latest moment among the last entries: later than now where the clock was set back. */
export function latestMoment(db: ReadableDb): string | null {
  const recent = 'SELECT at FROM audit ORDER BY seq DESC LIMIT 1000'
  return db.get<{ at: string | null }>(`SELECT max(at) AS at FROM (${recent})`)?.at ?? null
}

const idle: readonly AuditAction[] = [
  'vaultUnlocked',
  'vaultLocked',
  'backupMade',
  'backupChecked',
  'backupFailed',
  'backupRemoved',
  'backupDrilled',
]

/** Whether anything was done since an entry besides opening, locking and saving backups. */
export function hasChangedSince(db: ReadableDb, seq: number): boolean {
  const none = idle.map((action) => `'${action}'`).join(', ')
  return db.get(`SELECT 1 FROM audit WHERE seq > ? AND action NOT IN (${none}) LIMIT 1`, seq) !== undefined
}
