import { useMutation } from '@tanstack/react-query'
import { api, ask } from '../api.ts'
import { useTexts } from '../i18n/index.ts'
import { say } from './command.ts'

type Content = { name: string; bytes: Uint8Array }

/** Fetches a file of the register and writes it where the officer says. */
export function useSaveFile<Id>(fetchFile: (id: Id) => Promise<Content>) {
  const { cases } = useTexts()
  return useMutation({
    mutationFn: async (id: Id) => {
      const { name, bytes } = await fetchFile(id)
      return ask(api.desktop.saveFile({ name, bytes: Uint8Array.from(bytes) }))
    },
    onSuccess: ({ saved }) => {
      if (saved) say(cases.card.fileSaved)
    },
  })
}
