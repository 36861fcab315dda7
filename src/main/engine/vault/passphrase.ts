import { ZxcvbnFactory } from '@zxcvbn-ts/core'
import { adjacencyGraphs, dictionary } from '@zxcvbn-ts/language-common'
import { AppFailure } from '../../../shared/errors.ts'

export const minLength = 12
const minScore = 3

// Built on first use: the dictionaries cost a start-up that an unlock does not need.
let estimator: ZxcvbnFactory | undefined

/** How hard a passphrase is to guess, 0 to 4 (zxcvbn), and whether a vault may be made with it. */
export function ratePassphrase(passphrase: string): { score: number; accepted: boolean; minLength: number } {
  // Guessing cost is settled long before 100 characters, and the estimate grows with the square of the length.
  estimator ??= new ZxcvbnFactory({ graphs: adjacencyGraphs, dictionary })
  const { score } = estimator.check(passphrase.slice(0, 100))
  return { score, accepted: passphrase.length >= minLength && score >= minScore, minLength }
}

/** Fails with `passphraseWeak`. */
export function refuseWeak(passphrase: string): void {
  if (!ratePassphrase(passphrase).accepted) throw new AppFailure('passphraseWeak', { minLength })
}
