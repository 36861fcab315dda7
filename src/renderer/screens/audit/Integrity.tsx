import { Button, Group, Progress } from '@mantine/core'
import { IconMail, IconShieldCheck } from '@tabler/icons-react'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { headLine } from '../../../core/audit/head.ts'
import type { SavedHead } from '../../../shared/model/audit.ts'
import { api, ask, useAsk } from '../../api.ts'
import { almatyMoment } from '../../i18n/dates.ts'
import { useTexts } from '../../i18n/index.ts'
import { useNavigation } from '../../navigation.ts'
import { Chip } from '../../ui/Chip.tsx'
import { say, useCommand } from '../../ui/command.ts'
import { ErrorNotice } from '../../ui/ErrorNotice.tsx'
import { May } from '../../ui/May.tsx'
import { Panel } from '../../ui/Page.tsx'
import { useSaveFile } from '../../ui/saveFile.ts'
import { useTask } from '../../ui/task.ts'
import styles from './Audit.module.css'
import { CompareHead } from './CompareHead.tsx'
import { Finding } from './Finding.tsx'

/** Whether the record is whole: checked on demand, and against a head that was kept elsewhere. */
export function Integrity() {
  const { audit, desk } = useTexts()
  const task = useTask()
  const [comparing, setComparing] = useState(false)
  const status = useAsk(['audit', 'status'], () => api.audit.status({}))
  const verify = useMutation({
    mutationFn: (saved: SavedHead | null) => ask(api.audit.verify({ task: task.id, saved })),
  })
  const done = task.progress?.total ? Math.round((100 * task.progress.done) / task.progress.total) : 0
  const checked = status.data?.checked
  const isGood = checked?.whole && (checked.saved ?? 'holds') === 'holds'
  return (
    <Panel
      title={audit.integrity}
      aside={
        checked ? (
          <Chip tone={isGood ? 'good' : 'late'}>
            {isGood ? audit.wasWhole(almatyMoment(checked.at)) : audit.wasBroken(almatyMoment(checked.at))}
          </Chip>
        ) : (
          <span className="dimmed">{audit.unchecked}</span>
        )
      }
    >
      <Head />
      <Group mt="sm">
        <Button
          leftSection={<IconShieldCheck size={18} />}
          loading={verify.isPending}
          onClick={() => verify.mutate(null)}
        >
          {audit.verify}
        </Button>
        <Button variant="default" disabled={verify.isPending} onClick={() => setComparing(true)}>
          {audit.compare}
        </Button>
        {verify.isPending ? (
          <>
            <span role="status">{audit.verifying(done)}</span>
            <Progress value={done} w={160} aria-label={audit.verifying(done)} />
            <Button variant="subtle" onClick={task.cancel}>
              {desk.cancel}
            </Button>
          </>
        ) : null}
      </Group>
      <ErrorNotice error={verify.error} />
      {verify.data ? <Finding finding={verify.data} /> : null}
      {comparing ? (
        <CompareHead
          onClose={() => setComparing(false)}
          onCompare={(saved) => {
            setComparing(false)
            verify.mutate(saved)
          }}
        />
      ) : null}
    </Panel>
  )
}

/** The newest entry, and the ways to keep it where nobody can rewrite it. */
function Head() {
  const { audit, lang } = useTexts()
  const { go } = useNavigation()
  const client = useQueryClient()
  const status = useAsk(['audit', 'status'], () => api.audit.status({}))
  // Every look at a case left an entry since it was asked for last.
  useEffect(() => void client.invalidateQueries({ queryKey: ['audit', 'status'] }), [client])
  const send = useCommand(api.audit.sendHead)
  const { head, mailed } = status.data ?? {}
  const save = useSaveFile(
    ({ seq, hash }: SavedHead) =>
      Promise.resolve({
        name: `head-${seq}.txt`,
        bytes: new TextEncoder().encode(`${audit.headTitle}\n${headLine({ seq, hash })}\n`),
      }),
    null,
  )
  if (!head) return null
  const mail = () =>
    send.mutate(
      { lang: lang === 'kk' ? 'kk' : 'ru' },
      {
        onSuccess: ({ to, outcome }) => {
          say(outcome === 'sent' ? audit.headSent(to) : audit.headUnknown(to))
          void client.invalidateQueries({ queryKey: ['audit'] })
        },
      },
    )
  return (
    <>
      <div className={styles.head}>
        <span className="dimmed">{audit.headTitle}</span>
        <span className={`mono ${styles.hash ?? ''}`} data-testid="head">
          {headLine(head)}
        </span>
        <May call="audit.sendHead">
          <Button
            size="compact-sm"
            variant="default"
            leftSection={<IconMail size={16} />}
            loading={send.isPending}
            onClick={mail}
          >
            {audit.sendHead}
          </Button>
        </May>
        <Button size="compact-sm" variant="default" onClick={() => save.mutate(head)}>
          {audit.saveHead}
        </Button>
      </div>
      <p className={`dimmed ${styles.hint ?? ''}`}>
        {audit.headHint}{' '}
        <Chip tone={mailed?.overdue ? 'today' : 'plain'}>
          {mailed?.at ? audit.headMailed(almatyMoment(mailed.at)) : audit.headNeverMailed}
        </Chip>
      </p>
      <ErrorNotice
        error={send.error ?? save.error}
        {...(send.error ? { title: audit.headNotSent } : {})}
        action={{
          codes: ['smtpNotSet'],
          label: audit.openMail,
          run: () => go({ screen: 'settings', section: 'mail' }),
        }}
      />
    </>
  )
}
