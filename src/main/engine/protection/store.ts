import { firstProtection, Protection } from '../../../shared/model/protection.ts'
import type { ReadableDb, WritableDb } from '../db/db.ts'
import { readSetting, writeSetting } from '../settings/store.ts'

/** What the officer has set; what a newer program asks besides is as at first. */
export function readProtection(db: ReadableDb): Protection {
  return Protection.parse({
    ...firstProtection,
    ...Protection.partial().parse(readSetting(db, 'protection') ?? {}),
  })
}

export function writeProtection(db: WritableDb, protection: Protection): void {
  writeSetting(db, 'protection', protection)
}
