import { useState } from 'react'
import type { LetterDraft } from '../../../shared/contract/letters.ts'
import { Lang } from '../../../shared/model/lang.ts'
import type { LetterBody } from '../../../shared/model/letter-body.ts'
import type { LetterPreview } from './usePreview.ts'

type Proposal = { basis: string; body: LetterBody }

/**
 * What the template proposes in each language; nothing where that is not known yet. What is written in one language
 * does not touch what is proposed in the other.
 */
export function useProposals(
  { letter, fresh }: LetterPreview,
  draft: LetterDraft | null,
): Partial<Record<Lang, LetterBody>> {
  const [known, setKnown] = useState<Partial<Record<Lang, Proposal>>>({})
  const [seen, setSeen] = useState<LetterPreview['letter']>(null)
  const basis = JSON.stringify({ ...draft, bodies: null })
  // Fresh is what was asked for with these very bodies, so what nobody edited is what is proposed.
  if (fresh && letter && letter !== seen) {
    const told = Lang.options.flatMap((lang): [Lang, Proposal][] => {
      const body = draft?.bodies?.[lang] ? undefined : letter.bodies[lang]
      return body ? [[lang, { basis, body }]] : []
    })
    setSeen(letter)
    setKnown((old) => ({ ...old, ...(Object.fromEntries(told) as typeof old) }))
  }
  return Object.fromEntries(
    Lang.options.flatMap((lang) => {
      const proposal = known[lang]
      return proposal?.basis === basis ? [[lang, proposal.body]] : []
    }),
  )
}
