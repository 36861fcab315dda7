import { Button, FileButton, Group, Progress } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { api, ask } from '../../api.ts'
import { useTexts } from '../../i18n/index.ts'
import { Chip } from '../../ui/Chip.tsx'
import { ErrorNotice } from '../../ui/ErrorNotice.tsx'
import { useTask } from '../../ui/task.ts'
import { useSaveFile } from '../../ui/saveFile.ts'

/** A mailing list as CSV goes in, the same list with a mark in each row comes out. */
export function MailingListCheck() {
  const { lang, suppression } = useTexts()
  const task = useTask()
  const check = useMutation({
    mutationFn: async (file: File) => {
      const bytes = new Uint8Array(await file.arrayBuffer())
      return ask(api.suppression.checkList({ task: task.id, bytes, lang }))
    },
  })
  const save = useSaveFile((content: { name: string; bytes: Uint8Array }) => Promise.resolve(content), null)
  const done = task.progress ? Math.round((100 * task.progress.done) / task.progress.total) : 0
  return (
    <>
      <p className="dimmed" style={{ marginTop: 0 }}>
        {suppression.checkHint}
      </p>
      <Group>
        <FileButton accept=".csv,.txt,text/csv" onChange={(file) => file && check.mutate(file)}>
          {(props) => (
            <Button {...props} variant="default" disabled={check.isPending}>
              {suppression.choose}
            </Button>
          )}
        </FileButton>
        {check.isPending ? (
          <>
            <span role="status">{suppression.progress(done)}</span>
            <Progress value={done} w={200} aria-label={suppression.progress(done)} />
            <Button variant="subtle" onClick={task.cancel}>
              {suppression.cancel}
            </Button>
          </>
        ) : null}
      </Group>
      <ErrorNotice error={check.error ?? save.error} />
      {check.data ? (
        <>
          <p role="status">
            <Chip tone={check.data.suppressed > 0 ? 'late' : 'good'}>
              {suppression.result(check.data.rows, check.data.suppressed, check.data.blank)}
            </Chip>
          </p>
          <Group>
            <Button onClick={() => save.mutate({ name: suppression.markedName, bytes: check.data.marked })}>
              {suppression.saveMarked}
            </Button>
            <Button
              variant="default"
              onClick={() => save.mutate({ name: suppression.allowedName, bytes: check.data.allowed })}
            >
              {suppression.saveAllowed}
            </Button>
          </Group>
        </>
      ) : null}
    </>
  )
}
