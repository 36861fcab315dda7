import { useMutation } from '@tanstack/react-query'
import type { LeavingPaper } from '../../shared/model/audit.ts'
import { api, ask } from '../api.ts'
import { useTexts } from '../i18n/index.ts'
import { say } from './command.ts'

type Content = { name: string; bytes: Uint8Array }

/**
 * Fetches a file of the register and writes it where the officer says. `paperOf`: what the record says of it; null: it tells
 * of nobody, or is on record since it was made.
 */
export function useSaveFile<Id, Fetched extends Content>(
  fetchFile: (id: Id) => Promise<Fetched>,
  paperOf: ((content: Fetched, id: Id) => LeavingPaper | null) | null,
) {
  const { cases } = useTexts()
  return useMutation({
    mutationFn: async (id: Id) => {
      const content = await fetchFile(id)
      const { name, bytes } = content
      const paper = paperOf?.(content, id) ?? null
      return ask(api.desktop.saveFile({ name, bytes: Uint8Array.from(bytes), paper }))
    },
    onSuccess: ({ saved }) => {
      if (saved) say(cases.card.fileSaved)
    },
  })
}
