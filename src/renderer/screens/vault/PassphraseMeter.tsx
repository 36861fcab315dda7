import { useEffect, useState } from 'react'
import type { Output } from '../../../shared/contract/index.ts'
import { api } from '../../api.ts'
import { useTexts } from '../../i18n/index.ts'
import styles from './PassphraseMeter.module.css'

/** A rating and the passphrase it is of: while one types on, the last one is of an older text. */
export type Rating = Output<'vault.ratePassphrase'> & { of: string }

/** Rates what is typed. The passphrase stays out of the query cache, which would keep it. */
export function useRating(passphrase: string): Rating | null {
  const [rating, setRating] = useState<Rating | null>(null)
  useEffect(() => {
    let current = true
    const timer = setTimeout(() => {
      void api.vault.ratePassphrase({ passphrase }).then((result) => {
        if (current && result.ok) setRating({ ...result.value, of: passphrase })
      })
    }, 120)
    return () => {
      current = false
      clearTimeout(timer)
    }
  }, [passphrase])
  return rating
}

export function PassphraseMeter({ passphrase, rating }: { passphrase: string; rating: Rating | null }) {
  const { vault } = useTexts()
  // Its place stays while it is empty: a button that moved away under the pointer would lose its click.
  if (passphrase === '' || !rating) return <div className={styles.meter} />
  const missing = rating.minLength - passphrase.length
  const advice =
    missing > 0 ? vault.missingChars(missing) : rating.accepted ? vault.enough : vault.tooGuessable
  const filled = rating.accepted ? rating.score + 1 : Math.min(rating.score + 1, 3)
  return (
    <div className={styles.meter}>
      <div className={styles.bars} aria-hidden="true" data-accepted={rating.accepted}>
        {[1, 2, 3, 4, 5].map((bar) => (
          <span key={bar} data-filled={bar <= filled} />
        ))}
      </div>
      <output className={styles.words} aria-label={vault.strengthLabel}>
        {vault.strength(rating.score)}: {advice}
      </output>
    </div>
  )
}
