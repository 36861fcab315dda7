import { firstProtection, Protection } from '../../../shared/model/protection.ts'
import type { ReadableDb, WritableDb } from '../db/db.ts'
import { readSetting, writeSetting } from '../settings/store.ts'

const SavedProtection = Protection.partial()

/** What the officer has set; what a newer program asks besides is as at first. */
export function readProtection(db: ReadableDb): Protection {
  return Protection.parse({ ...firstProtection, ...readSetting(db, 'protection', SavedProtection) })
}

export function writeProtection(db: WritableDb, protection: Protection): void {
  writeSetting(db, 'protection', protection)
}
