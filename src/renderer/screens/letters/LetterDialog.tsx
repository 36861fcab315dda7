import type { IssuedLetter } from '../../../shared/contract/cases.ts'
import type { CaseId } from '../../../shared/model/ids.ts'
import { api, useAsk } from '../../api.ts'
import { shortDate } from '../../i18n/dates.ts'
import { useTexts } from '../../i18n/index.ts'
import { Delayed } from '../../ui/Delayed.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { ErrorNotice } from '../../ui/ErrorNotice.tsx'
import { PdfView } from '../../ui/PdfView.tsx'
import styles from './Letters.module.css'

type Props = { letter: IssuedLetter; caseId: CaseId; onClose: () => void }

/** An issued letter, as it was issued. */
export function LetterDialog({ letter, caseId, onClose }: Props) {
  const { letters } = useTexts()
  const pdf = useAsk(['letters', 'pdf', letter.id], () => api.letters.pdf({ id: letter.id }))
  return (
    <Dialog
      opened
      onClose={onClose}
      size="900px"
      title={letters.from(letter.number, shortDate(letter.issuedOn))}
    >
      <ErrorNotice error={pdf.error} />
      {pdf.isPending ? <Delayed /> : null}
      {pdf.data ? (
        <div className={styles.dialogPdf}>
          <PdfView
            bytes={pdf.data.bytes}
            id={pdf.data.sha256}
            name={pdf.data.name}
            paper={{ paper: 'letter', caseId }}
          />
        </div>
      ) : null}
    </Dialog>
  )
}
