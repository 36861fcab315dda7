import { useDebouncedValue } from '@mantine/hooks'
import { useQuery } from '@tanstack/react-query'
import type { Input, Output } from '../../../shared/contract/index.ts'
import { api, ask } from '../../api.ts'

type Draft = Input<'letters.preview'>

export type LetterPreview = {
  /** The last one drawn; while `fresh` is false it is no longer what the fields say. */
  letter: Output<'letters.preview'> | null
  fresh: boolean
  working: boolean
  error: unknown
  /** Asks the engine again, for example because the number has changed. */
  again: () => void
}

/** The letter as a PDF, a moment after the last key. Null: there is nothing to preview yet. */
export function usePreview(draft: Draft | null): LetterPreview {
  const wanted = JSON.stringify(draft)
  const [asked] = useDebouncedValue(wanted, 300)
  const query = useQuery({
    queryKey: ['letters', 'preview', asked],
    queryFn: () => ask(api.letters.preview(JSON.parse(asked) as Draft)),
    enabled: asked !== 'null',
    placeholderData: (old) => old,
    // The engine holds the last few previews, so one that was made before is made again.
    staleTime: 0,
    gcTime: 0,
  })
  const fresh =
    asked === wanted && asked !== 'null' && query.isSuccess && !query.isPlaceholderData && !query.isFetching
  return {
    letter: query.data ?? null,
    fresh,
    working: query.isFetching || asked !== wanted,
    error: query.error,
    again: () => void query.refetch(),
  }
}
