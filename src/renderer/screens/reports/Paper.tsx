import type { Output } from '../../../shared/contract/index.ts'
import type { LeavingPaper } from '../../../shared/model/audit.ts'
import { Dialog } from '../../ui/Dialog.tsx'
import { PdfView } from '../../ui/PdfView.tsx'
import styles from '../letters/Letters.module.css'

/** A paper of the office just made: to read, to print, to save. */
export function Paper({
  paper,
  of,
  title,
  onClose,
}: {
  paper: Output<'reports.caseCard'>
  /** What the record says of it when it is printed or saved. */
  of: Omit<LeavingPaper, 'name'>
  title: string
  onClose: () => void
}) {
  return (
    <Dialog opened onClose={onClose} size="1100px" title={title}>
      <div className={styles.dialogPdf}>
        <PdfView bytes={paper.bytes} id={paper.name} name={paper.name} paper={of} />
      </div>
    </Dialog>
  )
}
