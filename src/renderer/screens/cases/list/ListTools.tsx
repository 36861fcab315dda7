import { CloseButton, SegmentedControl, TextInput } from '@mantine/core'
import { IconSearch } from '@tabler/icons-react'
import { useEffect, useRef } from 'react'
import { CaseFilter } from '../../../../shared/model/list.ts'
import { useTexts } from '../../../i18n/index.ts'
import { useNavigation } from '../../../navigation.ts'
import { useShortcuts } from '../../../ui/shortcuts.ts'
import { Filters } from './Filters.tsx'
import styles from './CaseList.module.css'

export function ListTools({ focusSearch }: { focusSearch: boolean }) {
  const { cases, words } = useTexts()
  const { list, showList } = useNavigation()
  const search = useRef<HTMLInputElement>(null)
  const focus = () => search.current?.select()

  useEffect(() => {
    if (focusSearch) search.current?.select()
  }, [focusSearch])
  useShortcuts([
    { code: 'KeyK', ctrl: true, run: focus },
    { code: 'Slash', run: focus },
  ])

  return (
    <search className={styles.tools}>
      <TextInput
        ref={search}
        className={styles.search}
        aria-label={cases.list.search}
        placeholder={`${cases.list.searchPlaceholder}  ( / )`}
        leftSection={<IconSearch size={18} />}
        rightSection={
          list.search ? (
            <CloseButton
              size="sm"
              aria-label={cases.list.clearSearch}
              onClick={() => showList({ search: '' })}
            />
          ) : null
        }
        value={list.search}
        maxLength={200}
        onChange={(event) => showList({ search: event.currentTarget.value })}
        onKeyDown={(event) => {
          if (event.key === 'Escape') showList({ search: '' })
          if (event.key === 'ArrowDown') document.querySelector<HTMLElement>('[data-case-row]')?.focus()
        }}
      />
      <SegmentedControl
        aria-label={cases.list.show}
        size="sm"
        withItemsBorders={false}
        value={list.filter}
        onChange={(filter) => showList({ filter })}
        data={CaseFilter.options.map((value) => ({ value, label: words.filters[value] }))}
      />
      <Filters />
    </search>
  )
}
