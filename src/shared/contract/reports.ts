import { z } from 'zod'
import { Bytes, CaseId } from '../model/ids.ts'
import { LetterLang } from '../model/lang.ts'
import { LocalDate } from '../model/local-date.ts'
import { command } from './call.ts'

const output = z.object({ name: z.string(), bytes: Bytes })
const period = z.object({ from: LocalDate, to: LocalDate, lang: LetterLang })

/**
 * Papers for the office itself, as PDF. They hold personal data, so that each is recorded: these are commands, which an
 * auditor may give too.
 */
export const reports = {
  caseCard: command({ input: z.object({ caseId: CaseId, lang: LetterLang }), output, forAuditor: true }),
  /** Cases received from a day to a day, both counted. */
  journal: command({ input: period, output, forAuditor: true }),
  period: command({ input: period, output, forAuditor: true }),
}
