import { type ReactNode, useState } from 'react'
import { type Draft, useDraft, useKeptDraft } from '../../drafts.ts'
import type { Route } from '../../navigation.ts'
import { Returned } from './Returned.tsx'

export type Filled<T> = {
  typed: T
  change: (part: Partial<T>) => void
  /** Says that the form came back, where it did. */
  returned: ReactNode
}

type Props<T> = {
  /** As `useDraft` has them. */
  name: string
  about: string
  route?: Route | null
  /** As it is with nothing typed. */
  blank: T
  children: (filled: Filled<T>) => ReactNode
}

/** A form that is filled in at one sitting, as it was left where the vault was locked over it. */
export function KeptForm<T extends object>(props: Props<T>) {
  const kept = useKeptDraft<T>(props.name)
  return kept === undefined ? null : <WithKept {...props} kept={kept} />
}

function WithKept<T extends object>({
  name,
  about,
  route = null,
  blank: givenBlank,
  kept,
  children,
}: Props<T> & { kept: Draft<T> | null }) {
  const [blank] = useState(givenBlank)
  const [typed, setTyped] = useState(kept?.content ?? blank)
  const [returned, setReturned] = useState(kept)
  const isBlank = JSON.stringify(typed) === JSON.stringify(blank)
  useDraft({ name, about, content: isBlank ? null : typed, route, kept })
  const forget = () => {
    setTyped(blank)
    setReturned(null)
  }
  return children({
    typed,
    change: (part) => setTyped((old) => ({ ...old, ...part })),
    returned: returned ? <Returned savedAt={returned.savedAt} onForget={forget} /> : null,
  })
}
