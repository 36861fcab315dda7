import type { Prospect } from '../../../shared/contract/bulk.ts'
import type { Output } from '../../../shared/contract/index.ts'
import type { LetterDraft } from '../../../shared/contract/letters.ts'
import type { AppError } from '../../../shared/errors.ts'
import type { CaseId } from '../../../shared/model/ids.ts'
import type { Lang } from '../../../shared/model/lang.ts'
import type { FieldValues, LetterMeta } from '../../../shared/model/letter.ts'
import { mustFindCase } from '../cases/take-step.ts'
import { hindrance, hindranceNow } from '../failure.ts'
import { issueLetter } from '../letters/issue.ts'
import { checkLetter, fittingTemplates, previewLetter } from '../letters/preview.ts'
import type { Session } from '../session.ts'

/** The letters that some of the cases may have written, those for most of them first. */
export function lettersFor(session: Session, ids: readonly CaseId[]): Output<'bulk.letters'>['letters'] {
  const found = new Map<string, { meta: LetterMeta; cases: number }>()
  session.query((db) => {
    for (const id of ids) {
      for (const { meta } of fittingTemplates(db, session.packs, mustFindCase(db, id))) {
        found.set(meta.id, { meta, cases: (found.get(meta.id)?.cases ?? 0) + 1 })
      }
    }
  })
  return [...found.values()].toSorted((a, b) => b.cases - a.cases)
}

type Letter = { templateId: string; lang: Lang | null; fields: FieldValues }
type Drafted = { id: CaseId; number: string; draft: LetterDraft }

function draftsOf(session: Session, ids: readonly CaseId[], { templateId, lang, fields }: Letter): Drafted[] {
  return session.query((db) =>
    ids.map((id) => {
      const { number, applicant } = mustFindCase(db, id)
      return { id, number, draft: { caseId: id, templateId, lang: lang ?? applicant.lang, fields } }
    }),
  )
}

/** What stands in the way of the letter in each case, if anything does. */
export function previewLetters(
  session: Session,
  { ids, ...letter }: Letter & { ids: readonly CaseId[] },
): Promise<Prospect[]> {
  return Promise.all(
    draftsOf(session, ids, letter).map(async ({ id, number, draft }) => {
      return { id, number, late: false, problem: await hindrance(() => checkLetter(session, draft)) }
    }),
  )
}

/** So many letters are stored at once; while they are, as many are being set. */
const batch = 4

/**
 * One letter a case. What stands in the way of one does not stop the others. While letters are stored, the next are being
 * set, under the numbers after them; where those do not hold they are set again.
 */
export async function issueLetters(
  session: Session,
  { task, ids, ...letter }: Letter & { task: string; ids: readonly CaseId[] },
): Promise<Output<'bulk.issueLetters'>> {
  const set = (some: readonly Drafted[], ahead: number): Promise<Prepared[]> =>
    Promise.all(some.map((one, index) => prepare(session, one, ahead + index)))
  let next: Promise<Prepared[]> | undefined
  const { done, stopped } = await session.tasks.inBatches(
    task,
    draftsOf(session, ids, letter),
    batch,
    async (some, rest) => {
      const prepared = await (next ?? set(some, 0))
      next = set(rest.slice(0, batch), some.length)
      const problems = await storeTogether(session, prepared)
      session.releasePages()
      return some.map(({ id, number }, index) => ({
        id,
        number,
        late: false,
        problem: problems[index] ?? null,
      }))
    },
  )
  const problems = done.filter(({ problem }) => problem !== null)
  return { issued: done.length - problems.length, problems, stopped }
}

/** A letter that is set, or what stands in its way. */
type Prepared = { draft: LetterDraft; sha256: string; problem: AppError | null }

async function prepare(session: Session, { draft }: Drafted, ahead: number): Promise<Prepared> {
  let sha256 = ''
  const problem = await hindrance(async () => ({ sha256 } = await previewLetter(session, draft, ahead)))
  return { draft, sha256, problem }
}

/** Stores letters in one transaction; those whose number does not hold, one after another. */
async function storeTogether(session: Session, letters: readonly Prepared[]): Promise<(AppError | null)[]> {
  const problems: (AppError | null)[] = []
  session.together(() => {
    for (const { sha256, problem } of letters)
      problems.push(problem ?? hindranceNow(() => issueLetter(session, { sha256 })))
  })
  for (const [index, { draft }] of letters.entries()) {
    if (problems[index]?.code !== 'letterPreviewStale') continue
    problems[index] = await hindrance(async () => issueLetter(session, await previewLetter(session, draft)))
  }
  return problems
}
