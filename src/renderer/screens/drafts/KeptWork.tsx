import { Button } from '@mantine/core'
import { useState } from 'react'
import type { Output } from '../../../shared/contract/index.ts'
import { CaseId } from '../../../shared/model/ids.ts'
import { api, useAsk } from '../../api.ts'
import { readDraft } from '../../drafts.ts'
import { almatyMoment } from '../../i18n/dates.ts'
import { type Texts, useTexts } from '../../i18n/index.ts'
import { type Route, useNavigation } from '../../navigation.ts'
import { useCommand } from '../../ui/command.ts'
import { Notice } from '../../ui/Notice.tsx'
import styles from './Drafts.module.css'
import { placeName } from './place.ts'

type Listed = Output<'drafts.list'>['drafts'][number]

const shownAtMost = 5

/** The screen that a draft is of, as far as its name tells. */
function routeOf({ name }: Listed): Route | null {
  const id = CaseId.safeParse(Number(name.split(':')[1]))
  if (name.startsWith('newCase') || !id.success) return null
  return name.startsWith('letter:') ? { screen: 'letter', caseId: id.data } : { screen: 'case', id: id.data }
}

/** Whether the screen that is open shows it already. */
function isHere(draft: Listed, route: Route): boolean {
  if (draft.name.startsWith('newCase')) return route.screen === 'newCase'
  if (/^(letter|paper)Text:/.test(draft.name)) return route.screen === 'settings' && route.section === 'texts'
  const of = routeOf(draft)
  if (of?.screen === 'case') return route.screen === 'case' && route.id === of.id
  return of?.screen === 'letter' && route.screen === 'letter' && route.caseId === of.caseId
}

function labelOf({ name, about }: Listed, { protection, words }: Texts): string {
  const [what = '', , step = ''] = name.split(':')
  const steps: Record<string, string> = words.steps
  const titles: Record<string, string> = protection.kept
  const begun = steps[step]
  const title = begun ? protection.keptStep(begun) : (titles[what] ?? protection.keptOther)
  return about ? `${title}: ${about}` : title
}

/** What was left unrecorded on other screens: gone on with, or given up. */
export function KeptWork() {
  const texts = useTexts()
  const { protection } = texts
  const { route, go } = useNavigation()
  const [hidden, setHidden] = useState(false)
  const list = useAsk(['drafts', 'list'], () => api.drafts.list({}))
  const drop = useCommand(api.drafts.drop)
  const kept = (list.data?.drafts ?? []).filter((draft) => draft.name !== placeName && !isHere(draft, route))
  if (hidden || kept.length === 0) return null

  const open = async (draft: Listed) => {
    const found = await readDraft(draft.name)
    const to = found?.route ?? routeOf(draft)
    if (to) go(to)
    else drop.mutate({ name: draft.name })
  }
  return (
    <Notice title={protection.keptTitle}>
      <ul className={styles.kept}>
        {kept.slice(0, shownAtMost).map((draft) => (
          <li key={draft.name}>
            <span>
              {labelOf(draft, texts)} <span className="dimmed">· {almatyMoment(draft.savedAt)}</span>
            </span>
            <Button size="compact-sm" variant="default" onClick={() => void open(draft)}>
              {protection.goOn}
            </Button>
            <Button size="compact-sm" variant="subtle" onClick={() => drop.mutate({ name: draft.name })}>
              {protection.giveUp}
            </Button>
          </li>
        ))}
      </ul>
      <Button size="compact-sm" variant="subtle" onClick={() => setHidden(true)}>
        {protection.hide}
      </Button>
    </Notice>
  )
}
