import type { Page } from '@playwright/test'
import { almatyDate } from '../../src/core/calendar/almaty.ts'
import type { CallName, Input } from '../../src/shared/contract/index.ts'
import type { LoopbackServer } from '../smtp/loopback-server.ts'

export const login = { user: 'officer', pass: 'құпия-1' }

type Wire = { call(name: string, input: unknown): Promise<{ ok: boolean; value?: unknown; error?: unknown }> }

/** Calls by the page's own wire what the test does not look at. Answers hold no bytes. */
async function call<N extends CallName>(
  page: Page,
  name: N,
  input: Input<N>,
): Promise<Record<string, unknown>> {
  return page.evaluate(
    async ([calledName, calledInput]) => {
      const { zhauap } = window as unknown as { zhauap: Wire }
      const { ok, value, error } = await zhauap.call(calledName, calledInput)
      if (!ok) throw new Error(`${calledName}: ${JSON.stringify(error)}`)
      const { pdf: _, ...rest } = value as Record<string, unknown>
      return rest
    },
    [name, input] as const,
  )
}

export async function setMailServer(
  page: Page,
  server: Pick<LoopbackServer, 'port' | 'caPem'>,
): Promise<void> {
  await call(page, 'settings.saveSmtp', {
    host: '127.0.0.1',
    port: server.port,
    security: 'starttls',
    user: login.user,
    password: login.pass,
    fromName: 'АО «Казтелепорт»',
    fromAddress: 'privacy@operator.example',
    caPem: server.caPem,
  })
}

const applicant = {
  organisation: '',
  familyName: 'Үмбетова',
  givenName: 'Гүлнәр',
  patronymic: 'Әлиқызы',
  iin: '900101300126',
  address: '',
  email: 'gulnar@example.com',
  phone: '',
  lang: 'ru',
} as const

/** An access case of today, and in it an issued notice of registration; comes to its card. */
export async function issueNotice(page: Page): Promise<void> {
  await issue(page, await register(page), 'registration-notice')
  await openCard(page)
}

/** An access case that went on without a verified identity, and in it the issued reply; comes to its card. */
export async function issueUnverifiedReply(page: Page): Promise<void> {
  const caseId = await register(page)
  const take = (step: Input<'cases.take'>['step']) => call(page, 'cases.take', { id: caseId, step })
  await take({ action: 'proceedUnverified', reason: 'Срок истекает' })
  await call(page, 'execution.noteRest', { caseId })
  await take({ action: 'decide', outcome: 'nothingFound', refusalGround: null, reason: '' })
  await issue(page, caseId, 'nothing-found')
  await openCard(page)
}

async function openCard(page: Page): Promise<void> {
  await page.getByRole('row', { name: /Үмбетова/ }).click()
  await page.getByRole('heading', { name: /^Обращение № / }).waitFor()
}

async function issue(page: Page, caseId: number, templateId: string): Promise<void> {
  const draft = { caseId, templateId, lang: 'ru', fields: {} } as const
  const { sha256 } = await call(page, 'letters.preview', draft)
  await call(page, 'letters.issue', { sha256: String(sha256) })
}

async function register(page: Page): Promise<number> {
  const { id } = await call(page, 'cases.register', {
    kind: 'access',
    channel: 'email',
    receivedOn: almatyDate(Date.now()),
    documentsEnclosed: false,
    applicant,
    representative: null,
    details: {
      ground: null,
      demand: '',
      amountTiyn: null,
      referenceNumber: '',
      referenceOn: null,
      statedDueOn: null,
    },
    site: 'kazteleport.kz',
    subject: 'Запрос о персональных данных',
    text: 'Прошу сообщить, какие мои персональные данные вы обрабатываете.',
    emailId: null,
    attachments: [],
  })
  return Number(id)
}
