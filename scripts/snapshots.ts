import { set, shownLetters } from '../test/pdf/letters.ts'
import { setPaper, shownPapers } from '../test/pdf/papers.ts'
import { forgetAll, keep, snapshotsOf } from '../test/pdf/snapshots.ts'

/** Draws the pictures of all letters and papers anew, after their words or their look were changed on purpose. Look at them, then commit. */

forgetAll()
for (const [id, lang, document] of shownLetters) await draw(`${id}.${lang}`, (await set(document)).pdf)
for (const [id, lang, document] of shownPapers) await draw(`${id}.${lang}`, await setPaper(document))

async function draw(name: string, pdf: Uint8Array): Promise<void> {
  const pages = await snapshotsOf(pdf)
  pages.forEach((page, index) => keep(`${name}.${index + 1}`, page))
}
