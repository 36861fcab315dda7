import { join } from 'node:path'
import type { LetterDocument } from '../../../core/letters/document.ts'
import type { ReportDocument } from '../../../core/reports/document.ts'
import { loadFonts } from './fonts.ts'
import { typesetReport } from './typeset-report.ts'
import { typesetLetter, type Typeset } from './typeset.ts'

/** Makes letters of documents: in a worker of its own in the program, within the engine in tests. */
export type Typesetter = {
  /** Fails as `typesetLetter` does. */
  typeset(document: LetterDocument): Promise<Typeset>
  typesetReport(document: ReportDocument): Promise<Uint8Array>
  close(): Promise<void>
}

export function typesetterHere(resources: string): Typesetter {
  return {
    typeset: async (document) => typesetLetter(document, loadFonts(join(resources, 'fonts'))),
    typesetReport: async (document) => typesetReport(document, loadFonts(join(resources, 'fonts'))),
    close: () => Promise.resolve(),
  }
}
