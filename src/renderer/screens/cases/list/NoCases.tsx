import { Button } from '@mantine/core'
import type { CaseFilter } from '../../../../shared/model/list.ts'
import { api, useAsk } from '../../../api.ts'
import { useTexts } from '../../../i18n/index.ts'
import { useNavigation } from '../../../navigation.ts'
import { everything } from '../../../../shared/model/list.ts'
import { EmptyState } from '../../../ui/EmptyState.tsx'
import { May } from '../../../ui/May.tsx'
import { countFilters } from './Filters.tsx'
import { useOpenEmail } from '../../desk/intake.ts'

/** An empty list that teaches the next step. */
export function NoCases() {
  const { cases, register } = useTexts()
  const texts = cases.list
  const { list, showList } = useNavigation()
  const any = useAsk(['cases', 'any'], () =>
    api.cases.list({ filter: 'all', search: '', after: null, limit: 1 }),
  )
  if (any.data?.rows.length === 0) return <EmptyRegister />

  const search = list.search.trim()
  if (countFilters(list.narrow) > 0) {
    return (
      <EmptyState title={texts.nothingFoundFilters} hint={texts.nothingFoundFiltersHint}>
        <Button variant="default" onClick={() => showList({ narrow: everything })}>
          {register.reset}
        </Button>
      </EmptyState>
    )
  }
  if (search !== '') {
    return (
      <EmptyState title={texts.nothingFound(search)} hint={texts.nothingFoundHint}>
        {list.filter === 'all' ? null : (
          <Button variant="default" onClick={() => showList({ filter: 'all' })}>
            {texts.searchAll}
          </Button>
        )}
        <Button variant="default" onClick={() => showList({ search: '' })}>
          {texts.clearSearch}
        </Button>
      </EmptyState>
    )
  }
  const said: Record<CaseFilter, readonly [string, string]> = {
    open: [texts.emptyOpen, texts.emptyNewHint],
    all: [texts.emptyRegister, texts.emptyRegisterHint],
    today: [texts.emptyToday, texts.emptyTodayHint],
    late: [texts.emptyLate, texts.emptyLateHint],
    new: [texts.emptyNew, texts.emptyNewHint],
    closed: [texts.emptyClosed, texts.emptyClosedHint],
  }
  const [title, hint] = said[list.filter]
  return (
    <EmptyState title={title} hint={hint}>
      {list.filter === 'open' ? null : (
        <Button variant="default" onClick={() => showList({ filter: 'open' })}>
          {texts.showOpen}
        </Button>
      )}
    </EmptyState>
  )
}

function EmptyRegister() {
  const { cases } = useTexts()
  const { go } = useNavigation()
  const openEmail = useOpenEmail()
  return (
    <EmptyState title={cases.list.emptyRegister} hint={cases.list.emptyRegisterHint}>
      <May call="cases.register">
        <Button variant="default" onClick={openEmail}>
          {cases.list.openEmail}
        </Button>
        <Button onClick={() => go({ screen: 'newCase', email: null })}>{cases.list.newCase}</Button>
      </May>
    </EmptyState>
  )
}
