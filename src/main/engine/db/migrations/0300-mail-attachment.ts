import type { Migration } from '../migrate.ts'

/** What a mail carries in place of the letter's PDF: an encrypted file, whose password nobody keeps. */
export const mailAttachment: Migration = {
  version: 300,
  up: (db) => {
    db.exec(`
      ALTER TABLE mail ADD COLUMN attachment_name TEXT;
      ALTER TABLE mail ADD COLUMN attachment BLOB;
    `)
  },
}
