import { useDebouncedValue } from '@mantine/hooks'
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import type { CaseRow } from '../../../../shared/contract/cases.ts'
import type { Input, Output } from '../../../../shared/contract/index.ts'
import { api, ask } from '../../../api.ts'
import { mostAtOnce } from '../../../../shared/contract/bulk.ts'
import type { CaseId } from '../../../../shared/model/ids.ts'
import type { CaseView } from '../../../../shared/model/list.ts'
import type { ListView } from '../../../navigation.ts'

const pageSize = 50
type Cursor = Input<'cases.list'>['after']

export type CasePages = {
  rows: readonly CaseRow[]
  loading: boolean
  loadingMore: boolean
  /** The rows are those of the view before; the new ones are on their way. */
  stale: boolean
  empty: boolean
  hasMore: boolean
  /** Cases of the view, loaded or not, as many as can be worked on at once. */
  all: () => Promise<CaseId[]>
  error: unknown
  more: () => void
  again: () => void
}

/** Pages of the list, from cursor to cursor. `today` makes the days left fresh after midnight. */
export function useCasePages(
  { filter, search, narrow, sort }: ListView,
  today: string | undefined,
): CasePages {
  const [typed] = useDebouncedValue(search.trim(), 120)
  const query = useInfiniteQuery({
    queryKey: ['cases', 'list', { filter, search: typed, narrow, sort, today }],
    queryFn: ({ pageParam }): Promise<Output<'cases.list'>> =>
      ask(api.cases.list({ filter, search: typed, narrow, sort, after: pageParam, limit: pageSize })),
    initialPageParam: null as Cursor,
    getNextPageParam: (last): Cursor => last.next,
    placeholderData: keepPreviousData,
  })
  const rows = query.data?.pages.flatMap((page) => page.rows) ?? []
  return {
    rows,
    loading: query.isPending,
    loadingMore: query.isFetchingNextPage,
    stale: query.isPlaceholderData,
    empty: query.isSuccess && rows.length === 0,
    hasMore: query.hasNextPage,
    all: () => allOf({ filter, search: typed, narrow, sort }),
    error: query.error,
    more: () => void query.fetchNextPage(),
    again: () => void query.refetch(),
  }
}

async function allOf(view: CaseView): Promise<CaseId[]> {
  const ids: CaseId[] = []
  let after: Cursor = null
  do {
    const limit = Math.min(200, mostAtOnce - ids.length)
    const page: Output<'cases.list'> = await ask(api.cases.list({ ...view, after, limit }))
    ids.push(...page.rows.map(({ id }) => id))
    after = page.next
  } while (after && ids.length < mostAtOnce)
  return ids
}
