import { z } from 'zod'
import { ImapSettings } from '../../../shared/model/settings.ts'
import type { ReadableDb, WritableDb } from '../db/db.ts'
import { readSetting, writeSetting } from '../settings/store.ts'

export type ImapAccount = ImapSettings & { password: string }

/** The account of the requests mailbox with its password, for the engine alone. */
export function readImapAccount(db: ReadableDb): ImapAccount | null {
  const settings = readSetting(db, 'imap', ImapSettings)
  return settings && { ...settings, password: readSetting(db, 'imapPassword', z.string()) ?? '' }
}

export function writeImapAccount(db: WritableDb, { password, ...settings }: ImapAccount): void {
  writeSetting(db, 'imap', settings)
  writeSetting(db, 'imapPassword', password)
}

/** Up to where a mailbox was fetched; its messages are numbered anew where `uidValidity` is another one. */
export type MailboxPlace = { uidValidity: string; lastUid: number }

export function readPlace(db: ReadableDb, mailbox: string): MailboxPlace | undefined {
  const sql = 'SELECT uid_validity AS uidValidity, last_uid AS lastUid FROM mailbox_place WHERE mailbox = ?'
  return db.get<MailboxPlace>(sql, mailbox)
}

export function writePlace(db: WritableDb, mailbox: string, { uidValidity, lastUid }: MailboxPlace): void {
  db.run(
    `INSERT INTO mailbox_place (mailbox, uid_validity, last_uid) VALUES (?, ?, ?)
     ON CONFLICT (mailbox) DO UPDATE SET uid_validity = excluded.uid_validity, last_uid = excluded.last_uid`,
    mailbox,
    uidValidity,
    lastUid,
  )
}
