import { Button, Group, TextInput } from '@mantine/core'
import { useState } from 'react'
import type { Output } from '../../../shared/contract/index.ts'
import { limits } from '../../../shared/model/case.ts'
import { api, useAsk } from '../../api.ts'
import { useTexts } from '../../i18n/index.ts'
import { Chip } from '../../ui/Chip.tsx'
import { say, useCommand } from '../../ui/command.ts'
import { Delayed } from '../../ui/Delayed.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { ErrorNotice } from '../../ui/ErrorNotice.tsx'
import { May } from '../../ui/May.tsx'
import { SubmitForm } from '../../ui/SubmitForm.tsx'
import execution from '../execution/Execution.module.css'
import { LeaverNotice } from './keys/LeaverNotice.tsx'

type Officer = Output<'officers.list'>['officers'][number]

/** Whom cases are given to. */
export function Officers() {
  const { keys, register } = useTexts()
  const officers = useAsk(['officers', 'list'], () => api.officers.list({}))
  const save = useCommand(api.officers.save)
  const [retired, setRetired] = useState<Officer | null>(null)
  const [edited, setEdited] = useState<Officer | 'new' | null>(null)
  if (officers.error) return <ErrorNotice error={officers.error} onRetry={() => void officers.refetch()} />
  if (!officers.data) return <Delayed />
  const toggle = (officer: Officer) => {
    const { id, name, active } = officer
    const onSuccess = () => {
      say(register.officerSaved)
      setRetired(active ? officer : null)
    }
    save.mutate({ id, name, active: !active }, { onSuccess })
  }
  return (
    <>
      <p className="dimmed">{register.officersIntro}</p>
      <ul className={execution.systems}>
        {officers.data.officers.map((officer) => (
          <li key={officer.id} className={execution.system}>
            <span>
              {officer.name} <span className="dimmed">{register.openCases(officer.openCases)}</span>{' '}
              {officer.role === 'auditor' ? <Chip tone="plain">{keys.roles.auditor}</Chip> : null}
              {officer.active ? null : <Chip tone="plain">{register.retired}</Chip>}
            </span>
            <May call="officers.save">
              <span className={execution.state}>
                {[
                  { verb: register.rename, run: () => setEdited(officer), shown: !officer.hasKey },
                  {
                    verb: officer.active ? register.retire : register.revive,
                    run: () => toggle(officer),
                    shown: officer.role === 'officer',
                  },
                ]
                  .filter(({ shown }) => shown)
                  .map(({ verb, run }) => (
                    <Button
                      key={verb}
                      size="compact-sm"
                      variant="subtle"
                      aria-label={`${verb}: ${officer.name}`}
                      onClick={run}
                    >
                      {verb}
                    </Button>
                  ))}
              </span>
            </May>
          </li>
        ))}
      </ul>
      {retired ? (
        <LeaverNotice
          title={register.retiredNow(retired.name)}
          keyStays={retired.hasKey}
          onDone={() => setRetired(null)}
        />
      ) : null}
      <ErrorNotice error={save.error} />
      <May call="officers.save">
        <Button variant="default" onClick={() => setEdited('new')}>
          {register.addOfficer}
        </Button>
      </May>
      {edited ? <OfficerForm officer={edited} onClose={() => setEdited(null)} /> : null}
    </>
  )
}

function OfficerForm({ officer, onClose }: { officer: Officer | 'new'; onClose: () => void }) {
  const { desk, register } = useTexts()
  const [name, setName] = useState(officer === 'new' ? '' : officer.name)
  const save = useCommand(api.officers.save)
  const submit = () => {
    if (name.trim() === '') return
    const known = officer === 'new' ? { id: null, active: true } : { id: officer.id, active: officer.active }
    save.mutate(
      { ...known, name },
      {
        onSuccess: () => {
          say(register.officerSaved)
          onClose()
        },
      },
    )
  }
  return (
    <Dialog opened onClose={onClose} title={register.addOfficer} holdsForm>
      <SubmitForm onSubmit={submit} label={register.addOfficer}>
        <TextInput
          label={register.officerName}
          required
          data-autofocus
          maxLength={limits.name}
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <ErrorNotice error={save.error} />
        <Group justify="flex-end" mt="md">
          <Button variant="default" onClick={onClose}>
            {desk.cancel}
          </Button>
          <Button type="submit" loading={save.isPending}>
            {desk.save}
          </Button>
        </Group>
      </SubmitForm>
    </Dialog>
  )
}
