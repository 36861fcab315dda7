import { createContext, use, useCallback, useMemo, useRef, useState } from 'react'
import { fileLimitsMiB } from '../../../shared/model/case.ts'
import { api, ask, isRefusal, Refusal } from '../../api.ts'
import { useTexts } from '../../i18n/index.ts'
import { type Navigation, useNavigation } from '../../navigation.ts'
import { say } from '../../ui/command.ts'
import type { Progress } from '../../ui/task.ts'

const bytesInMiB = 1024 * 1024

/** Takes an e-mail file in; one that is too large is refused before it is read. */
async function readEmail(file: File) {
  if (file.size > fileLimitsMiB.email * bytesInMiB) {
    throw new Refusal({ code: 'emailTooLarge', details: { limitMiB: fileLimitsMiB.email } })
  }
  const bytes = new Uint8Array(await file.arrayBuffer())
  return ask(api.intake.read({ bytes }))
}

/** What came of a batch of files. Where all were taken in there is nothing to look at. */
export type Outcome = { taken: number; known: number; unread: readonly { name: string; error: unknown }[] }

export type Intake = {
  progress: Progress | null
  outcome: Outcome | null
  forget: () => void
  cancel: () => void
  /** Takes the files in, one after another: a single request opens its form, anything else the list. */
  read: (files: readonly File[]) => void
}

type Steps = { isCancelled: () => boolean; tell: (progress: Progress) => void }

/** One file after another, so that no more than one is in memory. Ends early where the vault was locked. */
async function readAll(files: readonly File[], { isCancelled, tell }: Steps): Promise<Outcome> {
  const outcome = { taken: 0, known: 0, unread: [] as { name: string; error: unknown }[] }
  for (const [done, file] of files.entries()) {
    if (isCancelled()) break
    tell({ done, total: files.length })
    try {
      const { known } = await readEmail(file)
      if (known) outcome.known += 1
      else outcome.taken += 1
    } catch (error) {
      outcome.unread.push({ name: file.name, error })
      if (isRefusal(error, 'vaultLocked')) break
    }
  }
  return outcome
}

function useIntake({ leave, go }: Pick<Navigation, 'leave' | 'go'>): Intake {
  const { incoming } = useTexts()
  const [progress, setProgress] = useState<Progress | null>(null)
  const [outcome, setOutcome] = useState<Outcome | null>(null)
  const cancelled = useRef(false)

  const readOne = useCallback(
    async (file: File) => {
      try {
        const message = await readEmail(file)
        const isFresh = message.nature === 'request' && message.state === 'waiting'
        go(isFresh || message.registeredAs ? { screen: 'newCase', email: message } : { screen: 'incoming' })
        if (message.known && !message.registeredAs) setOutcome({ taken: 0, known: 1, unread: [] })
        if (!isFresh && message.state === 'waiting') go({ screen: 'message', id: message.emailId })
      } catch (error) {
        setOutcome({ taken: 0, known: 0, unread: [{ name: file.name, error }] })
      }
    },
    [go],
  )
  const readMany = useCallback(
    async (files: readonly File[]) => {
      go({ screen: 'incoming' })
      const outcome = await readAll(files, { isCancelled: () => cancelled.current, tell: setProgress })
      if (outcome.known + outcome.unread.length > 0) setOutcome(outcome)
      else say(incoming.taken(outcome.taken))
    },
    [go, incoming],
  )
  const start = useCallback(
    async (files: readonly File[]) => {
      const [file] = files
      if (!file) return
      cancelled.current = false
      setOutcome(null)
      setProgress({ done: 0, total: files.length })
      await (files.length === 1 ? readOne(file) : readMany(files))
      setProgress(null)
    },
    [readOne, readMany],
  )
  const read = useCallback((files: readonly File[]) => leave(() => void start(files)), [leave, start])
  const forget = useCallback(() => setOutcome(null), [])
  const cancel = useCallback(() => {
    cancelled.current = true
  }, [])
  return useMemo(
    () => ({ progress, outcome, forget, cancel, read }),
    [progress, outcome, forget, cancel, read],
  )
}

/** Opens the file dialog for e-mails. */
export const OpenEmailContext = createContext<() => void>(() => undefined)

export function useOpenEmail(): () => void {
  return use(OpenEmailContext)
}

export function useReadEmails(): Intake {
  return useIntake(useNavigation())
}
