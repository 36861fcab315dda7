import { everyLetter, richLetter, set } from '../test/pdf/letters.ts'
import { forgetAll, keep, snapshotsOf } from '../test/pdf/snapshots.ts'

/** Draws the pictures of all letters anew, after their words or their look were changed on purpose. Look at them, then commit. */

forgetAll()
const documents = [...everyLetter, ['all-at-once', 'kk', richLetter()] as const]
for (const [id, lang, document] of documents) {
  const pages = await snapshotsOf((await set(document)).pdf)
  pages.forEach((page, index) => keep(`${id}.${lang}.${index + 1}`, page))
}
