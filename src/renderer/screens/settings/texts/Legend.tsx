import { datePlaces, textPlaces } from '../../../../core/letters/places.ts'
import { useTexts } from '../../../i18n/index.ts'
import styles from './Texts.module.css'
import { type TextFieldsOfLetter, usePlaceName } from './usePlaceName.ts'

/** Which places a text may have, and what stands in them. */
export function Legend({ fields }: { fields: TextFieldsOfLetter }) {
  const { templates } = useTexts()
  const nameOf = usePlaceName(fields)
  const places = [...textPlaces, ...datePlaces, ...fields.map(({ id }) => id)]
  return (
    <details className={styles.legend}>
      <summary>{templates.legend}</summary>
      <p className="dimmed">{templates.legendHint}</p>
      <ul>
        {places.map((place) => (
          <li key={place}>
            <code>{`{{${place}}}`}</code> {nameOf(place)}
          </li>
        ))}
      </ul>
    </details>
  )
}
