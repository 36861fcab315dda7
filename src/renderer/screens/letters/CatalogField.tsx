import { Checkbox, UnstyledButton } from '@mantine/core'
import type { CatalogEntry } from '../../../shared/model/catalog.ts'
import { useOf, useTexts } from '../../i18n/index.ts'
import styles from './Letters.module.css'

type Props = {
  label: string
  description?: string | undefined
  required: boolean
  entries: readonly CatalogEntry[]
  chosen: readonly string[]
  onChange: (ids: string[]) => void
}

/** Entries of a catalog to tick; in the letter they stand in the order of the catalog. */
export function CatalogField({ label, description, required, entries, chosen, onChange }: Props) {
  const { letters } = useTexts()
  const of = useOf()
  const all = chosen.length === entries.length
  const change = (ids: readonly string[]) =>
    onChange(entries.map(({ id }) => id).filter((id) => ids.includes(id)))
  return (
    <div>
      <div className={styles.catalogHead}>
        <span className={styles.missing}>{letters.composer.chosen(chosen.length, entries.length)}</span>
        <UnstyledButton
          c="var(--mantine-color-anchor)"
          fz="sm"
          onClick={() => change(all ? [] : entries.map(({ id }) => id))}
        >
          {all ? letters.composer.chooseNone : letters.composer.chooseAll}
        </UnstyledButton>
      </div>
      <Checkbox.Group
        label={label}
        description={description}
        required={required}
        value={[...chosen]}
        onChange={change}
        classNames={{ root: styles.catalog ?? '' }}
      >
        <div className={styles.entries}>
          {entries.map((entry) => (
            <Checkbox key={entry.id} value={entry.id} size="sm" label={of(entry.title)} />
          ))}
        </div>
      </Checkbox.Group>
    </div>
  )
}
