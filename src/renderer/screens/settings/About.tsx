import { api, useAsk } from '../../api.ts'
import { useTexts } from '../../i18n/index.ts'
import { Brand } from '../../ui/Brand.tsx'
import { ErrorNotice } from '../../ui/ErrorNotice.tsx'
import { Facts } from '../../ui/Facts.tsx'
import styles from './Settings.module.css'

export function About() {
  const { desk, settings } = useTexts()
  const texts = settings.about
  const about = useAsk(['desktop', 'about'], () => api.desktop.about({}))
  const parts = useAsk(['desktop', 'licences'], () => api.desktop.licences({}))
  return (
    <div className={styles.stack}>
      <div style={{ display: 'flex', gap: 12, alignItems: 'center' }}>
        <Brand size={40} />
        <strong style={{ fontSize: '1.2rem' }}>{desk.name}</strong>
      </div>
      <p>{texts.what}</p>
      <Facts
        facts={[
          [texts.version, about.data?.version ?? ''],
          [texts.platform, about.data?.electron ?? ''],
          [texts.licence, texts.licenceText],
        ]}
      />
      <p className="dimmed">{texts.notLegal}</p>
      <section aria-label={texts.thirdParty}>
        <h3>{texts.thirdParty}</h3>
        {parts.data?.licences.map(({ name, version, licence, text }) => (
          <details key={`${name} ${version}`} className={styles.licence}>
            <summary>
              {name} {version} <span className="dimmed">{licence}</span>
            </summary>
            <pre>{text}</pre>
          </details>
        ))}
      </section>
      <ErrorNotice error={about.error ?? parts.error} />
    </div>
  )
}
