import { Button } from '@mantine/core'
import { useTexts } from '../../../i18n/index.ts'
import { Chip } from '../../../ui/Chip.tsx'
import execution from '../../execution/Execution.module.css'

type Props<Id extends string> = {
  entries: readonly { id: Id; title: string; revision: number; changed: boolean }[]
  onChoose: (id: Id) => void
}

/** Texts to choose one from for editing. */
export function TextList<Id extends string>({ entries, onChoose }: Props<Id>) {
  const { templates: texts } = useTexts()
  return (
    <ul className={execution.systems}>
      {entries.map(({ id, title, revision, changed }) => (
        <li key={id} className={execution.system}>
          <span>
            {title}{' '}
            {changed ? (
              <Chip tone="calm">
                {texts.changed}, {texts.revision(revision)}
              </Chip>
            ) : null}
          </span>
          <Button
            size="compact-sm"
            variant="subtle"
            aria-label={texts.edit(title)}
            onClick={() => onChoose(id)}
          >
            {texts.editShort}
          </Button>
        </li>
      ))}
    </ul>
  )
}
