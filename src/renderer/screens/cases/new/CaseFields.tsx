import { Checkbox, Radio, Select, Textarea, TextInput } from '@mantine/core'
import { CaseKind, Channel, limits } from '../../../../shared/model/case.ts'
import type { LocalDate } from '../../../../shared/model/local-date.ts'
import { useTexts } from '../../../i18n/index.ts'
import type { ReadEmail } from '../../../navigation.ts'
import { DateField } from '../../../ui/DateField.tsx'
import { Panel } from '../../../ui/Page.tsx'
import { ApplicantFields } from './ApplicantFields.tsx'
import { AttachmentsField } from './AttachmentsField.tsx'
import type { Draft, DraftErrors } from './draft.ts'
import { KindFields } from './KindFields.tsx'
import styles from './NewCase.module.css'

export type FieldsProps = {
  draft: Draft
  change: (part: Partial<Draft>) => void
  errors: DraftErrors
}

export function CaseFields({
  draft,
  change,
  errors,
  today,
  email,
}: FieldsProps & { today: LocalDate; email: ReadEmail | null }) {
  const { cases } = useTexts()
  return (
    <>
      <Panel title={cases.form.whatCame}>
        <KindField draft={draft} change={change} errors={errors} />
        <ArrivalFields draft={draft} change={change} errors={errors} today={today} />
        {draft.kind ? <KindFields kind={draft.kind} draft={draft} change={change} errors={errors} /> : null}
      </Panel>
      <Panel title={cases.form.who}>
        <ApplicantFields draft={draft} change={change} errors={errors} today={today} />
      </Panel>
      <Panel title={cases.form.content}>
        <ContentFields draft={draft} change={change} errors={errors} />
        <AttachmentsField
          files={draft.files}
          onChange={(files) => change({ files })}
          emailAttachments={email?.attachments ?? []}
        />
      </Panel>
    </>
  )
}

function KindField({ draft, change, errors }: FieldsProps) {
  const { cases, words } = useTexts()
  return (
    <Radio.Group
      label={cases.form.kind}
      required
      value={draft.kind ?? ''}
      onChange={(kind) => change({ kind: CaseKind.parse(kind) })}
      error={errors.kind}
      data-invalid-group={errors.kind !== undefined}
    >
      <div className={styles.kinds}>
        {CaseKind.options.map((kind) => (
          <Radio.Card key={kind} value={kind} className={styles.kind} aria-label={words.kinds[kind]}>
            <Radio.Indicator />
            <span>
              <span className={styles.kindName}>{words.kinds[kind]}</span>
              <span className={styles.kindHint}>{words.kindHints[kind]}</span>
            </span>
          </Radio.Card>
        ))}
      </div>
    </Radio.Group>
  )
}

function ArrivalFields({ draft, change, errors, today }: FieldsProps & { today: LocalDate }) {
  const { cases, words } = useTexts()
  return (
    <div className={styles.grid}>
      <DateField
        label={cases.form.receivedOn}
        value={draft.receivedOn}
        onChange={(receivedOn) => change({ receivedOn })}
        latest={today}
        error={errors.receivedOn}
        required
      />
      <Select
        className={styles.two}
        label={cases.form.channel}
        data={Channel.options.map((value) => ({ value, label: words.channels[value] }))}
        value={draft.channel}
        allowDeselect={false}
        onChange={(channel) => change({ channel: Channel.parse(channel) })}
      />
      {draft.kind === 'rectification' ? (
        <Checkbox
          className={styles.wide}
          label={cases.form.documentsEnclosed}
          description={cases.form.documentsHint}
          checked={draft.documentsEnclosed}
          onChange={(event) => change({ documentsEnclosed: event.currentTarget.checked })}
        />
      ) : null}
    </div>
  )
}

function ContentFields({ draft, change }: FieldsProps) {
  const { cases } = useTexts()
  return (
    <div className={styles.grid}>
      <TextInput
        className={styles.two}
        label={cases.form.subject}
        value={draft.subject}
        maxLength={limits.line}
        onChange={(event) => change({ subject: event.currentTarget.value })}
      />
      <TextInput
        label={cases.form.site}
        placeholder={cases.form.sitePlaceholder}
        value={draft.site}
        maxLength={limits.line}
        onChange={(event) => change({ site: event.currentTarget.value })}
      />
      <Textarea
        className={styles.wide}
        label={cases.form.text}
        description={cases.form.textHint}
        autosize
        minRows={5}
        maxRows={18}
        value={draft.text}
        maxLength={limits.text}
        onChange={(event) => change({ text: event.currentTarget.value })}
      />
    </div>
  )
}
