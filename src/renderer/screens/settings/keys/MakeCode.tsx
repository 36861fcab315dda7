import { Button, Group } from '@mantine/core'
import { useState } from 'react'
import { groupCode } from '../../../../core/vault/recovery-code.ts'
import type { Output } from '../../../../shared/contract/index.ts'
import { api } from '../../../api.ts'
import { useTexts } from '../../../i18n/index.ts'
import { useCommand } from '../../../ui/command.ts'
import { Dialog } from '../../../ui/Dialog.tsx'
import { ErrorNotice } from '../../../ui/ErrorNotice.tsx'
import { PrintPdf } from '../../../ui/PrintPdf.tsx'
import { useSaveFile } from '../../../ui/saveFile.ts'
import execution from '../../execution/Execution.module.css'
import { PassphraseField } from '../../vault/PassphraseField.tsx'
import { KeyDialog } from './KeyDialog.tsx'

type NewCode = Output<'keys.makeRecoveryCode'>

type Props = { onClose: () => void; /** The code was made and put away. */ onMade?: () => void }

export function MakeCode({ onClose, onMade = onClose }: Props) {
  const { keys } = useTexts()
  const [passphrase, setPassphrase] = useState('')
  const [made, setMade] = useState<NewCode | null>(null)
  const make = useCommand(api.keys.makeRecoveryCode)
  if (made) return <CodeSheet made={made} onClose={onMade} />
  return (
    <KeyDialog
      title={keys.makeCode}
      text={keys.makeCodeText}
      submitLabel={keys.make}
      pending={make.isPending}
      error={make.error}
      onSubmit={() => make.mutate({ passphrase }, { onSuccess: setMade })}
      onClose={onClose}
    >
      <PassphraseField
        label={keys.current}
        value={passphrase}
        onChange={setPassphrase}
        autoFocus
        autoComplete="current-password"
      />
    </KeyDialog>
  )
}

/** The code, once: to the printer or to a file that the officer names, and then out of memory. */
export function CodeSheet({ made, onClose }: { made: NewCode; onClose: () => void }) {
  const { keys } = useTexts()
  const save = useSaveFile(
    () => Promise.resolve(made.sheet),
    ({ name }) => ({ paper: 'recoverySheet', caseId: null, name }),
  )
  return (
    <Dialog opened onClose={onClose} title={keys.codeReady} size="lg" holdsForm>
      <div className={execution.form}>
        <p style={{ margin: 0 }}>{keys.codeOnce}</p>
        <output aria-label={keys.code} style={{ fontSize: '1.15rem', textAlign: 'center' }}>
          <strong className="mono">{groupCode(made.code)}</strong>
        </output>
        <ErrorNotice error={save.error} />
        <Group>
          <Button data-autofocus loading={save.isPending} onClick={() => save.mutate('sheet')}>
            {keys.saveSheet}
          </Button>
          <PrintPdf
            label={keys.printSheet}
            bytes={made.sheet.bytes}
            printed={{ paper: 'recoverySheet', caseId: null, name: made.sheet.name }}
          />
        </Group>
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {keys.codeStored}
          </Button>
        </Group>
      </div>
    </Dialog>
  )
}
