import type { CaseId, LetterId } from '../../../shared/model/ids.ts'
import type { LetterLang } from '../../../shared/model/lang.ts'
import type { LocalDate } from '../../../shared/model/local-date.ts'
import type { LetterMail } from '../../../core/letters/merge.ts'

/** A letter as it was shown: issuing makes these very bytes the letter. */
export type Preview = {
  caseId: CaseId
  templateId: string
  templateVersion: number
  /** Of the operator's own text; 0: the pack's. */
  templateRevision: number
  answers: boolean
  round: number
  lang: LetterLang
  number: string
  date: LocalDate
  /** Its words, for the search. */
  body: string
  /** Of the text the officer edited; null: as the template has it. */
  bodySha256: string | null
  correctsId: LetterId | null
  /** Facts that its two languages tell differently. */
  differences: number
  mail: LetterMail
  /** Of its words, as its code has it. */
  contentSha256: string
  sha256: string
  pdf: Uint8Array
}

const most = 8

/** The last letters that were previewed, by hash. They live in memory only, and no longer than the session. */
export class HeldPreviews {
  readonly #previews = new Map<string, Preview>()

  hold(preview: Preview): void {
    this.#previews.delete(preview.sha256)
    this.#previews.set(preview.sha256, preview)
    const oldest = this.#previews.keys().next().value
    if (this.#previews.size > most && oldest !== undefined) this.#previews.delete(oldest)
  }

  find(sha256: string): Preview | undefined {
    return this.#previews.get(sha256)
  }

  clear(): void {
    this.#previews.clear()
  }
}
