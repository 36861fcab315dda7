import { spawnSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { scratchFolder } from '../engine/register.ts'
import { everyPaper, longPapers, setPaper } from '../pdf/papers.ts'
import { everyBilingual, everyLetter, richLetter, set } from '../pdf/letters.ts'

const documents = [...everyLetter, ...everyBilingual, ['all-at-once', 'kk', richLetter()] as const]

/** What qpdf says of a file: syntax, streams and cross-references. Empty where it has nothing to say. */
function complaintsOf(pdf: Uint8Array): string {
  const path = join(scratchFolder(), 'letter.pdf')
  writeFileSync(path, pdf)
  const { status, stdout, stderr } = spawnSync('qpdf', ['--check', path], { encoding: 'utf8' })
  const warnings = stdout.split('\n').filter((line) => /^WARNING/i.test(line))
  return [status === 0 ? '' : `status ${String(status)}`, stderr, ...warnings].filter(Boolean).join('\n')
}

describe('qpdf finds nothing wrong', () => {
  it.each(documents)('with %s in %s', async (_id, _lang, document) => {
    expect(complaintsOf((await set(document)).pdf)).toBe('')
  })

  it.each([...everyPaper, ...longPapers])('with %s in %s', async (_id, _lang, document) => {
    expect(complaintsOf(await setPaper(document))).toBe('')
  })

  it('and would, were it there', async () => {
    const [first] = documents
    if (!first) throw new Error('no letters')
    const { pdf } = await set(first[2])
    expect(complaintsOf(pdf.subarray(0, pdf.length - 1_000))).not.toBe('')
  })
})
