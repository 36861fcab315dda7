import type { IncomingMessage } from '../../../shared/contract/intake.ts'
import { useTexts } from '../../i18n/index.ts'
import { Facts } from '../../ui/Facts.tsx'
import { Panel } from '../../ui/Page.tsx'
import styles from './Incoming.module.css'

/** What the message would become. The text shows the words that led to each of it. */
export function Proposal({ message: { proposal } }: { message: IncomingMessage }) {
  const { cases, incoming, words } = useTexts()
  const { kind, rivals, applicant, site } = proposal
  const { familyName, givenName, patronymic, iin, phone, address, lang } = applicant
  return (
    <Panel title={incoming.proposalTitle}>
      <Facts
        facts={[
          [cases.form.kind, kind ? words.kinds[kind] : incoming.kindUnknown],
          [incoming.evidence.person, [familyName, givenName, patronymic].join(' ').trim()],
          [incoming.evidence.iin, iin],
          [incoming.evidence.phone, phone],
          [incoming.evidence.address, address],
          [incoming.evidence.site, site],
          [incoming.evidence.lang, words.letterLangs[lang]],
        ]}
      />
      {rivals.length > 0 ? (
        <p className={styles.hint}>
          {incoming.rivals(words.quoted(rivals.map((rival) => words.kinds[rival])))}
        </p>
      ) : null}
      <p className={styles.hint}>{incoming.proposalHint}</p>
    </Panel>
  )
}
