import { Button, Group, TextInput } from '@mantine/core'
import { useState } from 'react'
import { limits } from '../../../shared/model/case.ts'
import { api } from '../../api.ts'
import { useTexts } from '../../i18n/index.ts'
import { say, useCommand } from '../../ui/command.ts'
import { ErrorNotice } from '../../ui/ErrorNotice.tsx'
import { Panel } from '../../ui/Page.tsx'
import { SubmitForm } from '../../ui/SubmitForm.tsx'
import execution from '../execution/Execution.module.css'

/** Keeps a case beyond its term, whether or not it is due yet. */
export function HoldForm() {
  const { retention } = useTexts()
  const [caseNumber, setCaseNumber] = useState('')
  const [reason, setReason] = useState('')
  const hold = useCommand(api.retention.hold)
  const isWhole = caseNumber.trim() !== '' && reason.trim() !== ''
  const submit = () => {
    if (!isWhole) return
    hold.mutate(
      { caseNumber, reason },
      {
        onSuccess: () => {
          say(retention.wasHeld(caseNumber.toUpperCase()))
          setCaseNumber('')
          setReason('')
        },
      },
    )
  }
  return (
    <Panel title={retention.holdTitle}>
      <p className="dimmed" style={{ marginTop: 0 }}>
        {retention.holdHint}
      </p>
      <SubmitForm onSubmit={submit} label={retention.holdTitle} className={execution.form}>
        <Group align="end">
          <TextInput
            label={retention.case}
            value={caseNumber}
            maxLength={100}
            w={200}
            onChange={(event) => setCaseNumber(event.currentTarget.value)}
          />
          <TextInput
            label={retention.holdReason}
            value={reason}
            maxLength={limits.line}
            w={380}
            onChange={(event) => setReason(event.currentTarget.value)}
          />
          <Button type="submit" variant="default" disabled={!isWhole} loading={hold.isPending}>
            {retention.holdNow}
          </Button>
        </Group>
        <ErrorNotice error={hold.error} />
      </SubmitForm>
    </Panel>
  )
}
