import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import Database from 'better-sqlite3-multiple-ciphers'
import { addDays } from '../../src/core/calendar/days.ts'
import { clocksOfReceipt } from '../../src/core/deadlines/start.ts'
import { journalNumber, seriesOf } from '../../src/core/numbering/numbers.ts'
import { indexCase } from '../../src/main/engine/cases/search-store.ts'
import { insertCase, insertPerson, takePlace } from '../../src/main/engine/cases/store.ts'
import { configure, createRegister } from '../../src/main/engine/db/open.ts'
import { migrate } from '../../src/main/engine/db/migrate.ts'
import { startClocks } from '../../src/main/engine/deadlines/clocks.ts'
import { must } from '../../src/main/engine/failure.ts'
import { loadPacks } from '../../src/main/engine/packs/load.ts'
import { Session } from '../../src/main/engine/session.ts'
import { CaseKind } from '../../src/shared/model/case.ts'
import { LocalDate } from '../../src/shared/model/local-date.ts'
import { noDetails, person, text } from './people.ts'

const now = Date.parse('2026-11-23T06:00:00Z')
const today = LocalDate.parse('2026-11-23')
const packs = loadPacks('resources')

/** The engine's session over a new register: encrypted as users have it, or in plaintext to compare with. */
export function openBenchRegister(folder: string, kind: 'encrypted' | 'plaintext'): Session {
  const path = join(folder, `${kind}.db`)
  const connection = kind === 'encrypted' ? createRegister(path, randomBytes(32)) : createPlaintext(path)
  const ports = { clock: { now: () => now }, random: { bytes: randomBytes }, resources: 'resources' }
  return new Session(
    ports,
    packs,
    connection,
    'Ә. Қалиева',
    () => undefined,
    () => undefined,
  )
}

function createPlaintext(path: string): Database.Database {
  const db = new Database(path)
  configure(db)
  migrate(db)
  return db
}

/** Fills the register with cases as registration leaves them, a thousand a transaction; most are closed, as in life. */
export function fill(session: Session, count: number): void {
  for (let first = 0; first < count; first += 1_000) {
    session.command(({ db, at, record }) => {
      for (let number = first; number < Math.min(first + 1_000, count); number += 1) {
        const kind = CaseKind.options[number % CaseKind.options.length] ?? 'access'
        const receivedOn = addDays(today, -(number % 400))
        const row = {
          number: journalNumber(seriesOf(kind), 2026, takePlace(db, seriesOf(kind), 2026)),
          kind,
          channel: 'email' as const,
          receivedOn,
          registeredAt: at,
          site: 'kazteleport.kz',
          subject: 'Обращение',
          text: text(number),
          details: noDetails,
          emailMessageId: null,
          emailSha256: null,
        }
        const applicant = person(number)
        const id = insertCase(db, row, insertPerson(db, applicant))
        indexCase(db, id, row, applicant)
        startClocks(
          db,
          id,
          must(
            clocksOfReceipt(packs, {
              kind,
              receivedOn,
              documentsEnclosed: false,
              ground: null,
              statedDueOn: receivedOn,
            }),
          ),
        )
        if (number % 50 !== 0) db.run("UPDATE cases SET status = 'closed' WHERE id = ?", id)
        record('caseRegistered', id, { number: row.number })
      }
    })
  }
}
