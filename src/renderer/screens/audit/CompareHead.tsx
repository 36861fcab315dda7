import { Button, FileButton, Group, Textarea } from '@mantine/core'
import { useState } from 'react'
import { readHead } from '../../../core/audit/head.ts'
import type { SavedHead } from '../../../shared/model/audit.ts'
import { useTexts } from '../../i18n/index.ts'
import { Dialog } from '../../ui/Dialog.tsx'
import { SubmitForm } from '../../ui/SubmitForm.tsx'

const longestFile = 100_000

/** Takes a head from a mail, a paper or a file of earlier; the register is checked against it. */
export function CompareHead({
  onCompare,
  onClose,
}: {
  onCompare: (saved: SavedHead) => void
  onClose: () => void
}) {
  const { audit, desk } = useTexts()
  const [text, setText] = useState('')
  const [tried, setTried] = useState(false)
  const saved = readHead(text)
  const submit = () => {
    setTried(true)
    if (saved) onCompare(saved)
  }
  const open = async (file: File | null) => {
    if (file) setText(await file.slice(0, longestFile).text())
  }
  return (
    <Dialog opened onClose={onClose} title={audit.compareTitle} holdsForm>
      <SubmitForm onSubmit={submit} label={audit.compareTitle}>
        <p style={{ marginTop: 0 }}>{audit.compareText}</p>
        <Textarea
          label={audit.savedHead}
          required
          data-autofocus
          autosize
          minRows={3}
          maxRows={8}
          maxLength={longestFile}
          value={text}
          error={tried && !saved ? audit.savedHeadInvalid : undefined}
          onChange={(event) => setText(event.currentTarget.value)}
        />
        <Group justify="space-between" mt="md">
          <FileButton accept=".txt,text/plain" onChange={(file) => void open(file)}>
            {(props) => (
              <Button {...props} variant="default">
                {audit.openHead}
              </Button>
            )}
          </FileButton>
          <Group>
            <Button variant="default" onClick={onClose}>
              {desk.cancel}
            </Button>
            <Button type="submit">{audit.compareNow}</Button>
          </Group>
        </Group>
      </SubmitForm>
    </Dialog>
  )
}
