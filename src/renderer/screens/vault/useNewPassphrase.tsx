import { type ReactNode, useState } from 'react'
import { useTexts } from '../../i18n/index.ts'
import { focusFirstError } from '../../ui/SubmitForm.tsx'
import { PassphraseField } from './PassphraseField.tsx'
import { PassphraseMeter, useRating } from './PassphraseMeter.tsx'

type NewPassphrase = {
  passphrase: string
  fields: ReactNode
  /** Whether it may be used; else what is wrong is said beside the fields. */
  check: () => boolean
}

/** The two fields of a passphrase that is chosen, with its strength. */
export function useNewPassphrase(labels: { first: string; again: string }): NewPassphrase {
  const { vault } = useTexts()
  const [passphrase, setPassphrase] = useState('')
  const [repeat, setRepeat] = useState('')
  const [tried, setTried] = useState(false)
  const rating = useRating(passphrase)

  const isWeak = rating?.of === passphrase && !rating.accepted
  const fault = passphrase === '' ? vault.passphraseMissing : isWeak ? vault.passphraseTooWeak : undefined
  const repeatFault = repeat !== passphrase ? vault.repeatDiffers : undefined
  return {
    passphrase,
    check: () => {
      setTried(true)
      if (fault ?? repeatFault) focusFirstError()
      return (fault ?? repeatFault) === undefined
    },
    fields: (
      <>
        <PassphraseField
          label={labels.first}
          hint={vault.passphraseHint}
          value={passphrase}
          onChange={setPassphrase}
          error={tried ? fault : undefined}
          autoComplete="new-password"
        />
        <PassphraseMeter passphrase={passphrase} rating={rating} />
        <PassphraseField
          label={labels.again}
          value={repeat}
          onChange={setRepeat}
          error={tried ? repeatFault : undefined}
          autoComplete="new-password"
        />
      </>
    ),
  }
}
