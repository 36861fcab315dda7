import { useDebouncedValue } from '@mantine/hooks'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { Output } from '../../../../shared/contract/index.ts'
import type { Lang } from '../../../../shared/model/lang.ts'
import { api, ask } from '../../../api.ts'
import { type LetterTexts, tidied } from './textDraft.ts'

export type TextPreview = {
  letter: Output<'templates.preview'> | null
  /** It is what the text says now. */
  fresh: boolean
  error: unknown
  lang: Lang
  setLang: (lang: Lang) => void
}

/** The letter about a sample case, checked and drawn a moment after the last key; null: there is a gap in the text. */
export function useTextPreview(text: { id: string; texts: LetterTexts } | null): TextPreview {
  const [lang, setLang] = useState<Lang>('kk')
  const wanted = JSON.stringify(text && { id: text.id, texts: tidied(text.texts), lang })
  const [asked] = useDebouncedValue(wanted, 400)
  const query = useQuery({
    queryKey: ['templates', 'preview', asked],
    queryFn: () =>
      ask(api.templates.preview(JSON.parse(asked) as { id: string; texts: LetterTexts; lang: Lang })),
    enabled: asked !== 'null',
    placeholderData: keepPreviousData,
    gcTime: 0,
  })
  return {
    letter: query.error ? null : (query.data ?? null),
    fresh: asked === wanted && wanted !== 'null' && query.isSuccess && !query.isPlaceholderData,
    error: query.error,
    lang,
    setLang,
  }
}
