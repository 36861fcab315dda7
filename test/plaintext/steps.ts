import { addDays } from '../../src/core/calendar/days.ts'
import { almatyDate } from '../../src/core/calendar/almaty.ts'
import type { Input, Output } from '../../src/shared/contract/index.ts'
import { refused, type Ask } from './asking.ts'
import { mark, markedAddress } from './hunt.ts'

type Id = Output<'cases.register'>['id']
type Step = Input<'cases.take'>['step']

const today = almatyDate(Date.now())

/** Every step that a case can take, with a mark in its words. */
export async function takeSteps(
  ask: Ask,
  register: (kind: 'rectification' | 'claim') => Promise<Id>,
): Promise<void> {
  const rectified = await register('rectification')
  const take = (id: Id, step: Step): Promise<unknown> => ask('cases.take', { id, step })
  const method = 'inPerson'
  await take(rectified, { action: 'failVerification', method, compared: mark('not the same') })
  await take(rectified, { action: 'proceedUnverified', reason: mark('why unverified') })
  await take(rectified, { action: 'receiveDocuments', receivedOn: today, what: mark('documents') })
  const block = { action: 'block', blockedOn: today, what: mark('blocked') } as const
  const elsewhere: Step = { ...block, systems: ['crm', mark('system')] }
  await refused(ask, 'cases.take', { id: rectified, step: elsewhere })
  await take(rectified, { ...block, systems: ['crm'] })
  await take(rectified, { action: 'unblock', unblockedOn: today, why: mark('lifted') })
  const note = { ...found(rectified), found: 'found' } as const
  await ask('execution.note', note)
  await refused(ask, 'execution.note', { ...note, systemId: mark('system') })
  await refused(ask, 'execution.note', { ...note, categories: [mark('category')] })
  await ask('execution.noteRest', { caseId: rectified })
  const decide = { action: 'decide', outcome: 'granted', reason: mark('decision') } as const
  const step: Step = { ...decide, refusalGround: mark('ground'), decidedOn: today }
  await refused(ask, 'cases.take', { id: rectified, step: { ...step, outcome: 'partly' } })
  await take(rectified, { ...decide, refusalGround: null })
  await take(rectified, { action: 'execute', executedOn: today, what: mark('carried out') })
  await take(rectified, { action: 'reopen', reason: mark('opened again') })
  await take(rectified, { action: 'annul', reason: mark('annulled') })

  const claimed = await register('claim')
  await take(claimed, { action: 'takeUp' })
  const outcome = 'withdrawnByApplicant'
  await take(claimed, { action: 'decide', outcome, refusalGround: null, reason: mark('taken back') })
  await ask('bulk.close', { task: mark('closing'), ids: [claimed], latenessReason: mark('why late') })
  await ask('bulk.undoClose', { ids: [claimed] })
  await take(claimed, { action: 'close', latenessReason: mark('late') })
  await take(claimed, { action: 'handToCourt', handedOn: today, what: mark('to court') })
}

function found(caseId: Id): Omit<Input<'execution.note'>, 'found'> {
  return {
    caseId,
    systemId: 'crm',
    categories: ['fullName'],
    data: mark('data'),
    deed: 'rectified',
    deedOn: today,
    deedMethod: '',
    proof: '',
  }
}

/** What is written about the dates of a case, and who acts for its applicant. */
export async function writeOf(ask: Ask, id: Id): Promise<void> {
  const clockOf = async (): Promise<Output<'cases.card'>['clocks'][number]> => {
    const clock = (await ask('cases.card', { id })).clocks.find(({ endedOn }) => endedOn === null)
    if (!clock) throw new Error('no clock runs')
    return clock
  }
  const clockId = (await clockOf()).id
  await ask('deadlines.pause', { clockId, from: today, reason: mark('pause'), basis: mark('pause basis') })
  const adjustment = (await clockOf()).adjustments.at(-1)
  await ask('deadlines.revokeAdjustment', { id: adjustment?.id as never, reason: mark('revoked') })
  const representative = {
    name: mark('new representative'),
    powerNumber: mark('new power'),
    powerIssuedOn: today,
    powerIssuer: mark('new notary'),
    powerValidUntil: addDays(today, 30),
  }
  await ask('cases.setRepresentative', { id, representative })
  const applicant = {
    organisation: mark('new organisation'),
    familyName: mark('new family name'),
    givenName: mark('new given name'),
    patronymic: mark('new patronymic'),
    iin: 'SecretMark77',
    address: mark('new address'),
    email: markedAddress('corrected'),
    phone: mark('new phone'),
    lang: 'kk',
  } as const
  await ask('cases.correctApplicant', { id, applicant })
}
