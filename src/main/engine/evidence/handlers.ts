import type { engineContract, Handlers } from '../../../shared/contract/index.ts'
import { AppFailure } from '../../../shared/errors.ts'
import type { EvidenceOf } from '../../../shared/model/evidence.ts'
import type { ReadableDb } from '../db/db.ts'
import type { Session } from '../session.ts'
import { makePack, refuseTooLarge } from './pack.ts'
import { casesOf, sizeOf, type EvidenceCase } from './store.ts'

export const evidenceHandlers: Handlers<Pick<typeof engineContract, 'evidence'>, Session> = {
  'evidence.preview': (session, { of }) =>
    session.query((db) => {
      const sizes = mustFindCases(db, of).map(({ id }) => sizeOf(db, id))
      const sum = (part: 'files' | 'bytes'): number => sizes.reduce((total, size) => total + size[part], 0)
      return { cases: sizes.length, files: sum('files'), bytes: sum('bytes') }
    }),
  'evidence.make': async (session, { task, of, lang }) => {
    const cases = session.query((db) => {
      const found = mustFindCases(db, of)
      refuseTooLarge(db, found)
      return found
    })
    const pack = await session.tasks.run(task, (step) => makePack(session, { of, cases, lang }, step))
    session.command(({ record, changed }) => {
      const details = { files: pack.files, sha256: pack.manifestSha256, lang }
      for (const { id } of cases) record('evidenceMade', id, details)
      changed('cases', 'audit')
    })
    return { ...pack, name: nameOf(of), cases: cases.length }
  },
}

/** Fails with `evidenceEmpty` where no case is meant, and with `dateTooEarly` where the period ends before it begins. */
function mustFindCases(db: ReadableDb, of: EvidenceOf): EvidenceCase[] {
  if ('from' in of && of.from > of.to) throw new AppFailure('dateTooEarly', { earliest: of.from })
  const cases = casesOf(db, of)
  if (cases.length === 0) throw new AppFailure('evidenceEmpty', {})
  return cases
}

function nameOf(of: EvidenceOf): string {
  return 'caseNumber' in of
    ? `evidence-${of.caseNumber.toUpperCase()}.zip`
    : `evidence-${of.from}-${of.to}.zip`
}
