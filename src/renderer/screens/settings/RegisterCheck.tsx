import { Button } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import type { Output } from '../../../shared/contract/index.ts'
import { api, ask, useAsk } from '../../api.ts'
import { useTexts } from '../../i18n/index.ts'
import { ErrorNotice } from '../../ui/ErrorNotice.tsx'
import { Facts } from '../../ui/Facts.tsx'
import styles from './Settings.module.css'

/** Recomputes the chain of the register and says whether it is whole. */
export function RegisterCheck() {
  const { settings } = useTexts()
  const texts = settings.register
  const status = useAsk(['vault', 'status'], () => api.vault.status({}))
  const verify = useMutation({ mutationFn: () => ask(api.audit.verify({})) })
  return (
    <div className={styles.stack}>
      <p>{texts.intro}</p>
      <Button loading={verify.isPending} onClick={() => verify.mutate()}>
        {texts.verify}
      </Button>
      <ErrorNotice error={verify.error} />
      {verify.data ? <Finding finding={verify.data} /> : null}
      <Facts
        facts={[
          [
            texts.folder,
            <span key="folder" className="mono">
              {status.data?.folder ?? ''}
            </span>,
          ],
        ]}
      />
    </div>
  )
}

function Finding({ finding }: { finding: Output<'audit.verify'> }) {
  const { settings } = useTexts()
  const texts = settings.register
  if (finding.brokenAt !== null) {
    return (
      <div role="alert" className={styles.broken}>
        <strong>{texts.broken(finding.brokenAt)}</strong>
        <p>{texts.brokenText}</p>
      </div>
    )
  }
  return (
    <output className={styles.result}>
      <p>
        <strong>{texts.whole}.</strong> {texts.entries(finding.entries)}
      </p>
      <p>
        {texts.head}: <span className="mono">{finding.head}</span>
      </p>
      <p>{texts.headHint}</p>
    </output>
  )
}
