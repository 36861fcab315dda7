import { useState } from 'react'
import type { Output } from '../../../shared/contract/index.ts'

export type LanguageDifference = Output<'letters.preview'>['differences'][number]

export type Acceptance = {
  differences: readonly LanguageDifference[]
  accepted: boolean
  /** False where there are differences that nobody accepted. */
  free: boolean
  setAccepted: (accepted: boolean) => void
}

/** Whether the officer accepted the differences between the languages; new ones are to be accepted anew. */
export function useAcceptance(differences: readonly LanguageDifference[]): Acceptance {
  const [acceptedOnes, setAcceptedOnes] = useState<string | null>(null)
  const shown = JSON.stringify(differences)
  const accepted = differences.length > 0 && acceptedOnes === shown
  return {
    differences,
    accepted,
    free: differences.length === 0 || accepted,
    setAccepted: (yes) => setAcceptedOnes(yes ? shown : null),
  }
}
