import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { createApp, type App } from '../../src/main/engine/app.ts'
import type { CallName, EngineEvent, Input, Output } from '../../src/shared/contract/index.ts'
import type { Keychain } from '../../src/main/engine/ports.ts'
import type { AppError } from '../../src/shared/errors.ts'
import type { Organisation } from '../../src/shared/model/settings.ts'

export const passphrase = 'степь ветер конь луна'

export const organisation: Organisation = {
  name: { ru: 'АО «Пример Телеком»', kk: '«Пример Телеком» АҚ' },
  bin: '991140000575',
  address: { ru: 'г. Алматы, ул. Примерная, 1', kk: 'Алматы қ., Үлгі көшесі, 1' },
  phone: '+7 727 000 00 00',
  email: 'privacy@operator.example',
  website: 'operator.example',
  signatory: { name: 'Б. Ержанова', position: { ru: 'Директор', kk: 'Директор' } },
  executor: { name: 'Ә. Қалиева', phone: '+7 727 000 00 01' },
  opensAt: '09:00',
  closesAt: '18:00',
}

export type TestRegister = {
  app: App
  folder: string
  events: EngineEvent[]
  clock: { now: () => number; set: (moment: string) => void }
  /** Calls and expects success. */
  ask: <N extends CallName>(name: N, input: Input<N>) => Promise<Output<N>>
  /** Calls and expects a failure. */
  fail: <N extends CallName>(name: N, input: Input<N>) => Promise<AppError>
}

/** A folder for a vault, removed when the test ends. */
export function scratchFolder(): string {
  const root = mkdtempSync(join(tmpdir(), 'zhauap-test-'))
  onTestFinished(() => rmSync(root, { recursive: true, force: true }))
  return root
}

/** An engine over a real encrypted file, with a clock that stands. The vault is not made yet. */
export function startRegister({
  now = '2026-11-23T06:00:00Z',
  folder = join(scratchFolder(), 'vault'),
  keychain,
  costs = 'weak',
  helper,
  resources = 'resources',
}: {
  now?: string
  folder?: string
  keychain?: Keychain
  costs?: 'weak' | 'calibrated'
  helper?: URL
  resources?: string
} = {}): TestRegister {
  let moment = Date.parse(now)
  const events: EngineEvent[] = []
  const app = createApp({
    ports: {
      clock: { now: () => moment },
      random: { bytes: (size) => randomBytes(size) },
      resources,
      ...(keychain ? { keychain } : {}),
      ...(helper ? { helper } : {}),
    },
    vault: folder,
    onEvent: (event) => events.push(event),
    // As weak as the format allows: what is tested here is not the cost.
    ...(costs === 'weak' ? { kdfCost: { memoryKiB: 8_192, passes: 1, lanes: 1 } } : {}),
  })
  onTestFinished(() => app.close())
  return {
    app,
    folder,
    events,
    clock: { now: () => moment, set: (next) => (moment = Date.parse(next)) },
    ask: async (name, input) => {
      const result = await app.dispatch(name, input)
      if (!result.ok) throw new Error(`${name}: ${JSON.stringify(result.error)}`)
      return result.value as never
    },
    fail: async (name, input) => {
      const result = await app.dispatch(name, input)
      if (result.ok) throw new Error(`${name} was expected to fail`)
      return result.error
    },
  }
}

/** As `startRegister`, with the vault made and the letterhead set. */
export async function openRegister(options: Parameters<typeof startRegister>[0] = {}): Promise<TestRegister> {
  const register = startRegister(options)
  await register.ask('vault.create', { passphrase, officer: 'Ә. Қалиева' })
  await register.ask('settings.saveOrganisation', organisation)
  return register
}

/** What a request tells besides its text, where it tells nothing. */
export const noDetails: Input<'cases.register'>['details'] = {
  ground: null,
  demand: '',
  amountTiyn: null,
  referenceNumber: '',
  referenceOn: null,
  statedDueOn: null,
}

/** What a request of a kind has to tell. */
export function detailsOf(kind: Input<'cases.register'>['kind']): Input<'cases.register'>['details'] {
  return {
    ...noDetails,
    demand: 'Номер телефона',
    ...(kind === 'blocking' || kind === 'destruction' ? { ground: 'unlawful' } : {}),
    ...(kind === 'authority'
      ? { referenceNumber: '01-7/123', referenceOn: '2026-11-18', statedDueOn: '2026-12-04' }
      : {}),
  }
}

/** A request of an invented person. */
export function newCase(change: Partial<Input<'cases.register'>> = {}): Input<'cases.register'> {
  const kind = change.kind ?? 'access'
  return {
    kind,
    channel: 'email',
    receivedOn: '2026-11-20',
    documentsEnclosed: false,
    applicant: {
      organisation: kind === 'authority' ? 'Пример органа' : '',
      familyName: 'Үмбетова',
      givenName: 'Гүлнәр',
      patronymic: 'Әлиқызы',
      iin: '900101300126',
      address: 'Астана қ., Үлгі көшесі, 5',
      email: 'gulnar@example.com',
      phone: '+7 700 000 00 00',
      lang: 'kk',
    },
    representative: null,
    details: detailsOf(kind),
    site: 'kazteleport.kz',
    subject: 'Запрос о персональных данных',
    text: 'Прошу сообщить, какие мои персональные данные вы обрабатываете.',
    emailId: null,
    attachments: [],
    ...change,
  }
}
