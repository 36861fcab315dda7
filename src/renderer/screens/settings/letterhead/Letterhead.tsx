import { Button, FileButton, Group } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useEffect, useMemo } from 'react'
import { PictureName } from '../../../../shared/model/settings.ts'
import { api, ask, useAsk } from '../../../api.ts'
import { useTexts } from '../../../i18n/index.ts'
import { say } from '../../../ui/command.ts'
import { Delayed } from '../../../ui/Delayed.tsx'
import { ErrorNotice } from '../../../ui/ErrorNotice.tsx'
import { May } from '../../../ui/May.tsx'
import styles from './Letterhead.module.css'
import { pngOf } from './picture-file.ts'

/** The pictures that letters show. */
export function Letterhead() {
  const { settings } = useTexts()
  const pictures = useAsk(['settings', 'pictures'], () => api.settings.pictures({}))
  if (pictures.error) return <ErrorNotice error={pictures.error} onRetry={() => void pictures.refetch()} />
  if (!pictures.data) return <Delayed />
  return (
    <>
      <p className="dimmed">{settings.letterhead.intro}</p>
      {PictureName.options.map((name) => (
        <Picture key={name} name={name} png={pictures.data[name]} />
      ))}
    </>
  )
}

function Picture({ name, png }: { name: PictureName; png: Uint8Array | null }) {
  const { desk, settings } = useTexts()
  const texts = settings.letterhead
  const save = useMutation({
    mutationFn: async (file: File | null) =>
      ask(api.settings.savePicture({ name, png: file && (await pngOf(file)) })),
    onSuccess: () => say(desk.saved),
  })
  const url = useUrl(png)
  return (
    <section className={styles.picture} aria-label={texts.names[name]}>
      <h3 className={styles.name}>{texts.names[name]}</h3>
      <p className="dimmed">{texts.hints[name]}</p>
      <div className={styles.sheet}>
        {url ? <img src={url} alt={texts.names[name]} className={styles.image} /> : <span>{texts.none}</span>}
      </div>
      <ErrorNotice error={save.error} title={texts.notSaved} />
      <May call="settings.savePicture">
        <Group gap="xs">
          <FileButton
            accept=".png,.svg,image/png,image/svg+xml"
            onChange={(file) => file && save.mutate(file)}
          >
            {(props) => (
              <Button {...props} size="xs" variant="default" loading={save.isPending}>
                {png ? texts.replace : texts.choose}
              </Button>
            )}
          </FileButton>
          {png ? (
            <Button size="xs" variant="subtle" onClick={() => save.mutate(null)}>
              {texts.remove}
            </Button>
          ) : null}
        </Group>
      </May>
    </section>
  )
}

/** An address of the picture for as long as it is shown. */
function useUrl(png: Uint8Array | null): string | null {
  const url = useMemo(
    () => png && URL.createObjectURL(new Blob([Uint8Array.from(png)], { type: 'image/png' })),
    [png],
  )
  useEffect(() => () => URL.revokeObjectURL(url ?? ''), [url])
  return url
}
