import { Button, FileButton, Textarea } from '@mantine/core'
import { useState } from 'react'
import { useTexts } from '../../i18n/index.ts'
import styles from './Settings.module.css'

const longestFile = 100_000
const certificate = /-----BEGIN CERTIFICATE-----\s[A-Za-z\d+/=\s]+-----END CERTIFICATE-----/g

/** The certificates of a PEM file, without whatever else it holds, such as a key; null where it holds none. */
async function certificatesOf(file: File): Promise<string | null> {
  if (file.size > longestFile) return null
  return (await file.text()).match(certificate)?.join('\n') ?? null
}

type Props = { value: string; onChange: (caPem: string) => void }

/** The organisation's own authority: pasted, or taken from a file. */
export function CaField({ value, onChange }: Props) {
  const texts = useTexts().settings.mail
  const [refused, setRefused] = useState<string | null>(null)
  const change = (caPem: string) => {
    setRefused(null)
    onChange(caPem)
  }
  const open = async (file: File) => {
    const caPem = await certificatesOf(file)
    if (caPem === null) setRefused(file.name)
    else change(caPem)
  }
  return (
    <div className={styles.wide}>
      <Textarea
        label={texts.caPem}
        description={texts.caHint}
        placeholder="-----BEGIN CERTIFICATE-----"
        autosize
        minRows={2}
        maxRows={8}
        spellCheck={false}
        value={value}
        onChange={(event) => change(event.currentTarget.value)}
        error={refused === null ? undefined : texts.caFileInvalid(refused)}
      />
      <FileButton accept=".pem,.crt,.cer" onChange={(file) => file && void open(file)}>
        {(props) => (
          <Button {...props} size="xs" variant="default" mt="xs">
            {texts.caFile}
          </Button>
        )}
      </FileButton>
    </div>
  )
}
