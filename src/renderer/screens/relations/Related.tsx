import { ActionIcon, Button, Group, Select, Textarea, TextInput } from '@mantine/core'
import { IconUnlink } from '@tabler/icons-react'
import { useState } from 'react'
import { isMergeable } from '../../../core/casework/steps.ts'
import type { CaseCard } from '../../../shared/contract/cases.ts'
import { RelationType } from '../../../shared/contract/relations.ts'
import { limits } from '../../../shared/model/case.ts'
import { api } from '../../api.ts'
import { shortDate } from '../../i18n/dates.ts'
import { useTexts } from '../../i18n/index.ts'
import { useNavigation } from '../../navigation.ts'
import { say, useCommand } from '../../ui/command.ts'
import { Dialog } from '../../ui/Dialog.tsx'
import { ErrorNotice } from '../../ui/ErrorNotice.tsx'
import { May } from '../../ui/May.tsx'
import { Panel } from '../../ui/Page.tsx'
import { focusFirstError, SubmitForm } from '../../ui/SubmitForm.tsx'
import execution from '../execution/Execution.module.css'
import mail from '../mail/Mail.module.css'

/** Cases that belong to this one, and the ways to link and to merge it. */
export function Related({ card }: { card: CaseCard }) {
  const { relations, words } = useTexts()
  const { go } = useNavigation()
  const [asked, setAsked] = useState<'link' | 'merge' | null>(null)
  const unrelate = useCommand(api.relations.unrelate)
  return (
    <Panel title={relations.title}>
      {card.related.length === 0 ? <p className="dimmed">{relations.none}</p> : null}
      <ul className={execution.systems}>
        {card.related.map((other) => (
          <li key={other.id} className={execution.system} style={{ flexWrap: 'nowrap' }}>
            <span className={execution.name}>
              {(other.isLater ? relations.later : relations.earlier)[other.type]}{' '}
              <button
                type="button"
                className={mail.link}
                onClick={() => go({ screen: 'case', id: other.id })}
              >
                {other.number}
              </button>{' '}
              · {words.kinds[other.kind]} · {shortDate(other.receivedOn)}
            </span>
            <May call="relations.unrelate">
              <ActionIcon
                variant="subtle"
                aria-label={relations.unlink(other.number)}
                onClick={() =>
                  unrelate.mutate(
                    { id: card.id, otherId: other.id },
                    { onSuccess: () => say(relations.unlinked) },
                  )
                }
              >
                <IconUnlink size={16} />
              </ActionIcon>
            </May>
          </li>
        ))}
      </ul>
      <ErrorNotice error={unrelate.error} />
      <May call="relations.relate">
        <Group gap="xs" ml={-9}>
          <Button size="compact-sm" variant="subtle" onClick={() => setAsked('link')}>
            {relations.link}
          </Button>
          {isMergeable(card.status) ? (
            <Button size="compact-sm" variant="subtle" onClick={() => setAsked('merge')}>
              {relations.merge}
            </Button>
          ) : null}
        </Group>
      </May>
      {asked ? <OtherDialog card={card} action={asked} onClose={() => setAsked(null)} /> : null}
    </Panel>
  )
}

type DialogProps = { card: CaseCard; action: 'link' | 'merge'; onClose: () => void }

function OtherDialog({ card, action, onClose }: DialogProps) {
  const { cases, desk, relations } = useTexts()
  const [number, setNumber] = useState('')
  const [type, setType] = useState<RelationType>('related')
  const [reason, setReason] = useState('')
  const [tried, setTried] = useState(false)
  const merges = action === 'merge'
  const act = useCommand(() =>
    merges
      ? api.relations.merge({ id: card.id, intoNumber: number, reason })
      : api.relations.relate({ id: card.id, otherNumber: number, type }),
  )
  const title = merges ? relations.mergeTitle : relations.linkTitle
  const submit = () => {
    setTried(true)
    if (number.trim() === '' || (merges && reason.trim() === '')) return focusFirstError()
    act.mutate(undefined, {
      onSuccess: () => {
        say(merges ? relations.merged : relations.linked)
        onClose()
      },
    })
  }
  return (
    <Dialog opened onClose={onClose} title={title} holdsForm>
      <SubmitForm onSubmit={submit} label={title} className={execution.form}>
        {merges ? <p style={{ margin: 0 }}>{relations.mergeText}</p> : null}
        <TextInput
          label={relations.number}
          description={relations.numberHint}
          required
          data-autofocus
          maxLength={40}
          value={number}
          error={tried && number.trim() === '' ? relations.numberMissing : undefined}
          onChange={(event) => setNumber(event.currentTarget.value)}
        />
        {merges ? (
          <Textarea
            label={relations.reason}
            required
            autosize
            minRows={2}
            maxLength={limits.note}
            value={reason}
            error={tried && reason.trim() === '' ? cases.step.textMissing : undefined}
            onChange={(event) => setReason(event.currentTarget.value)}
          />
        ) : (
          <Select
            label={relations.type}
            data={RelationType.options.map((value) => ({ value, label: relations.later[value] }))}
            value={type}
            allowDeselect={false}
            onChange={(value) => setType(RelationType.parse(value))}
          />
        )}
        <ErrorNotice error={act.error} title={cases.step.notDone} />
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {desk.cancel}
          </Button>
          <Button type="submit" loading={act.isPending}>
            {relations[action]}
          </Button>
        </Group>
      </SubmitForm>
    </Dialog>
  )
}
