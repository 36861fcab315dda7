import { describe, expect, it } from 'vitest'
import type { Input } from '../../src/shared/contract/index.ts'
import { previewReply } from './correspondence.ts'
import { newCase, openRegister, type TestRegister } from './register.ts'
import { textOf } from '../pdf-text.ts'

const nothing = { categories: [], data: '', deed: null, deedOn: null, deedMethod: '', proof: '' }

const verify = { action: 'verifyIdentity', method: 'inPerson', compared: 'Имя' } as const
const grant = { action: 'decide', outcome: 'granted', refusalGround: null, reason: '' } as const

/** A letter's words, and what its two languages tell otherwise. */
async function readLetter({ ask }: TestRegister, draft: Input<'letters.preview'>) {
  const { pdf, differences } = await ask('letters.preview', draft)
  return { differences, text: await textOf(pdf) }
}

describe('the work in each system', () => {
  it('is noted with who and when; a correction keeps both in the history', async () => {
    const desk = await openRegister()
    const { id: caseId } = await desk.ask('cases.register', newCase())
    const note = { caseId, systemId: 'crm', found: 'found', ...nothing } as const
    expect((await desk.fail('execution.note', note)).code).toBe('stepNotAllowed')
    await desk.ask('cases.take', {
      id: caseId,
      step: { action: 'verifyIdentity', method: 'inPerson', compared: 'Имя' },
    })
    await desk.ask('execution.note', { ...note, categories: ['phone', 'phone'], data: 'телефон' })
    await desk.ask('execution.note', { ...note, found: 'notFound' })
    const { systems, open } = await desk.ask('execution.ofCase', { caseId })
    expect(open).toBe(true)
    expect(systems.find(({ id }) => id === 'crm')?.note).toMatchObject({
      found: 'notFound',
      categories: [],
      officer: 'Ә. Қалиева',
    })
    const { history } = await desk.ask('cases.card', { id: caseId })
    expect(history.at(-1)?.details).toEqual({
      system: 'crm',
      found: { before: 'found', now: 'notFound' },
      categories: { before: 'phone', now: null },
      data: { before: 'телефон', now: null },
    })
  })

  it('refuses a deed on nothing, an impossible day, and a system nobody knows', async () => {
    const desk = await openRegister()
    const { id: caseId } = await desk.ask('cases.register', newCase({ kind: 'optout' }))
    const note = { caseId, systemId: 'newsletter', ...nothing, deedOn: '2026-11-23' } as const
    const refusal = async (change: object): Promise<string> =>
      (await desk.fail('execution.note', { ...note, found: 'found', deed: 'destroyed', ...change })).code
    expect(await refusal({ found: 'notFound' })).toBe('deedWithoutData')
    expect(await refusal({ deedOn: null })).toBe('caseFieldMissing')
    expect(await refusal({ deedOn: '2026-11-24' })).toBe('dateInFuture')
    expect(await refusal({ deedOn: '2026-11-19' })).toBe('dateTooEarly')
    expect(await refusal({ systemId: 'telepathy' })).toBe('systemUnknown')
    expect(await refusal({ categories: ['fullName', 'aura'] })).toBe('categoryUnknown')
    const { id } = await desk.ask('cases.register', newCase({ kind: 'rectification' }))
    const block = { action: 'block', blockedOn: '2026-11-23', what: 'Телефон' } as const
    const elsewhere = { id, step: { ...block, systems: ['crm', 'telepathy'] } }
    expect((await desk.fail('cases.take', elsewhere)).code).toBe('systemUnknown')
  })

  it('follows the operator’s own list of systems, and builds the letter', async () => {
    const desk = await openRegister()
    await desk.ask('execution.saveSystem', {
      id: null,
      title: { ru: 'Архив договоров', kk: 'Шарттар мұрағаты' },
      active: true,
    })
    await desk.ask('execution.saveSystem', {
      id: 'backups',
      title: { ru: 'резервные копии', kk: 'сақтық көшірмелер' },
      active: false,
    })
    const { id: caseId } = await desk.ask('cases.register', newCase({ kind: 'destruction' }))
    await desk.ask('cases.take', {
      id: caseId,
      step: { action: 'verifyIdentity', method: 'inPerson', compared: 'Имя' },
    })
    await desk.ask('execution.note', {
      ...nothing,
      caseId,
      systemId: 'own1',
      found: 'found',
      categories: [],
      deed: 'destroyed',
      deedOn: '2026-11-23',
      deedMethod: 'измельчение',
    })
    expect(await desk.ask('execution.noteRest', { caseId })).toEqual({ noted: 6 })
    await desk.ask('cases.take', {
      id: caseId,
      step: { action: 'decide', outcome: 'granted', refusalGround: null, reason: '' },
    })
    await desk.ask('cases.take', {
      id: caseId,
      step: { action: 'execute', executedOn: '2026-11-23', what: 'Уничтожено' },
    })
    const act = await desk.ask('letters.preview', {
      caseId,
      templateId: 'destruction-act',
      lang: 'ru',
      fields: {
        destroyedOn: '2026-11-23',
        commission: 'Председатель Ким\nЧлен комиссии Ермеков',
        basis: '',
        remarks: '',
      },
    })
    expect(act.number).toBe('АУ-2026-0001')
    const written = (await textOf(act.pdf)).replace(/\s+/g, ' ')
    expect(written).toContain('Акт № АУ-2026-0001')
    expect(written).toContain('Архив договоров: данные уничтожены 23 ноября 2026 года (измельчение)')
    expect(written).toContain('Член комиссии Ермеков')
    const { id } = await desk.ask('letters.issue', { sha256: act.sha256 })
    const handOver = { id, method: 'post', on: '2026-11-23', note: '' } as const
    expect((await desk.fail('letters.handOver', handOver)).code).toBe('letterInternal')
    const text = await textOf((await previewReply(desk, caseId, 'kk')).pdf)
    expect(text.replace(/\s+/g, ' ')).toContain(
      'Шарттар мұрағаты: 2026 жылғы 23 қарашада деректер жойылды (измельчение)',
    )
  })

  it('stands in the act of destruction with who did it and the proof: the officer, where nobody is named', async () => {
    const desk = await openRegister()
    const { id: caseId } = await desk.ask('cases.register', newCase({ kind: 'destruction' }))
    await desk.ask('cases.take', { id: caseId, step: verify })
    const deed = { ...nothing, caseId, found: 'found', deed: 'destroyed', deedOn: '2026-11-23' } as const
    const byAnother = { deedBy: 'Д. Оспанов, администратор', proof: 'заявка 17', categories: ['fullName'] }
    await desk.ask('execution.note', { ...deed, systemId: 'crm', ...byAnother })
    await desk.ask('execution.note', { ...deed, systemId: 'newsletter', proof: 'журнал 4' })
    await desk.ask('execution.noteRest', { caseId })
    await desk.ask('cases.take', { id: caseId, step: grant })
    await desk.ask('cases.take', {
      id: caseId,
      step: { action: 'execute', executedOn: '2026-11-23', what: 'Уничтожено' },
    })
    const fields = { destroyedOn: '2026-11-23', commission: 'Ким\nЕрмеков', basis: '', remarks: '' }
    const act = { caseId, templateId: 'destruction-act', fields }
    const { text, differences } = await readLetter(desk, { ...act, lang: 'both' })
    expect(differences).toEqual([])
    for (const told of [
      '(CRM): данные уничтожены 23 ноября 2026 года; фамилия, имя, отчество; исполнитель: Д. Оспанов, администратор; заявка 17',
      '(CRM): 2026 жылғы 23 қарашада деректер жойылды; тегі, аты, әкесінің аты; орындаушы: Д. Оспанов, администратор; заявка 17',
      'данные уничтожены 23 ноября 2026 года; исполнитель: Ә. Қалиева; журнал 4',
      'деректер жойылды; орындаушы: Ә. Қалиева; журнал 4',
    ])
      expect(text).toContain(told)
  })

  it('stands in the reply to a request for access with the categories and the data', async () => {
    const desk = await openRegister()
    const { id: caseId } = await desk.ask('cases.register', newCase())
    await desk.ask('cases.take', { id: caseId, step: verify })
    const phone = { ...nothing, categories: ['phone'], data: '+7 700 000 00 00' }
    await desk.ask('execution.note', { ...phone, caseId, systemId: 'crm', found: 'found' })
    await desk.ask('execution.noteRest', { caseId })
    await desk.ask('cases.take', { id: caseId, step: grant })
    const reply = async (lang: 'ru' | 'kk'): Promise<string> =>
      textOf((await previewReply(desk, caseId, lang)).pdf)
    expect(await reply('ru')).toContain(
      'система управления взаимоотношениями с клиентами (CRM): контактный телефон (+7 700 000 00 00)',
    )
    expect(await reply('kk')).toContain(
      'клиенттермен өзара қатынастарды басқару жүйесі (CRM): байланыс телефоны (+7 700 000 00 00)',
    )
  })

  it('is asked for anew when the case returns to work', async () => {
    const desk = await openRegister()
    const { id } = await desk.ask('cases.register', newCase())
    await desk.ask('cases.take', { id, step: verify })
    await desk.ask('execution.noteRest', { caseId: id })
    await desk.ask('cases.take', {
      id,
      step: { action: 'decide', outcome: 'nothingFound', refusalGround: null, reason: '' },
    })
    await desk.ask('cases.take', { id, step: { action: 'reopen', reason: 'Новые сведения' } })
    const { systems } = await desk.ask('execution.ofCase', { caseId: id })
    expect(systems.every(({ note }) => note === null)).toBe(true)
  })
})
