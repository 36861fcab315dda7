import { ActionIcon, Button } from '@mantine/core'
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react'
import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import { addDays } from '../../../core/calendar/days.ts'
import type { Output } from '../../../shared/contract/index.ts'
import type { LocalDate } from '../../../shared/model/local-date.ts'
import { api, useAsk } from '../../api.ts'
import { shortDate } from '../../i18n/dates.ts'
import { useTexts } from '../../i18n/index.ts'
import { Delayed } from '../../ui/Delayed.tsx'
import { ErrorNotice } from '../../ui/ErrorNotice.tsx'
import { Panel } from '../../ui/Page.tsx'
import styles from './Day.module.css'
import { DueTable } from './DueTable.tsx'
import { gridStart, inMonth, otherMonth } from './month.ts'
import { MonthDay } from './MonthDay.tsx'

type MonthDays = Output<'day.month'>

/** The due dates of a month on its grid, and those of the day that is open. */
export function Month() {
  const summary = useAsk(['cases', 'summary'], () => api.cases.summary({}))
  return summary.data ? <Grid today={summary.data.today} /> : <Delayed />
}

function Grid({ today }: { today: LocalDate }) {
  const { day, words } = useTexts()
  const [at, setAt] = useState(today)
  const [opened, setOpened] = useState(today)
  const walking = useRef(false)
  const grid = useRef<HTMLDivElement>(null)
  const from = gridStart(at)
  const month = useAsk(['day', 'month', from], () => api.day.month({ from, days: 42 }))
  const [year = '', number = ''] = at.split('-')
  const title = day.month(day.months[Number(number) - 1] ?? '', year)

  useEffect(() => {
    if (walking.current) grid.current?.querySelector<HTMLElement>('[tabindex="0"]')?.focus()
  }, [at, month.data])

  const walk = (event: KeyboardEvent) => {
    const goals: Record<string, LocalDate> = {
      ArrowLeft: addDays(at, -1),
      ArrowRight: addDays(at, 1),
      ArrowUp: addDays(at, -7),
      ArrowDown: addDays(at, 7),
      PageUp: otherMonth(at, -1),
      PageDown: otherMonth(at, 1),
    }
    const goal = goals[event.key]
    if (!goal || event.altKey || event.ctrlKey) return
    event.preventDefault()
    walking.current = true
    setAt(goal)
  }
  const turn = (goal: LocalDate) => {
    walking.current = false
    setAt(goal)
  }
  const open = (date: LocalDate) => {
    setAt(date)
    setOpened(date)
  }

  return (
    <>
      <Panel
        title={title}
        aside={
          <div className={styles.turn}>
            <ActionIcon aria-label={day.previous} variant="default" onClick={() => turn(otherMonth(at, -1))}>
              <IconChevronLeft size={18} />
            </ActionIcon>
            <Button size="compact-sm" variant="default" onClick={() => turn(today)}>
              {day.toToday}
            </Button>
            <ActionIcon aria-label={day.next} variant="default" onClick={() => turn(otherMonth(at, 1))}>
              <IconChevronRight size={18} />
            </ActionIcon>
          </div>
        }
      >
        <ErrorNotice error={month.error} onRetry={() => void month.refetch()} />
        <div ref={grid} role="grid" tabIndex={-1} aria-label={title} className={styles.grid} onKeyDown={walk}>
          <div role="row" className={styles.week}>
            {words.weekdays.map((weekday) => (
              <span key={weekday} role="columnheader" className={styles.weekday}>
                {weekday}
              </span>
            ))}
          </div>
          {weeksOf(month.data?.days ?? []).map((week) => (
            <div key={week[0]?.date} role="row" className={styles.week}>
              {week.map((one) => (
                <MonthDay
                  key={one.date}
                  day={one}
                  today={today}
                  isHere={one.date === at}
                  isOpen={one.date === opened}
                  isOutside={!inMonth(one.date, at)}
                  onOpen={() => open(one.date)}
                />
              ))}
            </div>
          ))}
        </div>
        <p className="dimmed">{day.gridHint}</p>
      </Panel>
      <DayList on={opened} today={today} />
    </>
  )
}

function weeksOf(days: MonthDays['days']): MonthDays['days'][] {
  return Array.from({ length: days.length / 7 }, (_, week) => days.slice(week * 7, week * 7 + 7))
}

function DayList({ on, today }: { on: LocalDate; today: LocalDate }) {
  const { day } = useTexts()
  const list = useAsk(['day', 'list', on], () => api.day.list({ on }))
  return (
    <Panel title={shortDate(on)}>
      <ErrorNotice error={list.error} onRetry={() => void list.refetch()} />
      {list.data?.total === 0 ? <p className="dimmed">{day.emptyDay}</p> : null}
      {list.data && list.data.total > 0 ? (
        <DueTable label={shortDate(on)} {...list.data} today={today} />
      ) : null}
    </Panel>
  )
}
