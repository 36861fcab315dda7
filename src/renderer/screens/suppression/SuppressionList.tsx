import { Button, Group, Textarea, TextInput, VisuallyHidden } from '@mantine/core'
import { useInfiniteQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { Output } from '../../../shared/contract/index.ts'
import type { SuppressionEntry } from '../../../shared/contract/suppression.ts'
import { limits } from '../../../shared/model/case.ts'
import { api, ask } from '../../api.ts'
import { shortDate } from '../../i18n/dates.ts'
import { useTexts } from '../../i18n/index.ts'
import { useNavigation } from '../../navigation.ts'
import { Chip } from '../../ui/Chip.tsx'
import { say, useCommand } from '../../ui/command.ts'
import { Dialog } from '../../ui/Dialog.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { ErrorNotice } from '../../ui/ErrorNotice.tsx'
import { May, useMay } from '../../ui/May.tsx'
import { Page, Panel } from '../../ui/Page.tsx'
import { SubmitForm } from '../../ui/SubmitForm.tsx'
import mail from '../mail/Mail.module.css'
import { MailingListCheck } from './MailingListCheck.tsx'

const pageSize = 50

/** Whom nothing is mailed to; and the check of a mailing list against it. */
export function SuppressionList() {
  const { suppression } = useTexts()
  return (
    <Page title={suppression.title}>
      <p className="dimmed" style={{ marginTop: 0 }}>
        {suppression.intro}
      </p>
      <May call="suppression.checkList">
        <Panel title={suppression.checkList}>
          <MailingListCheck />
        </Panel>
      </May>
      <Panel title={suppression.checkOne}>
        <OneContact />
      </Panel>
      <Entries />
    </Page>
  )
}

function OneContact() {
  const { suppression } = useTexts()
  const [contact, setContact] = useState('')
  const find = useCommand(api.suppression.find)
  const add = useCommand(api.suppression.add)
  const mayAdd = useMay('suppression.add')
  const added = () => {
    say(suppression.added)
    find.mutate({ contact })
  }
  const entry = find.data?.entry
  return (
    <SubmitForm onSubmit={() => find.mutate({ contact })} label={suppression.checkOne}>
      <Group align="end">
        <TextInput
          label={suppression.contact}
          value={contact}
          maxLength={320}
          autoComplete="off"
          w={320}
          onChange={(event) => {
            setContact(event.currentTarget.value)
            find.reset()
          }}
        />
        <Button type="submit" variant="default" loading={find.isPending}>
          {suppression.check}
        </Button>
        {find.isSuccess ? (
          <span role="status">
            <Chip tone={entry ? 'late' : 'good'}>
              {entry ? suppression.found(shortDate(entry.addedOn)) : suppression.notFound}
            </Chip>
          </span>
        ) : null}
        {find.isSuccess && !entry && mayAdd ? (
          <Button
            variant="subtle"
            loading={add.isPending}
            onClick={() => add.mutate({ contact }, { onSuccess: added })}
          >
            {suppression.add}
          </Button>
        ) : null}
      </Group>
      <ErrorNotice error={find.error ?? add.error} />
    </SubmitForm>
  )
}

function Entries() {
  const { suppression } = useTexts()
  const [removed, setRemoved] = useState<SuppressionEntry | null>(null)
  const pages = useInfiniteQuery({
    queryKey: ['suppression', 'list'],
    queryFn: ({ pageParam }): Promise<Output<'suppression.list'>> =>
      ask(api.suppression.list({ before: pageParam, limit: pageSize })),
    initialPageParam: null as number | null,
    getNextPageParam: ({ entries }): number | null =>
      entries.length < pageSize ? null : (entries.at(-1)?.id ?? null),
  })
  const entries = pages.data?.pages.flatMap((page) => page.entries) ?? []
  const total = pages.data?.pages[0]?.total ?? 0
  return (
    <Panel title={suppression.entries} aside={<span className="dimmed">{suppression.total(total)}</span>}>
      <ErrorNotice error={pages.error} onRetry={() => void pages.refetch()} />
      {pages.isSuccess && entries.length === 0 ? (
        <EmptyState title={suppression.empty} hint={suppression.emptyHint} />
      ) : null}
      {entries.length > 0 ? (
        <table className={mail.table} aria-label={suppression.entries}>
          <thead>
            <tr>
              {[
                suppression.since,
                suppression.type,
                suppression.reason,
                suppression.byCase,
                suppression.who,
              ].map((title) => (
                <th key={title} scope="col">
                  {title}
                </th>
              ))}
              <May call="suppression.remove">
                <th scope="col">
                  <VisuallyHidden>{suppression.remove}</VisuallyHidden>
                </th>
              </May>
            </tr>
          </thead>
          <tbody>
            {entries.map((entry) => (
              <EntryRow key={entry.id} entry={entry} onRemove={() => setRemoved(entry)} />
            ))}
          </tbody>
        </table>
      ) : null}
      {pages.hasNextPage ? (
        <Button variant="default" mt="sm" onClick={() => void pages.fetchNextPage()}>
          {suppression.more}
        </Button>
      ) : null}
      {removed ? <RemoveDialog entry={removed} onClose={() => setRemoved(null)} /> : null}
    </Panel>
  )
}

function EntryRow({ entry, onRemove }: { entry: SuppressionEntry; onRemove: () => void }) {
  const { suppression } = useTexts()
  const { go } = useNavigation()
  const { caseId } = entry
  return (
    <tr>
      <td>{shortDate(entry.addedOn)}</td>
      <td>{suppression.types[entry.type]}</td>
      <td className={mail.called}>{suppression.reasons[entry.reason]}</td>
      <td>
        {caseId ? (
          <button type="button" className={mail.link} onClick={() => go({ screen: 'case', id: caseId })}>
            {entry.caseNumber}
          </button>
        ) : null}
      </td>
      <td>{entry.addedBy}</td>
      <May call="suppression.remove">
        <td>
          <Button size="compact-sm" variant="subtle" onClick={onRemove}>
            {suppression.remove}
          </Button>
        </td>
      </May>
    </tr>
  )
}

function RemoveDialog({ entry, onClose }: { entry: SuppressionEntry; onClose: () => void }) {
  const { cases, desk, suppression } = useTexts()
  const [reason, setReason] = useState('')
  const [tried, setTried] = useState(false)
  const remove = useCommand(api.suppression.remove)
  const submit = () => {
    setTried(true)
    if (reason.trim() === '') return
    remove.mutate(
      { id: entry.id, reason },
      {
        onSuccess: () => {
          say(suppression.removed)
          onClose()
        },
      },
    )
  }
  return (
    <Dialog opened onClose={onClose} title={suppression.removeTitle} holdsForm>
      <SubmitForm onSubmit={submit} label={suppression.removeTitle}>
        <p style={{ marginTop: 0 }}>{suppression.removeText}</p>
        <Textarea
          label={suppression.removeReason}
          required
          data-autofocus
          autosize
          minRows={2}
          maxLength={limits.note}
          value={reason}
          error={tried && reason.trim() === '' ? cases.step.textMissing : undefined}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
        <ErrorNotice error={remove.error} />
        <Group justify="flex-end" mt="md">
          <Button variant="default" onClick={onClose}>
            {desk.cancel}
          </Button>
          <Button type="submit" loading={remove.isPending}>
            {suppression.remove}
          </Button>
        </Group>
      </SubmitForm>
    </Dialog>
  )
}
