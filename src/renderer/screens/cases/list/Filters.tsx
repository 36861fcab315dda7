import { ActionIcon, Button, MultiSelect, Popover, TextInput } from '@mantine/core'
import { IconBookmark, IconFilter, IconTrash } from '@tabler/icons-react'
import { useState } from 'react'
import { CaseKind, CaseStatus, Channel } from '../../../../shared/model/case.ts'
import { Lang } from '../../../../shared/model/lang.ts'
import { everything, type Narrow } from '../../../../shared/model/list.ts'
import { api, useAsk } from '../../../api.ts'
import { useTexts } from '../../../i18n/index.ts'
import { useNavigation } from '../../../navigation.ts'
import { say, useCommand } from '../../../ui/command.ts'
import { DateField } from '../../../ui/DateField.tsx'
import { ErrorNotice } from '../../../ui/ErrorNotice.tsx'
import { May } from '../../../ui/May.tsx'
import { SubmitForm } from '../../../ui/SubmitForm.tsx'
import styles from './CaseList.module.css'

/** How many filters are set. */
export function countFilters(narrow: Narrow): number {
  return Object.values(narrow).filter((value) => (Array.isArray(value) ? value.length > 0 : value !== null))
    .length
}

/** Filters that hold together, and the views they were saved as. */
export function Filters() {
  const { register } = useTexts()
  const { list } = useNavigation()
  const set = countFilters(list.narrow)
  return (
    <>
      <Popover width={560} position="bottom-end" trapFocus returnFocus shadow="md">
        <Popover.Target>
          <Button variant={set > 0 ? 'filled' : 'default'} leftSection={<IconFilter size={16} />}>
            {set > 0 ? register.filtersCount(set) : register.filters}
          </Button>
        </Popover.Target>
        <Popover.Dropdown aria-label={register.filters}>
          <FilterFields />
        </Popover.Dropdown>
      </Popover>
      <Views />
    </>
  )
}

function FilterFields() {
  const { register, words } = useTexts()
  const { list, showList } = useNavigation()
  const officers = useAsk(['officers', 'list'], () => api.officers.list({}))
  const sites = useAsk(['cases', 'sites'], () => api.cases.sites({}))
  const { narrow } = list
  const change = (part: Partial<Narrow>) => showList({ narrow: { ...narrow, ...part } })
  const choices = <T extends string>(values: readonly T[], labels: Record<T, string>) =>
    values.map((value) => ({ value, label: labels[value] }))
  const field = (label: string) => ({
    label,
    placeholder: register.any,
    clearable: true,
    comboboxProps: { withinPortal: false },
  })
  return (
    <div className={styles.filters}>
      <MultiSelect
        {...field(register.kinds)}
        data={choices(CaseKind.options, words.kinds)}
        value={narrow.kinds}
        onChange={(kinds) => change({ kinds: CaseKind.array().parse(kinds) })}
      />
      <MultiSelect
        {...field(register.statuses)}
        data={choices(CaseStatus.options, words.statuses)}
        value={narrow.statuses}
        onChange={(statuses) => change({ statuses: CaseStatus.array().parse(statuses) })}
      />
      <MultiSelect
        {...field(register.channels)}
        data={choices(Channel.options, words.channels)}
        value={narrow.channels}
        onChange={(channels) => change({ channels: Channel.array().parse(channels) })}
      />
      <MultiSelect
        {...field(register.langs)}
        data={choices(Lang.options, words.letterLangs)}
        value={narrow.langs}
        onChange={(langs) => change({ langs: Lang.array().parse(langs) })}
      />
      <MultiSelect
        {...field(register.sites)}
        data={sites.data?.sites ?? []}
        value={narrow.sites}
        onChange={(chosen) => change({ sites: chosen })}
      />
      <MultiSelect
        {...field(register.assignees)}
        data={[
          { value: '0', label: register.nobody },
          ...(officers.data?.officers ?? []).map(({ id, name }) => ({ value: String(id), label: name })),
        ]}
        value={narrow.assignees.map(String)}
        onChange={(ids) => change({ assignees: ids.map(Number) })}
      />
      {(['receivedFrom', 'receivedTo', 'dueFrom', 'dueTo'] as const).map((name) => (
        <DateField
          key={name}
          label={register[name]}
          value={narrow[name]}
          onChange={(date) => change({ [name]: date })}
        />
      ))}
      <Button variant="subtle" onClick={() => showList({ narrow: everything })}>
        {register.reset}
      </Button>
    </div>
  )
}

function Views() {
  const { register } = useTexts()
  const { list, showList } = useNavigation()
  const views = useAsk(['cases', 'views'], () => api.cases.views({}))
  const save = useCommand(api.cases.saveView)
  const remove = useCommand(api.cases.removeView)
  const [name, setName] = useState('')
  const saved = views.data?.views ?? []
  return (
    <Popover width={340} position="bottom-end" trapFocus returnFocus shadow="md">
      <Popover.Target>
        <Button variant="default" leftSection={<IconBookmark size={16} />}>
          {register.views}
        </Button>
      </Popover.Target>
      <Popover.Dropdown aria-label={register.views}>
        {saved.length === 0 ? <p className="dimmed">{register.noViews}</p> : null}
        <ul className={styles.views}>
          {saved.map((one) => (
            <li key={one.name}>
              <Button variant="subtle" justify="start" fullWidth onClick={() => showList(one.view)}>
                {one.name}
              </Button>
              <May call="cases.removeView">
                <ActionIcon
                  variant="subtle"
                  aria-label={register.removeView(one.name)}
                  onClick={() => remove.mutate({ name: one.name })}
                >
                  <IconTrash size={16} />
                </ActionIcon>
              </May>
            </li>
          ))}
        </ul>
        <May call="cases.saveView">
          <SubmitForm
            label={register.saveView}
            onSubmit={() => {
              if (name.trim() === '') return
              save.mutate(
                { name, view: list },
                {
                  onSuccess: () => {
                    setName('')
                    say(register.viewSaved)
                  },
                },
              )
            }}
          >
            <TextInput
              label={register.viewName}
              value={name}
              maxLength={100}
              onChange={(event) => setName(event.currentTarget.value)}
            />
            <ErrorNotice error={save.error ?? remove.error} />
            <Button type="submit" mt="xs" variant="default" loading={save.isPending}>
              {register.saveView}
            </Button>
          </SubmitForm>
        </May>
      </Popover.Dropdown>
    </Popover>
  )
}
