import { useEffect, useEffectEvent, useRef, useState } from 'react'
import { api } from './api.ts'
import type { Route } from './navigation.ts'

/** Raise it when any form's draft changes its shape: what was kept in another is then left alone. */
const form = 1
const afterTypingMs = 500
/** A lock does not wait longer for what is still being put away. */
const beforeLockMs = 700

type Kept<T> = { form: number; route: Route | null; content: T }

/** What was not recorded, and when it was last kept. */
export type Draft<T> = { content: T; savedAt: string }

/** What is still to be put away, by name. */
const unsaved = new Map<string, () => Promise<unknown>>()

/** Puts away what was typed and not recorded. */
export async function keepDrafts(): Promise<void> {
  await Promise.allSettled([...unsaved.values()].map((save) => save()))
}

/** Waits for what is put away before a lock, but not for long, and whatever becomes of it. */
export async function soonSettled(works: readonly unknown[]): Promise<void> {
  const patience = new Promise((resolve) => setTimeout(resolve, beforeLockMs))
  await Promise.race([Promise.allSettled(works), patience])
}

export async function readDraft<T>(name: string): Promise<{ draft: Draft<T>; route: Route | null } | null> {
  const read = await api.drafts.read({ name })
  if (!read.ok || !read.value.draft) return null
  const { value, savedAt } = read.value.draft
  const kept = JSON.parse(value) as Kept<T>
  return kept.form === form ? { draft: { content: kept.content, savedAt }, route: kept.route } : null
}

export function saveDraft<T>(name: string, about: string, content: T, route: Route | null) {
  return api.drafts.save({ name, about, value: JSON.stringify({ form, route, content } satisfies Kept<T>) })
}

/** What was kept under a name when the screen was opened; undefined until that is known. */
export function useKeptDraft<T>(name: string): Draft<T> | null | undefined {
  const [kept, setKept] = useState<Draft<T> | null>()
  useEffect(() => {
    let isLate = false
    void readDraft<T>(name)
      .catch(() => null)
      .then((found) => {
        if (!isLate) setKept(found?.draft ?? null)
      })
    return () => {
      isLate = true
    }
  }, [name])
  return kept
}

type Keeping<T> = {
  /** `note:17`; the second part is the case, where there is one. */
  name: string
  /** In a word or two what of, for the list of what is not recorded. */
  about: string
  /** What the form holds; null while that is nothing worth keeping. It must survive JSON. */
  content: T | null
  /** Where it is gone on with; null where the name tells. */
  route?: Route | null
  /** What the form began with, where that had been kept. */
  kept?: Draft<T> | null
  /** Leaving the screen keeps it, too; else only a lock, or the end of the program, does. */
  overScreens?: boolean
}

/** Keeps what a form holds in the vault, a moment after the last key, until it is recorded or given up. */
export function useDraft<T>({
  name,
  about,
  content,
  route = null,
  kept = null,
  overScreens = false,
}: Keeping<T>): void {
  const value = content === null ? null : JSON.stringify(content)
  const saved = useRef(kept && JSON.stringify(kept.content))
  const save = useEffectEvent((): Promise<unknown> => {
    unsaved.delete(name)
    saved.current = value
    return content === null ? api.drafts.drop({ name }) : saveDraft(name, about, content, route)
  })
  const leave = useEffectEvent((isPending: boolean) => {
    if (overScreens) {
      if (isPending) void save()
      return
    }
    unsaved.delete(name)
    // After a lock nobody takes this, and the draft stays.
    void api.drafts.drop({ name })
  })

  useEffect(() => {
    if (value === saved.current) return undefined
    const saveNow = () => save()
    unsaved.set(name, saveNow)
    const timer = setTimeout(() => void saveNow(), afterTypingMs)
    return () => clearTimeout(timer)
  }, [name, value])
  useEffect(() => () => leave(unsaved.has(name)), [name])
}
