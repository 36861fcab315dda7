import type { CaseCard } from '../../../../shared/contract/cases.ts'
import { useTexts } from '../../../i18n/index.ts'
import { Begun } from '../../drafts/Begun.tsx'
import { type DialogAction, stepDraftName } from './stepDraft.ts'

/** Steps whose form was half filled when the vault was locked. */
export function BegunSteps({ card, onGoOn }: { card: CaseCard; onGoOn: (action: DialogAction) => void }) {
  const { protection, words } = useTexts()
  const forms = card.steps.map((action) => ({
    name: stepDraftName(card.id, action as DialogAction),
    title: protection.keptStep(words.steps[action]),
    goOn: () => onGoOn(action as DialogAction),
  }))
  return <Begun forms={forms} />
}
