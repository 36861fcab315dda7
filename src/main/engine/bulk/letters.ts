import type { Prospect } from '../../../shared/contract/bulk.ts'
import type { Output } from '../../../shared/contract/index.ts'
import type { LetterDraft } from '../../../shared/contract/letters.ts'
import { AppFailure } from '../../../shared/errors.ts'
import type { CaseId } from '../../../shared/model/ids.ts'
import type { Lang } from '../../../shared/model/lang.ts'
import type { FieldValues, LetterMeta } from '../../../shared/model/letter.ts'
import { mustFindCase } from '../cases/take-step.ts'
import { hindrance } from '../failure.ts'
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

/** The pages of so many letters stay in memory. */
const lettersHeld = 50

/**
 * One letter a case. What stands in the way of one does not stop the others. While a letter is stored, the next is being
 * set, under the number after it; where that does not hold it is set again.
 */
export async function issueLetters(
  session: Session,
  { task, ids, ...letter }: Letter & { task: string; ids: readonly CaseId[] },
): Promise<Output<'bulk.issueLetters'>> {
  const drafts = draftsOf(session, ids, letter)
  let next: Promise<{ sha256: string }> | undefined
  const { done, stopped } = await session.tasks.each(
    task,
    [...drafts.entries()],
    async ([index, { id, number, draft }]) => {
      const set = next ?? previewLetter(session, draft)
      const following = drafts[index + 1]
      next = following && previewLetter(session, following.draft, 1)
      // What is wrong with it is told when its turn comes.
      next?.catch(() => undefined)
      const problem = await hindrance(async () => issueOnce(session, draft, await set))
      if (index % lettersHeld === 0) session.releasePages()
      return { id, number, late: false, problem }
    },
  )
  const problems = done.filter(({ problem }) => problem !== null)
  return { issued: done.length - problems.length, problems, stopped }
}

async function issueOnce(session: Session, draft: LetterDraft, set: { sha256: string }): Promise<void> {
  try {
    issueLetter(session, set)
  } catch (error) {
    if (!(error instanceof AppFailure && error.code === 'letterPreviewStale')) throw error
    issueLetter(session, await previewLetter(session, draft))
  }
}
