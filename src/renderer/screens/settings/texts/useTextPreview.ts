import { useDebouncedValue } from '@mantine/hooks'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { Result } from '../../../../shared/errors.ts'
import type { LetterLang } from '../../../../shared/model/lang.ts'
import { ask } from '../../../api.ts'

type Drawn = { pdf: Uint8Array; sha256: string }

export type TextPreview<T extends Drawn = Drawn> = {
  shown: T | null
  /** It is what the text says now. */
  fresh: boolean
  error: unknown
  lang: LetterLang
  setLang: (lang: LetterLang) => void
}

/** The letter or paper about sample cases, checked and drawn a moment after the last key; null: there is a gap in the text. */
export function useTextPreview<Text extends { id: string }, T extends Drawn>(
  draw: (text: Text & { lang: LetterLang }) => Promise<Result<T>>,
  text: Text | null,
): TextPreview<T> {
  const [lang, setLang] = useState<LetterLang>('kk')
  const wanted = JSON.stringify(text && { ...text, lang })
  const [asked] = useDebouncedValue(wanted, 400)
  const query = useQuery({
    queryKey: ['templates', 'preview', asked],
    queryFn: () => ask(draw(JSON.parse(asked) as Text & { lang: LetterLang })),
    enabled: asked !== 'null',
    placeholderData: keepPreviousData,
    gcTime: 0,
  })
  return {
    shown: query.error ? null : (query.data ?? null),
    fresh: asked === wanted && wanted !== 'null' && query.isSuccess && !query.isPlaceholderData,
    error: query.error,
    lang,
    setLang,
  }
}
