import { Button } from '@mantine/core'
import { useState } from 'react'
import type { CaseCard } from '../../../../shared/contract/cases.ts'
import { type CaseKind, limits } from '../../../../shared/model/case.ts'
import type { LocalDate } from '../../../../shared/model/local-date.ts'
import { api, ask, useAsk } from '../../../api.ts'
import { type Draft as KeptDraft, useDraft, useKeptDraft } from '../../../drafts.ts'
import { useTexts } from '../../../i18n/index.ts'
import { type ReadEmail, useLeaveGuard, useNavigation } from '../../../navigation.ts'
import { say } from '../../../ui/command.ts'
import { Delayed } from '../../../ui/Delayed.tsx'
import { ErrorNotice } from '../../../ui/ErrorNotice.tsx'
import { Page } from '../../../ui/Page.tsx'
import { focusFirstError, SubmitForm } from '../../../ui/SubmitForm.tsx'
import { useMutation } from '@tanstack/react-query'
import { Returned } from '../../drafts/Returned.tsx'
import { goToNext } from '../../incoming/next.ts'
import { Similar } from '../../relations/Similar.tsx'
import { CaseFields } from './CaseFields.tsx'
import { checkDraft, claimDraft, type Draft, draftFromEmail, emptyDraft, toNewCase } from './draft.ts'
import { EmailPanel, RegisteredAlready } from './EmailPanel.tsx'
import { Forecast } from './Forecast.tsx'
import styles from './NewCase.module.css'

type Props = { email: ReadEmail | null; claimOver: CaseCard | null }

/** The form as it is kept over a lock: of the files their names alone. */
type KeptForm = { draft: Omit<Draft, 'files'>; files: string[] }

function draftNameOf({ email, claimOver }: Props): string {
  if (email) return `newCase:mail-${email.emailId}`
  return claimOver ? `newCase:claim-${claimOver.id}` : 'newCase'
}

export function NewCase(props: Props) {
  const summary = useAsk(['cases', 'summary'], () => api.cases.summary({}))
  const kept = useKeptDraft<KeptForm>(draftNameOf(props))
  if (summary.data && kept !== undefined) return <Form {...props} kept={kept} today={summary.data.today} />
  return summary.error ? (
    <ErrorNotice error={summary.error} onRetry={() => void summary.refetch()} />
  ) : (
    <Delayed />
  )
}

function isComplete(draft: Draft): draft is Draft & { kind: CaseKind; receivedOn: LocalDate } {
  return draft.kind !== null && draft.receivedOn !== null
}

type FormProps = Props & { kept: KeptDraft<KeptForm> | null; today: LocalDate }

function Form({ email, claimOver, kept, today }: FormProps) {
  const texts = useTexts()
  const { cases, desk } = texts
  const { go, back, setDirty } = useNavigation()
  const blank = (): Draft =>
    email ? draftFromEmail(email) : claimOver ? claimDraft(claimOver, today) : emptyDraft(today)
  const [draft, setDraft] = useState(() => (kept ? { ...kept.content.draft, files: [] } : blank()))
  const [returned, setReturned] = useState(kept)
  const [typed, setTyped] = useState(kept !== null)
  const dirty = typed || email !== null
  const [tried, setTried] = useState(false)
  const [andNext, setAndNext] = useState(false)
  useLeaveGuard(dirty, { kept: true })
  const { files, ...fields } = draft
  useDraft<KeptForm>({
    name: draftNameOf({ email, claimOver }),
    about: (draft.familyName || draft.organisation || draft.subject).slice(0, limits.line),
    content: typed ? { draft: fields, files: files.map(({ name }) => name) } : null,
    route: { screen: 'newCase', email, ...(claimOver ? { claimOver } : {}) },
    kept,
  })

  const register = useMutation({
    mutationFn: async (complete: Draft & { kind: CaseKind; receivedOn: LocalDate }) =>
      ask(
        api.cases.register({
          ...(await toNewCase(complete, email?.emailId ?? null)),
          followsId: claimOver?.id ?? null,
        }),
      ),
    onSuccess: ({ id, number }) => {
      setDirty(false)
      say(cases.form.registered(number))
      if (andNext && email) goToNext(go, email.next)
      else go({ screen: 'case', id })
    },
  })

  const change = (part: Partial<Draft>) => {
    setTyped(true)
    setDraft((old) => ({ ...old, ...part }))
  }
  const errors = checkDraft(draft, today, texts)
  const submit = () => {
    setTried(true)
    if (Object.keys(errors).length > 0 || !isComplete(draft)) return focusFirstError()
    register.mutate(draft)
  }

  return (
    <Page title={email ? cases.form.fromEmail : cases.form.title} withBack>
      <SubmitForm onSubmit={submit} label={cases.form.title} className={styles.columns}>
        <div>
          {returned ? (
            <Returned
              savedAt={returned.savedAt}
              files={returned.content.files}
              onForget={() => {
                setDraft(blank())
                setTyped(false)
                setReturned(null)
              }}
            />
          ) : null}
          {claimOver ? <p className="dimmed">{texts.relations.followsFrom(claimOver.number)}</p> : null}
          <Similar
            kind={draft.kind}
            applicant={{
              familyName: draft.familyName.slice(0, limits.name),
              givenName: draft.givenName.slice(0, limits.name),
              iin: draft.iin,
              email: draft.email,
              phone: draft.phone,
            }}
          />
          {email?.registeredAs ? <RegisteredAlready number={email.registeredAs} /> : null}
          <CaseFields
            draft={draft}
            change={change}
            errors={tried ? errors : {}}
            today={today}
            email={email}
          />
          <div className={styles.submit}>
            <ErrorNotice error={register.error} title={cases.form.notRegistered} />
            {tried && Object.keys(errors).length > 0 ? (
              <p role="alert" className={styles.problem}>
                {desk.formHasErrors}
              </p>
            ) : null}
            <Button type="submit" loading={register.isPending} onClick={() => setAndNext(false)}>
              {cases.form.register}
            </Button>
            {email?.next ? (
              <Button
                type="submit"
                variant="default"
                loading={register.isPending}
                onClick={() => setAndNext(true)}
              >
                {texts.incoming.registerAndNext}
              </Button>
            ) : null}
            <Button variant="default" onClick={back}>
              {desk.cancel}
            </Button>
          </div>
        </div>
        <aside className={styles.aside} aria-label={cases.form.deadlines}>
          {email ? <EmailPanel email={email} /> : null}
          <Forecast draft={draft} today={today} />
        </aside>
      </SubmitForm>
    </Page>
  )
}
