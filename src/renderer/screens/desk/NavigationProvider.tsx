import { Button, Group } from '@mantine/core'
import { type ReactNode, useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { useTexts } from '../../i18n/index.ts'
import { type Keep, type ListView, type Navigation, NavigationContext, type Route } from '../../navigation.ts'
import { everything } from '../../../shared/model/list.ts'
import { Dialog } from '../../ui/Dialog.tsx'
import { keepDrafts, soonSettled } from '../../drafts.ts'
import { type Place, savePlace } from '../drafts/place.ts'

const home: Route = { screen: 'cases' }
const firstList: ListView = { filter: 'open', search: '', narrow: everything, sort: null }

const topScreens: readonly Route['screen'][] = [
  'day',
  'cases',
  'incoming',
  'blocking',
  'suppression',
  'outbox',
  'settings',
]

function isTop({ screen }: Route): boolean {
  return topScreens.includes(screen)
}

/**
 * Forms that are done are not returned to, nor the same case twice, nor a delivery that was put off. A form that sent the
 * officer to look something up is not done.
 */
function extend(trail: readonly Route[], route: Route): readonly Route[] {
  if (isTop(route)) return [route]
  if (route.screen === 'case' && route.part) return [...trail, route]
  const kept = trail.filter((old) => isTop(old) || (old.screen === 'case' && !isSameCase(old, route)))
  return [...kept.map(withoutDelivery), route]
}

function withoutDelivery(old: Route): Route {
  return old.screen === 'case' ? { screen: 'case', id: old.id } : old
}

function isSameCase(old: Route, route: Route): boolean {
  return old.screen === 'case' && route.screen === 'case' && old.id === route.id
}

/** Remembers where the officer is and came from, and asks before a half-filled form is left. */
export function NavigationProvider({ place, children }: { place: Place | null; children: ReactNode }) {
  const { desk } = useTexts()
  const [trail, setTrail] = useState<readonly Route[]>(place?.trail ?? [home])
  const [list, setList] = useState<ListView>(place?.list ?? firstList)
  const [asked, setAsked] = useState<{ goOn: () => void } | null>(null)
  const dirty = useRef(false)
  const keeper = useRef<Keep | null>(null)
  const kept = useRef(false)

  const setDirty = useCallback((value: boolean, isKept = false) => {
    dirty.current = value
    kept.current = isKept
  }, [])
  const setKeeper = useCallback((keep: Keep | null) => {
    keeper.current = keep
  }, [])
  const leave = useCallback((goOn: () => void) => {
    const keepFirst = keeper.current
    if (dirty.current) return setAsked({ goOn })
    if (!keepFirst) return goOn()
    void keepFirst().then(
      () => {
        keeper.current = null
        goOn()
      },
      () => setAsked({ goOn }),
    )
  }, [])
  const leaveToLock = useCallback(
    (goOn: () => void) => {
      if (kept.current) goOn()
      else leave(goOn)
    },
    [leave],
  )
  const keepForLock = useCallback(
    () => soonSettled([keeper.current?.(), keepDrafts(), savePlace({ trail, list })]),
    [trail, list],
  )
  const go = useCallback((route: Route) => leave(() => setTrail((old) => extend(old, route))), [leave])
  const back = useCallback(
    () => leave(() => setTrail((old) => (old.length > 1 ? old.slice(0, -1) : [home]))),
    [leave],
  )
  // The window's own close button asks, too: the page keeps the window and then closes it itself.
  useEffect(() => {
    const ask = (event: BeforeUnloadEvent) => {
      if (!dirty.current && !keeper.current) return
      event.preventDefault()
      leave(() => window.close())
    }
    window.addEventListener('beforeunload', ask)
    return () => window.removeEventListener('beforeunload', ask)
  }, [leave])
  const showList = useCallback((view: Partial<ListView>) => setList((old) => ({ ...old, ...view })), [])

  const route = trail.at(-1) ?? home
  const value = useMemo<Navigation>(
    () => ({ route, go, back, leave, leaveToLock, keepForLock, setDirty, setKeeper, list, showList }),
    [route, go, back, leave, leaveToLock, keepForLock, setDirty, setKeeper, list, showList],
  )
  const stay = () => setAsked(null)
  const leaveNow = () => {
    dirty.current = false
    keeper.current = null
    setAsked(null)
    asked?.goOn()
  }

  return (
    <NavigationContext value={value}>
      {children}
      <Dialog opened={asked !== null} onClose={stay} title={desk.unsavedTitle}>
        <p style={{ marginTop: 0 }}>{desk.unsavedText}</p>
        <Group justify="flex-end">
          <Button variant="default" onClick={leaveNow}>
            {desk.unsavedLeave}
          </Button>
          <Button onClick={stay} data-autofocus>
            {desk.unsavedStay}
          </Button>
        </Group>
      </Dialog>
    </NavigationContext>
  )
}
