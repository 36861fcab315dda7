import { describe, expect, it } from 'vitest'
import { everyLetter, set, shownLetters } from '../pdf/letters.ts'
import { setPaper, shownPapers } from '../pdf/papers.ts'
import { differenceFrom, keptNames, snapshotsOf } from '../pdf/snapshots.ts'

/** Of a page's pixels; a word that moved or changed is more. */
const tolerance = 0.002

/** `name`: of the pictures, without the page. */
async function expectLook(name: string, pdf: Uint8Array): Promise<void> {
  const pages = await snapshotsOf(pdf)
  pages.forEach((page, index) => {
    expect(differenceFrom(`${name}.${index + 1}`, page), `page ${index + 1}`).toBeLessThan(tolerance)
  })
  expect(keptNames().filter((kept) => kept.startsWith(`${name}.`))).toHaveLength(pages.length)
}

describe('the look of a letter', () => {
  it.each(shownLetters)(
    '%s in %s is that of its picture (npm run snapshots draws them anew)',
    async (id, lang, document) => expectLook(`${id}.${lang}`, (await set(document)).pdf),
  )

  it.each(shownPapers)('and %s in %s is that of its own', async (id, lang, document) =>
    expectLook(`${id}.${lang}`, await setPaper(document)),
  )

  it('is seen to change with a word', async () => {
    const [first] = everyLetter
    if (!first) throw new Error('no letters')
    const [id, lang, document] = first
    const [page] = await snapshotsOf(
      (await set({ ...document, title: `${document.title} (исправлено)` })).pdf,
    )
    expect(page && differenceFrom(`${id}.${lang}.1`, page)).toBeGreaterThan(tolerance)
  })
})
