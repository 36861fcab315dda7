import { Checkbox } from '@mantine/core'
import { LocalDate } from '../../../shared/model/local-date.ts'
import { api, useAsk } from '../../api.ts'
import { shortDate } from '../../i18n/dates.ts'
import { useTexts } from '../../i18n/index.ts'
import styles from './Differences.module.css'
import type { Acceptance, LanguageDifference } from './useAcceptance.ts'

/** Where the two languages of a letter tell different facts; it is issued once they agree or the officer accepts them. */
export function Differences({ acceptance }: { acceptance: Acceptance }) {
  const { letters } = useTexts()
  const status = useAsk(['vault', 'status'], () => api.vault.status({}))
  const { differences, accepted, setAccepted } = acceptance
  if (differences.length === 0) return null
  const texts = letters.parity
  return (
    <section className={styles.panel} aria-label={texts.title(differences.length)}>
      <h2 className={styles.title}>{texts.title(differences.length)}</h2>
      <p className={styles.text}>{texts.text}</p>
      <DifferenceTable differences={differences} />
      <Checkbox
        label={texts.accept(status.data?.officer ?? '')}
        description={texts.acceptHint}
        checked={accepted}
        onChange={({ currentTarget: { checked } }) => setAccepted(checked)}
      />
    </section>
  )
}

/** Facts side by side, with where they stand. */
export function DifferenceTable({ differences }: { differences: readonly LanguageDifference[] }) {
  const { letters, words } = useTexts()
  const texts = letters.parity
  const placeOf = (block: number | null): string =>
    block === null ? texts.whole : block === 0 ? texts.heading : texts.block(block)
  return (
    <table className={styles.table}>
      <thead>
        <tr>
          <th scope="col">{texts.where}</th>
          <th scope="col">{texts.what}</th>
          <th scope="col">{words.letterLangs.kk}</th>
          <th scope="col">{words.letterLangs.ru}</th>
        </tr>
      </thead>
      <tbody>
        {differences.map(({ kind, block, ru, kk }) => (
          <tr key={`${kind}/${block}`}>
            <td>{placeOf(block)}</td>
            <td>{texts.kinds[kind]}</td>
            <td>
              <Told kind={kind} facts={kk} />
            </td>
            <td>
              <Told kind={kind} facts={ru} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Told({ kind, facts }: { kind: LanguageDifference['kind']; facts: readonly string[] }) {
  const { letters } = useTexts()
  const { parity } = letters
  if (facts.length === 0) return <span className="dimmed">{parity.nothing}</span>
  if (kind === 'blocks') return facts.map(parity.shape).join(', ')
  return facts.map(readable).join(', ')
}

function readable(fact: string): string {
  const date = LocalDate.safeParse(fact)
  return date.success ? shortDate(date.data) : fact
}
