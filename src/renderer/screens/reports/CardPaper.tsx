import { Button, Menu } from '@mantine/core'
import { IconFileText } from '@tabler/icons-react'
import type { CaseId } from '../../../shared/model/ids.ts'
import { LetterLang } from '../../../shared/model/lang.ts'
import { api } from '../../api.ts'
import { useTexts } from '../../i18n/index.ts'
import { useNavigation } from '../../navigation.ts'
import { useCommand } from '../../ui/command.ts'
import { ErrorNotice } from '../../ui/ErrorNotice.tsx'
import { Paper } from './Paper.tsx'

/** The card of a case as a paper, in the language chosen. */
export function CardPaper({ caseId, caseNumber }: { caseId: CaseId; caseNumber: string }) {
  const { evidence, reports, words } = useTexts()
  const { go } = useNavigation()
  const make = useCommand(api.reports.caseCard)
  return (
    <>
      <Menu>
        <Menu.Target>
          <Button variant="default" leftSection={<IconFileText size={18} />} loading={make.isPending}>
            {reports.card}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          {LetterLang.options.map((lang) => (
            <Menu.Item key={lang} onClick={() => make.mutate({ caseId, lang })}>
              {words.letterLangs[lang]}
            </Menu.Item>
          ))}
          <Menu.Divider />
          <Menu.Item onClick={() => go({ screen: 'evidence', caseNumber })}>{evidence.title}</Menu.Item>
        </Menu.Dropdown>
      </Menu>
      <ErrorNotice error={make.error} title={reports.notMade} />
      {make.data ? (
        <Paper
          paper={make.data}
          of={{ paper: 'caseCard', caseId }}
          title={reports.card}
          onClose={make.reset}
        />
      ) : null}
    </>
  )
}
