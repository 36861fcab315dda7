import type { Bilingual, Lang } from '../../shared/model/lang.ts'
import type { LetterDocument } from './document.ts'

/** PNG files that the officer set. */
export type LetterPictures = {
  readonly logo: Uint8Array | null
  readonly signature: Uint8Array | null
  readonly stamp: Uint8Array | null
}

const alts = {
  logo: { ru: 'Логотип', kk: 'Логотип' },
  signature: { ru: 'Изображение подписи', kk: 'Қолтаңбаның бейнесі' },
  stamp: { ru: 'Изображение печати', kk: 'Мөрдің бейнесі' },
  code: { ru: 'QR-код для проверки документа', kk: 'Құжатты тексеруге арналған QR-код' },
} as const satisfies Record<string, Bilingual>

/** The letter with the pictures set in the settings, and the code by which it can be checked. */
export function dressed(document: LetterDocument, number: string, pictures: LetterPictures): LetterDocument {
  const { lang, letterhead } = document
  const { logo, signature, stamp } = pictures
  const name = letterhead[lang].name
  return {
    ...document,
    letterhead: logo
      ? { ...letterhead, logo: { bytes: logo, alt: `${alts.logo[lang]}: ${name}` } }
      : letterhead,
    ...(signature ? { signature: picture(signature, 'signature', lang) } : {}),
    ...(stamp ? { stamp: picture(stamp, 'stamp', lang) } : {}),
    code: { number, alt: alts.code[lang] },
  }
}

function picture(
  bytes: Uint8Array,
  name: 'signature' | 'stamp',
  lang: Lang,
): { bytes: Uint8Array; alt: string } {
  return { bytes, alt: alts[name][lang] }
}
