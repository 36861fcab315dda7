import { Button, Group, TextInput } from '@mantine/core'
import { useState } from 'react'
import { limits } from '../../../shared/model/case.ts'
import type { OperatorSystem } from '../../../shared/model/execution.ts'
import { api, useAsk } from '../../api.ts'
import { useOf, useTexts } from '../../i18n/index.ts'
import { Chip } from '../../ui/Chip.tsx'
import { say, useCommand } from '../../ui/command.ts'
import { Delayed } from '../../ui/Delayed.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { ErrorNotice } from '../../ui/ErrorNotice.tsx'
import { May } from '../../ui/May.tsx'
import { focusFirstError, SubmitForm } from '../../ui/SubmitForm.tsx'
import execution from '../execution/Execution.module.css'

/** The systems that every case is searched in. */
export function Systems() {
  const texts = useTexts()
  const of = useOf()
  const systems = useAsk(['execution', 'systems'], () => api.execution.systems({}))
  const save = useCommand(api.execution.saveSystem)
  const [edited, setEdited] = useState<OperatorSystem | 'new' | null>(null)
  if (systems.error) return <ErrorNotice error={systems.error} onRetry={() => void systems.refetch()} />
  if (!systems.data) return <Delayed />
  const toggle = (system: OperatorSystem) =>
    save.mutate({ ...system, active: !system.active }, { onSuccess: () => say(texts.execution.saved) })
  return (
    <>
      <p className="dimmed">{texts.execution.settingsIntro}</p>
      <ul className={execution.systems}>
        {systems.data.systems.map((system) => (
          <li key={system.id} className={execution.system}>
            <span>
              {of(system.title)} {system.active ? null : <Chip tone="plain">{texts.execution.retired}</Chip>}
            </span>
            <May call="execution.saveSystem">
              <span className={execution.state}>
                {[
                  { verb: texts.execution.rename, run: () => setEdited(system) },
                  {
                    verb: system.active ? texts.execution.retire : texts.execution.revive,
                    run: () => toggle(system),
                  },
                ].map(({ verb, run }) => (
                  <Button
                    key={verb}
                    size="compact-sm"
                    variant="subtle"
                    aria-label={`${verb}: ${of(system.title)}`}
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
      <ErrorNotice error={save.error} />
      <May call="execution.saveSystem">
        <Button variant="default" onClick={() => setEdited('new')}>
          {texts.execution.add}
        </Button>
      </May>
      {edited ? <SystemForm system={edited} onClose={() => setEdited(null)} /> : null}
    </>
  )
}

function SystemForm({ system, onClose }: { system: OperatorSystem | 'new'; onClose: () => void }) {
  const { desk, execution: texts } = useTexts()
  const [title, setTitle] = useState(system === 'new' ? { ru: '', kk: '' } : system.title)
  const [tried, setTried] = useState(false)
  const save = useCommand(api.execution.saveSystem)
  const isEmpty = (text: string) => text.trim() === ''
  const submit = () => {
    setTried(true)
    if (isEmpty(title.ru) || isEmpty(title.kk)) return focusFirstError()
    const known = system === 'new' ? { id: null, active: true } : { id: system.id, active: system.active }
    save.mutate(
      { ...known, title },
      {
        onSuccess: () => {
          say(texts.saved)
          onClose()
        },
      },
    )
  }
  const name = (lang: 'ru' | 'kk', label: string) => ({
    label,
    required: true,
    maxLength: limits.name,
    value: title[lang],
    error: tried && isEmpty(title[lang]) ? texts.nameMissing : undefined,
    onChange: (event: { currentTarget: { value: string } }) =>
      setTitle({ ...title, [lang]: event.currentTarget.value }),
  })
  return (
    <Dialog opened onClose={onClose} title={texts.add} holdsForm>
      <SubmitForm onSubmit={submit} label={texts.add} className={execution.form}>
        <TextInput {...name('ru', texts.nameRu)} data-autofocus />
        <TextInput {...name('kk', texts.nameKk)} />
        <ErrorNotice error={save.error} />
        <Group justify="flex-end">
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
