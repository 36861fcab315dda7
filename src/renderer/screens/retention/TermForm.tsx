import { Button, Group, NumberInput, TextInput } from '@mantine/core'
import { useState } from 'react'
import type { Output } from '../../../shared/contract/index.ts'
import { api } from '../../api.ts'
import { useOf, useTexts } from '../../i18n/index.ts'
import { Chip } from '../../ui/Chip.tsx'
import { say, useCommand } from '../../ui/command.ts'
import { ErrorNotice } from '../../ui/ErrorNotice.tsx'
import { Panel } from '../../ui/Page.tsx'
import { SubmitForm } from '../../ui/SubmitForm.tsx'

/** How long closed cases are kept, and why so long. */
export function TermForm({ term }: { term: Output<'retention.overview'>['term'] }) {
  const { desk, retention } = useTexts()
  const of = useOf()
  const [years, setYears] = useState<number | string>(term.years)
  const [basis, setBasis] = useState(term.basis)
  const save = useCommand(api.retention.saveTerm)
  const isWhole = typeof years === 'number' && basis.ru.trim() !== '' && basis.kk.trim() !== ''
  const submit = () => {
    if (isWhole) save.mutate({ years, basis }, { onSuccess: () => say(desk.saved) })
  }
  return (
    <Panel
      title={retention.term}
      aside={
        <Chip tone={term.confirmed ? 'good' : 'today'}>
          {term.confirmed ? retention.confirmed : retention.proposed}
        </Chip>
      }
    >
      <SubmitForm onSubmit={submit} label={retention.term} call="retention.saveTerm">
        <Group align="end">
          <NumberInput
            label={retention.years}
            min={1}
            max={75}
            allowDecimal={false}
            w={200}
            value={years}
            onChange={setYears}
          />
          <TextInput
            label={retention.basisRu}
            value={basis.ru}
            maxLength={500}
            flex="1 1 370px"
            onChange={(event) => setBasis({ ...basis, ru: event.currentTarget.value })}
          />
          <TextInput
            label={retention.basisKk}
            value={basis.kk}
            maxLength={500}
            flex="1 1 370px"
            onChange={(event) => setBasis({ ...basis, kk: event.currentTarget.value })}
          />
          <Button type="submit" variant="default" disabled={!isWhole} loading={save.isPending}>
            {term.confirmed ? desk.save : retention.confirm}
          </Button>
        </Group>
        <p className="dimmed">{of(term.source)}</p>
        <ErrorNotice error={save.error} />
      </SubmitForm>
    </Panel>
  )
}
