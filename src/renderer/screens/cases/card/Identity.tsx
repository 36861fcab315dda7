import { UnstyledButton } from '@mantine/core'
import { useState } from 'react'
import { judgeWhoAsks } from '../../../../core/casework/steps.ts'
import { transitions } from '../../../../core/casework/transitions.ts'
import type { CaseCard } from '../../../../shared/contract/cases.ts'
import type { Representative } from '../../../../shared/model/case.ts'
import { almatyMoment, shortDate } from '../../../i18n/dates.ts'
import { useTexts } from '../../../i18n/index.ts'
import { Chip } from '../../../ui/Chip.tsx'
import { Facts } from '../../../ui/Facts.tsx'
import { useMay } from '../../../ui/May.tsx'
import { Panel } from '../../../ui/Page.tsx'
import { Begun } from '../../drafts/Begun.tsx'
import styles from './CaseCard.module.css'
import { RepresentativeDialog, representativeDraftName } from './RepresentativeDialog.tsx'

/** Who acts for the applicant, and how it was verified who asks. */
export function Identity({ card }: { card: CaseCard }) {
  const { letters, protection, request, words } = useTexts()
  const [asking, setAsking] = useState(false)
  const isOverridden = card.history.some(({ action }) => action === 'proceededUnverified')
  const open = useMay('cases.setRepresentative') && judgeWhoAsks(card.status).ok
  const isVerified = transitions[card.kind].some(({ action }) => action === 'verifyIdentity')
  const isUntried = isVerified && !isOverridden && card.verifications.length === 0
  if (!open && !isVerified && !card.representative) return null
  return (
    <Panel title={isVerified ? request.verification : request.representativeTitle}>
      {isUntried ? <p className={`dimmed ${styles.phrase ?? ''}`}>{letters.sending.identityOpen}</p> : null}
      {isOverridden ? <Chip tone="today">{request.unverified}</Chip> : null}
      {card.verifications.map((attempt) => (
        <div key={attempt.at} className={styles.attempt}>
          <div>
            {words.methods[attempt.method]}:{' '}
            <Chip tone={attempt.confirmed ? 'good' : 'late'}>
              {attempt.confirmed ? request.confirmed : request.notConfirmed}
            </Chip>
          </div>
          <div className="prewrap">{attempt.compared}</div>
          <div className={styles.when}>
            {almatyMoment(attempt.at)} · {attempt.officer}
          </div>
        </div>
      ))}
      {card.representative ? <Power of={card.representative} /> : null}
      {open && !asking ? (
        <Begun
          forms={[
            {
              name: representativeDraftName(card),
              title: protection.keptForm(protection.kept.representative),
              goOn: () => setAsking(true),
            },
          ]}
        />
      ) : null}
      {open ? (
        <UnstyledButton c="var(--mantine-color-anchor)" fz="sm" mt={8} onClick={() => setAsking(true)}>
          {card.representative ? request.changeRepresentative : request.addRepresentative}
        </UnstyledButton>
      ) : null}
      {asking ? <RepresentativeDialog card={card} onClose={() => setAsking(false)} /> : null}
    </Panel>
  )
}

function Power({ of }: { of: Representative }) {
  const { request } = useTexts()
  return (
    <Facts
      facts={[
        [request.representativeTitle, of.name],
        [request.powerNumber, of.powerNumber],
        [request.powerIssuedOn, shortDate(of.powerIssuedOn)],
        [request.powerIssuer, of.powerIssuer],
        [
          request.powerValidUntil,
          of.powerValidUntil ? shortDate(of.powerValidUntil) : request.powerWithoutTerm,
        ],
      ]}
    />
  )
}
