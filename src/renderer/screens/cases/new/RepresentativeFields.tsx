import { TextInput } from '@mantine/core'
import { limits } from '../../../../shared/model/case.ts'
import type { LocalDate } from '../../../../shared/model/local-date.ts'
import { shortDate } from '../../../i18n/dates.ts'
import { useTexts } from '../../../i18n/index.ts'
import { DateField } from '../../../ui/DateField.tsx'
import { explainTooLong } from './nameLimit.ts'
import styles from './NewCase.module.css'
import type { RepresentativeDraft } from './representativeDraft.ts'

type Props = {
  draft: RepresentativeDraft
  change: (part: Partial<RepresentativeDraft>) => void
  today: LocalDate
  /** Marks the fields that are still empty. */
  error?: string | undefined
}

/** Who acts for the applicant, and the particulars of the power of attorney. */
export function RepresentativeFields({ draft, change, today, error }: Props) {
  const texts = useTexts()
  const { request } = texts
  const line = (name: 'name' | 'powerNumber' | 'powerIssuer', label: string) => ({
    label,
    value: draft[name],
    autoComplete: 'off',
    required: true,
    error: draft[name].trim() === '' ? error : undefined,
    onChange: (event: { currentTarget: { value: string } }) => change({ [name]: event.currentTarget.value }),
  })
  const name = line('name', request.representativeName)
  const { powerValidUntil: until } = draft
  return (
    <div className={styles.grid}>
      <TextInput
        {...name}
        error={explainTooLong('representativeName', draft.name, texts) ?? name.error}
        className={styles.wide}
      />
      <TextInput {...line('powerNumber', request.powerNumber)} maxLength={limits.line} />
      <DateField
        label={request.powerIssuedOn}
        value={draft.powerIssuedOn}
        onChange={(powerIssuedOn) => change({ powerIssuedOn })}
        latest={today}
        error={draft.powerIssuedOn ? undefined : error}
        required
      />
      <DateField
        label={request.powerValidUntil}
        hint={request.powerNoTerm}
        value={until}
        onChange={(powerValidUntil) => change({ powerValidUntil })}
        error={until && until < today ? request.powerExpired(shortDate(until)) : undefined}
      />
      <TextInput
        {...line('powerIssuer', request.powerIssuer)}
        maxLength={limits.line}
        className={styles.wide}
        description={request.powerHint}
        inputWrapperOrder={['label', 'input', 'description', 'error']}
      />
    </div>
  )
}
