import type { Prospect } from '../../../shared/contract/bulk.ts'
import { AppFailure, type AppError } from '../../../shared/errors.ts'
import type { CaseId } from '../../../shared/model/ids.ts'
import type { Lang } from '../../../shared/model/lang.ts'
import type { FieldValues, LetterMeta } from '../../../shared/model/letter.ts'
import { mustFindCase } from '../cases/take-step.ts'
import { issueLetter } from '../letters/issue.ts'
import { fittingTemplates, previewLetter } from '../letters/preview.ts'
import type { Session } from '../session.ts'

/** The letters that every one of the cases may have written. */
export function commonLetters(session: Session, ids: readonly CaseId[]): LetterMeta[] {
  const fitting = session.query((db) =>
    ids.map((id) => fittingTemplates(db, session.packs, mustFindCase(db, id)).map(({ meta }) => meta)),
  )
  const [first = [], ...rest] = fitting
  return first.filter(({ id }) => rest.every((metas) => metas.some((meta) => meta.id === id)))
}

type Order = {
  task: string
  ids: readonly CaseId[]
  templateId: string
  lang: Lang | null
  fields: FieldValues
}

/** One letter a case. What stands in the way of one does not stop the others. */
export function issueLetters(
  session: Session,
  { task, ids, templateId, lang, fields }: Order,
): Promise<{ issued: number; problems: Prospect[] }> {
  return session.tasks.run(task, async (step) => {
    const problems: Prospect[] = []
    for (const [index, caseId] of ids.entries()) {
      const { number, applicant } = session.query((db) => mustFindCase(db, caseId))
      const draft = { caseId, templateId, lang: lang ?? applicant.lang, fields }
      const problem = await issueOne(session, draft)
      if (problem) problems.push({ id: caseId, number, late: false, problem })
      await step(index + 1, ids.length)
    }
    return { issued: ids.length - problems.length, problems }
  })
}

async function issueOne(
  session: Session,
  draft: Parameters<typeof previewLetter>[1],
): Promise<AppError | null> {
  try {
    const { sha256 } = await previewLetter(session, draft)
    issueLetter(session, { sha256 })
    return null
  } catch (error) {
    if (error instanceof AppFailure) return { code: error.code, details: error.details }
    throw error
  }
}
