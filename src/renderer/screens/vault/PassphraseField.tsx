import { PasswordInput } from '@mantine/core'
import { type KeyboardEvent, type Ref, useState } from 'react'
import { useTexts } from '../../i18n/index.ts'

type Props = {
  ref?: Ref<HTMLInputElement>
  label: string
  hint?: string
  value: string
  onChange: (value: string) => void
  error?: string | undefined
  autoFocus?: boolean
  autoComplete: 'current-password' | 'new-password'
}

/** A passphrase that can be looked at, with a word when Caps Lock is on. */
export function PassphraseField({
  ref,
  label,
  hint,
  value,
  onChange,
  error,
  autoFocus,
  autoComplete,
}: Props) {
  const { vault } = useTexts()
  const [caps, setCaps] = useState(false)
  const [shown, setShown] = useState(false)
  const watchCaps = (event: KeyboardEvent<HTMLInputElement>) => setCaps(event.getModifierState('CapsLock'))
  return (
    <PasswordInput
      {...(ref ? { ref } : {})}
      label={label}
      description={caps ? vault.capsLock : hint}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
      onKeyUp={watchCaps}
      error={error}
      data-autofocus={autoFocus}
      // The only field of its page: a keyboard user types at once.
      autoFocus={autoFocus ?? false}
      autoComplete={autoComplete}
      spellCheck={false}
      visible={shown}
      onVisibilityChange={setShown}
      visibilityToggleButtonProps={{ 'aria-label': shown ? vault.hide : vault.show, tabIndex: 0 }}
    />
  )
}
