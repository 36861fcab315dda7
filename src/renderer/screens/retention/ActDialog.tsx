import { Button, Checkbox, Group } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { DueCase } from '../../../shared/contract/retention.ts'
import { LetterLang } from '../../../shared/model/lang.ts'
import { RetentionMethod } from '../../../shared/model/retention.ts'
import { api, ask } from '../../api.ts'
import { useTexts } from '../../i18n/index.ts'
import { Choice } from '../../ui/Choice.tsx'
import { say, useCommand } from '../../ui/command.ts'
import { Delayed } from '../../ui/Delayed.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { ErrorNotice } from '../../ui/ErrorNotice.tsx'
import { PdfView } from '../../ui/PdfView.tsx'
import letters from '../letters/Letters.module.css'

type Props = { cases: readonly DueCase[]; onClose: () => void; onDone: () => void }

/** The act as it will be; only who has seen it and says so destroys anything. */
export function ActDialog({ cases, onClose, onDone }: Props) {
  const { desk, lang: deskLang, retention, words } = useTexts()
  const [method, setMethod] = useState<RetentionMethod>('destroy')
  const [lang, setLang] = useState<LetterLang>(deskLang === 'kk' ? 'kk' : 'ru')
  const [understood, setUnderstood] = useState(false)
  const destroy = useCommand(api.retention.destroy)
  const caseIds = cases.map(({ id }) => id)
  const chosen = { caseIds, method, lang }
  const preview = useQuery({
    queryKey: ['retention', 'preview', chosen],
    queryFn: () => ask(api.retention.preview(chosen)),
    gcTime: 0,
  })
  const carryOut = () =>
    destroy.mutate(chosen, {
      onSuccess: ({ number }) => {
        say(retention.done(number))
        onDone()
      },
    })
  return (
    <Dialog opened onClose={onClose} size="1000px" title={retention.actTitle(cases.length)} holdsForm>
      <Group mb="sm">
        <Choice
          label={retention.method}
          value={method}
          onChange={(value) => setMethod(value)}
          data={RetentionMethod.options.map((value) => ({ value, label: retention.methods[value] }))}
        />
        <Choice
          label={retention.lang}
          value={lang}
          onChange={(value) => setLang(value)}
          data={LetterLang.options.map((value) => ({ value, label: words.letterLangs[value] }))}
        />
      </Group>
      <p>{retention.whatGoes[method]}</p>
      <div className={letters.dialogPdf}>
        {preview.data ? (
          <PdfView
            bytes={preview.data.bytes}
            id={`${method} ${lang}`}
            name={`${retention.actFile}.pdf`}
            paper={{ paper: 'act', caseId: null }}
          />
        ) : (
          <Delayed />
        )}
      </div>
      <ErrorNotice error={preview.error ?? destroy.error} title={retention.notDone} />
      <p className="dimmed">{retention.backups}</p>
      <Checkbox
        label={retention.understood}
        checked={understood}
        onChange={(event) => setUnderstood(event.currentTarget.checked)}
      />
      <Group justify="flex-end" mt="md">
        <Button variant="default" onClick={onClose}>
          {desk.cancel}
        </Button>
        <Button
          color="red"
          disabled={!understood || !preview.data}
          loading={destroy.isPending}
          onClick={carryOut}
        >
          {retention.now[method]}
        </Button>
      </Group>
    </Dialog>
  )
}
