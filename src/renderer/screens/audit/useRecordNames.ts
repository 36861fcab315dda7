import { api, useAsk } from '../../api.ts'
import { useOf } from '../../i18n/index.ts'

/** Titles for the ids of rules, letters, grounds, systems and categories of data that the record holds. */
export function useRecordNames(): Record<string, string> {
  const of = useOf()
  const names = useAsk(['audit', 'names'], () => api.audit.names({}))
  return Object.fromEntries(Object.entries(names.data?.titles ?? {}).map(([id, title]) => [id, of(title)]))
}
