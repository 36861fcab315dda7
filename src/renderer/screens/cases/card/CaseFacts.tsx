import { UnstyledButton } from '@mantine/core'
import { useState } from 'react'
import { judgeWhoAsks } from '../../../../core/casework/steps.ts'
import type { CaseCard } from '../../../../shared/contract/cases.ts'
import type { Applicant } from '../../../../shared/model/case.ts'
import { almatyMoment, shortDate } from '../../../i18n/dates.ts'
import { useTexts } from '../../../i18n/index.ts'
import { EmailAddress } from '../../../ui/EmailAddress.tsx'
import { Facts } from '../../../ui/Facts.tsx'
import { useMay } from '../../../ui/May.tsx'
import { Panel } from '../../../ui/Page.tsx'
import { Begun } from '../../drafts/Begun.tsx'
import { applicantDraftName, CorrectApplicant } from './CorrectApplicant.tsx'
import styles from './CaseCard.module.css'

/** The organisation, the person, or the person of the organisation. */
export function nameOf({ organisation, familyName, givenName, patronymic }: Applicant): string {
  return [organisation, familyName, givenName, patronymic].filter(Boolean).join(' ')
}

/** Who asked, how and when, and which officer has the case. */
export function CaseFacts({ card }: { card: CaseCard }) {
  const { cases, protection, register, words } = useTexts()
  const { applicant } = card
  const mayCorrect = useMay('cases.correctApplicant') && judgeWhoAsks(card.status).ok
  const [correcting, setCorrecting] = useState(false)
  return (
    <Panel title={cases.card.person} part="person">
      {mayCorrect && !correcting ? (
        <Begun
          forms={[
            {
              name: applicantDraftName(card),
              title: protection.keptForm(cases.card.correctTitle),
              goOn: () => setCorrecting(true),
            },
          ]}
        />
      ) : null}
      <p className={styles.name}>{nameOf(applicant)}</p>
      <Facts
        facts={[
          [cases.card.iin, applicant.iin],
          [cases.card.email, applicant.email ? <EmailAddress key="email" address={applicant.email} /> : null],
          [cases.card.phone, applicant.phone],
          [cases.card.address, applicant.address],
          [cases.card.lang, words.letterLangs[applicant.lang]],
          [cases.card.received, shortDate(card.receivedOn)],
          [cases.card.channel, words.channels[card.channel]],
          [cases.card.registeredAt, almatyMoment(card.registeredAt)],
          [register.assignee, card.assignee ?? register.nobody],
        ]}
      />
      {mayCorrect ? (
        <UnstyledButton c="var(--mantine-color-anchor)" fz="sm" mt={8} onClick={() => setCorrecting(true)}>
          {cases.card.correct}
        </UnstyledButton>
      ) : null}
      {correcting ? <CorrectApplicant card={card} onClose={() => setCorrecting(false)} /> : null}
    </Panel>
  )
}
