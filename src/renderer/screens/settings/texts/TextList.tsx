import { Button } from '@mantine/core'
import { useTexts } from '../../../i18n/index.ts'
import { Chip } from '../../../ui/Chip.tsx'
import { useMay } from '../../../ui/May.tsx'
import execution from '../../execution/Execution.module.css'

type Props<Id extends string> = {
  entries: readonly { id: Id; title: string; revision: number; changed: boolean }[]
  onChoose: (id: Id) => void
}

/** Texts to choose one from, to edit it or, where one may not, to read it. */
export function TextList<Id extends string>({ entries, onChoose }: Props<Id>) {
  const { templates: texts } = useTexts()
  const mayEdit = useMay('templates.save')
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
            aria-label={mayEdit ? texts.edit(title) : `${texts.open}: ${title}`}
            onClick={() => onChoose(id)}
          >
            {mayEdit ? texts.editShort : texts.open}
          </Button>
        </li>
      ))}
    </ul>
  )
}
