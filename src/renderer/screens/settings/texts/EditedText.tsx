import { Button } from '@mantine/core'
import { IconArrowLeft } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { useTexts } from '../../../i18n/index.ts'
import { useNavigation } from '../../../navigation.ts'
import { Delayed } from '../../../ui/Delayed.tsx'
import { ErrorNotice } from '../../../ui/ErrorNotice.tsx'
import styles from './Texts.module.css'

type Props<Known> = {
  title: string
  read: { data: Known | undefined; error: Error | null; refetch: () => unknown }
  onBack: () => void
  children: (known: Known) => ReactNode
}

/** One text with its name and the way back to the list, once it is read. */
export function EditedText<Known>({ title, read, onBack, children }: Props<Known>) {
  const { templates } = useTexts()
  const { leave } = useNavigation()
  return (
    <>
      <Button
        size="compact-sm"
        variant="subtle"
        leftSection={<IconArrowLeft size={16} />}
        onClick={() => leave(onBack)}
      >
        {templates.back}
      </Button>
      <h3 className={styles.name}>{title}</h3>
      <ErrorNotice error={read.error} onRetry={() => void read.refetch()} />
      {read.data ? children(read.data) : read.error ? null : <Delayed />}
    </>
  )
}
