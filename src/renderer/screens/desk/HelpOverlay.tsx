import { Kbd } from '@mantine/core'
import { Fragment } from 'react'
import { useTexts } from '../../i18n/index.ts'
import styles from './Desk.module.css'
import { Dialog } from '../../ui/Dialog.tsx'
import { useMay } from '../../ui/May.tsx'

export function HelpOverlay({ opened, onClose }: { opened: boolean; onClose: () => void }) {
  const { desk } = useTexts()
  const { keys } = desk
  const mayRegister = useMay('cases.register')
  const mayWrite = useMay('letters.issue')
  const rows: readonly (readonly [string, readonly string[]])[] = [
    [keys.search, ['/', 'Ctrl+K']],
    ...(mayRegister
      ? ([
          [keys.newCase, ['Ctrl+N']],
          [keys.openEmail, ['Ctrl+O']],
        ] as const)
      : []),
    [keys.rows, ['↑', '↓']],
    [keys.openRow, ['Enter']],
    ...(mayWrite ? ([[keys.writeLetter, ['Ctrl+E']]] as const) : []),
    [keys.submit, ['Ctrl+Enter']],
    [keys.back, ['Esc', 'Alt+←']],
    [keys.sections, ['Ctrl+1', '…', 'Ctrl+8']],
    [keys.lock, ['Ctrl+L']],
    [keys.help, ['?', 'F1']],
  ]
  return (
    <Dialog opened={opened} onClose={onClose} title={keys.title} size="lg">
      <dl className={styles.keys}>
        {rows.map(([what, combos]) => (
          <Fragment key={what}>
            <dt>{what}</dt>
            <dd>
              {combos.map((combo, index) => (
                <Fragment key={combo}>
                  {index > 0 ? ' ' : ''}
                  <Kbd>{combo}</Kbd>
                </Fragment>
              ))}
            </dd>
          </Fragment>
        ))}
      </dl>
    </Dialog>
  )
}
