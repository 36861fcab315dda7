import { join } from 'node:path'
import { z } from 'zod'
import type { RunStyle } from '../../../core/letters/document.ts'
import { groupCode } from '../../../core/vault/recovery-code.ts'
import type { Lang } from '../../../shared/model/lang.ts'
import { drawPages } from '../letters/draw.ts'
import { loadFonts, type LetterFonts } from '../letters/fonts.ts'
import { column, small } from '../letters/page.ts'
import { paginate } from '../letters/paginate.ts'
import { collect, openPdf } from '../letters/pdf.ts'
import { textRows, type Leaf, type Row } from '../letters/rows.ts'
import { readPack } from '../packs/load.ts'
import type { Session } from '../session.ts'

const line = z.string().min(1)
const SheetText = z.object({
  title: line,
  what: line,
  steps: z.array(line).min(1),
  madeOn: line,
  vault: line,
})
type SheetText = z.infer<typeof SheetText>
const Sheet = z.object({ kk: SheetText, ru: SheetText })

/** The printed sheet with the code and what to do with it, in Kazakh and in Russian. It is kept nowhere. */
export async function recoverySheet(
  code: string,
  { ports, today }: Session,
  folder: string,
): Promise<{ name: string; bytes: Uint8Array }> {
  const texts = readPack(join(ports.resources, 'packs', 'kz', 'sheets', 'recovery.json'), Sheet)
  const fonts = loadFonts(join(ports.resources, 'fonts'))
  const madeOn = today.split('-').toReversed().join('.')
  const rows = (['kk', 'ru'] as const).flatMap((lang) =>
    half(texts[lang], lang, { code, madeOn, folder }, fonts),
  )
  const pages = paginate({ rows, foot: null })
  const pdf = openPdf({ title: texts.ru.title, lang: 'ru', date: today }, fonts)
  drawPages(pdf, pages, {
    footer: () => '',
    label: (number) => (pages.length > 1 ? String(number) : ''),
    fonts,
  })
  return { name: `zhauap-recovery-${today}.pdf`, bytes: await collect(pdf.document) }
}

type Facts = { code: string; madeOn: string; folder: string }
type Setting = { size: number; leading: number; style?: RunStyle; align?: 'left' | 'centre'; before: number }

function half(text: SheetText, lang: Lang, { code, madeOn, folder }: Facts, fonts: LetterFonts): Row[] {
  const put = (
    role: Leaf['role'],
    words: string,
    { style = 'regular', align = 'left', before, ...type }: Setting,
  ) =>
    textRows(
      [{ text: words, style }],
      { x: column.left, measure: column.width, align, ...type, leaf: { role, lang } },
      before,
      fonts,
    )
  const body = { size: 10.5, leading: 14.8 }
  return [
    ...put('H1', text.title, { size: 14, leading: 20, style: 'bold', before: 34 }),
    ...put('P', text.what, { ...body, before: 6 }),
    ...put('P', groupCode(code).replaceAll('-', ' – '), {
      size: 15,
      leading: 24,
      style: 'bold',
      align: 'centre',
      before: 12,
    }),
    ...text.steps.flatMap((step, index) => put('P', `${index + 1}. ${step}`, { ...body, before: 5 })),
    ...put('P', `${text.madeOn}: ${madeOn}. ${text.vault}: ${folder}`, { ...small, before: 8 }),
  ]
}
