import type Database from 'better-sqlite3-multiple-ciphers'
import { AppFailure } from '../../../shared/errors.ts'
import { register } from './migrations/0010-register.ts'
import { allKinds } from './migrations/0030-all-kinds.ts'
import { execution } from './migrations/0040-execution.ts'
import { clockAdjustment } from './migrations/0050-clock-adjustment.ts'
import { suppression } from './migrations/0060-suppression.ts'
import { reminders } from './migrations/0080-reminders.ts'
import { issuedLetter } from './migrations/0110-issued-letter.ts'
import { dativeWords } from './migrations/0130-dative-words.ts'
import { letterContent } from './migrations/0140-letter-content.ts'
import { letterTexts } from './migrations/0150-letter-texts.ts'
import { pictures } from './migrations/0120-pictures.ts'
import { backups } from './migrations/0210-backups.ts'
import { keys } from './migrations/0200-keys.ts'
import { auditLinks } from './migrations/0220-audit-links.ts'
import { listOrder } from './migrations/0240-list-order.ts'
import { searchWords } from './migrations/0250-search-words.ts'
import { personKeyColumns } from './migrations/0260-person-keys.ts'
import { auditPeriod } from './migrations/0270-audit-period.ts'
import { deedBy } from './migrations/0280-deed-by.ts'
import { retention } from './migrations/0290-retention.ts'
import { list } from './migrations/0070-list.ts'
import { relations } from './migrations/0090-relations.ts'
import { incoming } from './migrations/0180-incoming.ts'
import { bounce } from './migrations/0190-bounce.ts'
import { mailAttempts } from './migrations/0230-mail-attempts.ts'
import { mailAttachment } from './migrations/0300-mail-attachment.ts'
import { backupChecked } from './migrations/0310-backup-checked.ts'
import { clockWarning } from './migrations/0320-clock-warning.ts'
import { openCasesByPerson } from './migrations/0330-open-cases-by-person.ts'
import { runningCounted } from './migrations/0340-running-counted.ts'
import { wordsMerged } from './migrations/0350-words-merged.ts'
import { clocksAlike } from './migrations/0360-clocks-alike.ts'
import { screenPages } from './migrations/0370-screen-pages.ts'
import { verificationSuperseded } from './migrations/0380-verification-superseded.ts'
import { searchRepresentatives } from './migrations/0400-search-representatives.ts'
import { deedsOfATime } from './migrations/0410-deeds-of-a-time.ts'
import { recordByDay } from './migrations/0420-record-by-day.ts'
import { addedToSeals } from './migrations/0430-added-to-seals.ts'
import { destroyedMarked } from './migrations/0440-destroyed-marked.ts'
import { holdsByCase } from './migrations/0450-holds-by-case.ts'
import { ruleOnce } from './migrations/0460-rule-once.ts'
import { listsCounted } from './migrations/0470-lists-counted.ts'
import { mergedClock } from './migrations/0490-merged-clock.ts'
import { rowSeals } from './migrations/0500-row-seals.ts'
import { ruleConfirmation } from './migrations/0020-rule-confirmation.ts'

export type Migration = { version: number; up: (db: Database.Database) => void }

/** Append only; numbered by tens, one a file. */
const migrations: readonly Migration[] = [
  register,
  ruleConfirmation,
  allKinds,
  execution,
  clockAdjustment,
  suppression,
  list,
  reminders,
  relations,
  issuedLetter,
  pictures,
  dativeWords,
  letterContent,
  letterTexts,
  incoming,
  bounce,
  keys,
  backups,
  auditLinks,
  mailAttempts,
  listOrder,
  searchWords,
  personKeyColumns,
  auditPeriod,
  deedBy,
  retention,
  mailAttachment,
  backupChecked,
  clockWarning,
  openCasesByPerson,
  runningCounted,
  wordsMerged,
  clocksAlike,
  screenPages,
  verificationSuperseded,
  searchRepresentatives,
  deedsOfATime,
  recordByDay,
  addedToSeals,
  destroyedMarked,
  holdsByCase,
  ruleOnce,
  listsCounted,
  mergedClock,
  rowSeals,
]

export const schemaVersion = migrations.at(-1)?.version ?? 0

/**
 * Runs what the file lacks up to a version, each migration in a transaction. A file of a newer program is refused.
 * Only tests stop at an earlier version, to have a file of an older program.
 */
export function migrate(db: Database.Database, upTo = schemaVersion): void {
  const found = Number(db.pragma('user_version', { simple: true }))
  if (found > schemaVersion) throw new AppFailure('vaultNewer', { found, supported: schemaVersion })
  for (const migration of migrations) {
    if (migration.version > found && migration.version <= upTo) apply(db, migration)
  }
}

function apply(db: Database.Database, migration: Migration): void {
  db.transaction(() => {
    migration.up(db)
    db.pragma(`user_version = ${migration.version}`)
  }).immediate()
}
