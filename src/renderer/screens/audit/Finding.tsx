import type { Output } from '../../../shared/contract/index.ts'
import { useTexts } from '../../i18n/index.ts'
import { useNavigation } from '../../navigation.ts'
import mail from '../mail/Mail.module.css'
import styles from './Audit.module.css'

type Finding = Output<'audit.verify'>

/** What a check found, down to the entry, the case and the file. */
export function Finding({ finding }: { finding: Finding }) {
  const { audit } = useTexts()
  const { brokenAt, faults, saved, entries, cases } = finding
  if (brokenAt === null && faults.length === 0 && (saved === null || saved === 'holds')) {
    return (
      <output className={styles.whole}>
        <strong>{audit.whole}</strong> {audit.wholeText(entries, cases)}
        {saved === 'holds' ? <div>{audit.saved.holds}</div> : null}
      </output>
    )
  }
  return (
    <div role="alert" className={styles.broken}>
      <strong>{audit.broken}</strong>
      <ul>
        {brokenAt === null ? null : <li>{audit.brokenAt(brokenAt)}</li>}
        {saved === null || saved === 'holds' ? null : <li>{audit.saved[saved]}</li>}
        {faults.map((fault) => (
          <li key={`${fault.kind} ${fault.caseId} ${fault.name} ${fault.seq}`}>
            <Fault fault={fault} />
          </li>
        ))}
      </ul>
      <p>{audit.brokenText}</p>
    </div>
  )
}

function Fault({ fault: { kind, caseId, name, seq } }: { fault: Finding['faults'][number] }) {
  const { audit } = useTexts()
  const { go } = useNavigation()
  if (kind === 'case' && name === '') return <>{audit.lostCase(seq ?? 0)}</>
  return (
    <>
      {audit.faults[kind]} <bdi>{name}</bdi>{' '}
      {seq === null ? null : <span className="dimmed">{audit.asOf(seq)} </span>}
      {caseId === null ? null : (
        <button type="button" className={mail.link} onClick={() => go({ screen: 'case', id: caseId })}>
          {audit.openCase}
        </button>
      )}
    </>
  )
}
