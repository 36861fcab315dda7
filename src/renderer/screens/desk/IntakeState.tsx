import { Button, Progress } from '@mantine/core'
import { useTexts } from '../../i18n/index.ts'
import { errorOf } from '../../api.ts'
import { describeError, ErrorNotice } from '../../ui/ErrorNotice.tsx'
import { Notice } from '../../ui/Notice.tsx'
import type { Intake, Outcome } from './intake.ts'

/** How far the reading of e-mail files is, and what came of it. */
export function IntakeState({ intake }: { intake: Intake }) {
  const { incoming } = useTexts()
  const { progress, outcome } = intake
  if (progress && progress.total > 1) {
    const said = incoming.reading(progress.done, progress.total)
    return (
      <Notice title={said}>
        <Progress value={(100 * progress.done) / progress.total} aria-label={said} my={6} />
        <Button size="compact-sm" variant="default" onClick={intake.cancel}>
          {incoming.stop}
        </Button>
      </Notice>
    )
  }
  if (!outcome || progress) return null
  return <Result outcome={outcome} onClose={intake.forget} />
}

const namedFiles = 5

function Result({ outcome, onClose }: { outcome: Outcome; onClose: () => void }) {
  const { desk, incoming } = useTexts()
  const { taken, known, unread } = outcome
  const [only] = unread
  if (only && unread.length === 1 && taken + known === 0) {
    return <ErrorNotice error={only.error} title={only.name} onClose={onClose} />
  }
  const said =
    taken === 0 && known === 1 && unread.length === 0
      ? incoming.takenBefore
      : [incoming.taken(taken), ...(known > 0 ? [incoming.knownAlready(known)] : [])].join(', ')
  return (
    <Notice title={said}>
      <Unread files={unread} />
      <Button size="compact-sm" variant="default" mt={6} display="block" onClick={onClose}>
        {desk.close}
      </Button>
    </Notice>
  )
}

function Unread({ files }: { files: Outcome['unread'] }) {
  const texts = useTexts()
  const { incoming } = texts
  if (files.length === 0) return null
  return (
    <>
      <div>{incoming.unread(files.length)}</div>
      <ul>
        {files.slice(0, namedFiles).map(({ name, error }, index) => (
          <li key={`${name}/${index}`}>
            {name}: {describeError(errorOf(error), texts).what}
          </li>
        ))}
        {files.length > namedFiles ? <li>{incoming.andMore(files.length - namedFiles)}</li> : null}
      </ul>
    </>
  )
}
