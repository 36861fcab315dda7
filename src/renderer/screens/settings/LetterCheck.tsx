import { Button, FileButton, Group, Textarea } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { type DragEvent, useState } from 'react'
import { limits } from '../../../shared/model/case.ts'
import type { Output } from '../../../shared/contract/index.ts'
import { api, ask, Refusal } from '../../api.ts'
import { almatyMoment, shortDate } from '../../i18n/dates.ts'
import { useOf, useTexts } from '../../i18n/index.ts'
import { useNavigation } from '../../navigation.ts'
import { Chip } from '../../ui/Chip.tsx'
import { ErrorNotice } from '../../ui/ErrorNotice.tsx'
import { Facts } from '../../ui/Facts.tsx'
import { Hash } from '../../ui/Hash.tsx'
import { wordsOf } from '../../ui/pdf-words.ts'
import { openPdf } from '../../ui/pdf.ts'
import styles from './Settings.module.css'

type Checked = Output<'letters.check'>

/** Says of a PDF, or of the text of a QR code, whether it is a letter of this register and says what the letter said. */
export function LetterCheck() {
  const { settings } = useTexts()
  const texts = settings.letterCheck
  const [code, setCode] = useState('')
  const check = useMutation({
    mutationFn: async (given: File | string) => {
      if (typeof given === 'string') return ask(api.letters.check({ code: given }))
      const pdf = new Uint8Array(await given.arrayBuffer())
      return ask(api.letters.check({ pdf, words: await wordsIn(pdf) }))
    },
  })
  // The window's drop zone takes e-mails; here a letter is let fall.
  const drop = (event: DragEvent) => {
    event.preventDefault()
    const [file] = event.dataTransfer.files
    if (file) check.mutate(file)
  }
  return (
    <div className={styles.stack} onDrop={drop} onDragOver={(event) => event.preventDefault()}>
      <p>{texts.intro}</p>
      <FileButton accept=".pdf,application/pdf" onChange={(file) => file && check.mutate(file)}>
        {(props) => (
          <Button {...props} loading={check.isPending}>
            {texts.choose}
          </Button>
        )}
      </FileButton>
      <Textarea
        label={texts.code}
        description={texts.codeHint}
        value={code}
        autosize
        minRows={2}
        maxLength={limits.line}
        onChange={(event) => setCode(event.currentTarget.value)}
      />
      <Group>
        <Button variant="default" disabled={code.trim() === ''} onClick={() => check.mutate(code)}>
          {texts.checkCode}
        </Button>
      </Group>
      <ErrorNotice error={check.error} title={texts.notChecked} />
      {check.data ? <Verdict checked={check.data} /> : null}
    </div>
  )
}

async function wordsIn(bytes: Uint8Array): Promise<string> {
  const pdf = await openPdf(bytes).catch(() =>
    Promise.reject(new Refusal({ code: 'pdfUnreadable', details: {} })),
  )
  try {
    return (await wordsOf(pdf)).slice(0, limits.text)
  } finally {
    await pdf.loadingTask.destroy()
  }
}

const tones = { sameBytes: 'good', sameWords: 'good', different: 'late', unknown: 'soon' } as const

function Verdict({ checked: { verdict, letter } }: { checked: Checked }) {
  const { letters, settings } = useTexts()
  const texts = settings.letterCheck
  const of = useOf()
  const { go } = useNavigation()
  return (
    <output className={verdict === 'different' ? styles.broken : styles.result}>
      <p>
        <Chip tone={tones[verdict]}>{texts.verdicts[verdict]}</Chip>
      </p>
      <p>{texts.meanings[verdict]}</p>
      {letter ? (
        <>
          <Facts
            facts={[
              [
                texts.letter,
                `${of(letter.title)}. ${letters.from(letter.number, shortDate(letter.issuedOn))}`,
              ],
              [texts.issued, `${letter.issuedBy}, ${almatyMoment(letter.issuedAt)}`],
              [letters.composer.hash, <Hash key="hash" value={letter.sha256} />],
            ]}
          />
          <Button size="xs" variant="default" onClick={() => go({ screen: 'case', id: letter.caseId })}>
            {texts.openCase}
          </Button>
        </>
      ) : null}
    </output>
  )
}
