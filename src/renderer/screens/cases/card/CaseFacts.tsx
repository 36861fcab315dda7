import type { CaseCard } from '../../../../shared/contract/cases.ts'
import { almatyMoment, shortDate } from '../../../i18n/dates.ts'
import { useTexts } from '../../../i18n/index.ts'
import { Facts } from '../../../ui/Facts.tsx'
import { Panel } from '../../../ui/Page.tsx'

/** Who asked, how and when. */
export function CaseFacts({ card }: { card: CaseCard }) {
  const { cases, words } = useTexts()
  const { applicant } = card
  const name = [applicant.familyName, applicant.givenName, applicant.patronymic].filter(Boolean).join(' ')
  return (
    <Panel title={cases.card.person}>
      <Facts
        facts={[
          [cases.card.person, <strong key="name">{name}</strong>],
          [cases.card.iin, applicant.iin],
          [cases.card.email, applicant.email],
          [cases.card.phone, applicant.phone],
          [cases.card.address, applicant.address],
          [cases.card.lang, words.letterLangs[applicant.lang]],
          [cases.card.received, shortDate(card.receivedOn)],
          [cases.card.channel, words.channels[card.channel]],
          [cases.card.registeredAt, almatyMoment(card.registeredAt)],
        ]}
      />
    </Panel>
  )
}
