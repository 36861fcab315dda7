import { Button, TextInput } from '@mantine/core'
import { genderOf } from '../../../core/letters/address.ts'
import { learnedWords } from '../../../core/letters/dative.ts'
import { type Applicant, limits } from '../../../shared/model/case.ts'
import type { Lang } from '../../../shared/model/lang.ts'
import { api } from '../../api.ts'
import { useTexts } from '../../i18n/index.ts'
import { say, useCommand } from '../../ui/command.ts'
import { ErrorNotice } from '../../ui/ErrorNotice.tsx'

type Props = {
  applicant: Applicant
  lang: Lang
  proposed: string
  value: string
  onChange: (value: string) => void
}

/** «Кому»: the name in the dative as it is proposed, or as the officer writes it, which can be noted for the next letter. */
export function AddresseeField({ applicant, lang, proposed, value, onChange }: Props) {
  const { letters, words } = useTexts()
  const remember = useCommand(api.names.save)
  const learned = lang === 'ru' ? learnedWords(applicant, proposed, value) : []
  const unsure = lang === 'ru' && genderOf(applicant) === null
  return (
    <div>
      <TextInput
        label={`${letters.composer.addressee} (${words.letterLangs[lang]})`}
        description={unsure ? letters.composer.addresseeUnsure : undefined}
        lang={lang}
        maxLength={limits.line}
        value={value}
        onChange={(event) => onChange(event.currentTarget.value)}
      />
      {learned.length > 0 ? (
        <Button
          variant="subtle"
          size="compact-sm"
          mt={4}
          loading={remember.isPending}
          onClick={() =>
            remember.mutate({ words: learned }, { onSuccess: () => say(letters.composer.addresseeKept) })
          }
        >
          {letters.composer.keepAddressee(learned.map(({ dative }) => dative).join(' '))}
        </Button>
      ) : null}
      <ErrorNotice error={remember.error} />
    </div>
  )
}
