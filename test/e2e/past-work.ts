import { randomBytes } from 'node:crypto'
import { createApp } from '../../src/main/engine/app.ts'

/*
 * What was done on a vault before the program of a test opens it, at whatever moment. Of a process of its own: Playwright's
 * can't load the database.
 */

export type Work = {
  ask: (name: string, input: unknown) => Promise<Record<string, unknown>>
  close: () => Promise<void>
}

/** The engine over a vault, as if it were then. */
export function workAt(moment: number, folder: string): Work {
  const app = createApp({
    ports: {
      clock: { now: () => moment },
      random: { bytes: (size) => randomBytes(size) },
      resources: 'resources',
    },
    vault: folder,
    kdfCost: { memoryKiB: 8_192, passes: 1, lanes: 1 },
  })
  return {
    ask: async (name, input) => {
      const result = await app.dispatch(name, input)
      if (!result.ok) throw new Error(`${name}: ${result.error.code}`)
      return result.value as Record<string, unknown>
    },
    close: () => app.close(),
  }
}

/** Makes the vault and fills in the letterhead. */
export async function begin({ ask }: Work, passphrase: string): Promise<void> {
  await ask('vault.create', { passphrase, officer: 'Ә. Қалиева' })
  await ask('settings.saveOrganisation', {
    name: { ru: 'АО «Пример Телеком»', kk: '«Пример Телеком» АҚ' },
    bin: '',
    address: { ru: 'г. Алматы', kk: 'Алматы қ.' },
    phone: '',
    email: '',
    website: '',
    signatory: { name: 'Б. Ержанов', position: { ru: 'Директор', kk: 'Директор' } },
    executor: { name: '', phone: '' },
    opensAt: '09:00',
    closesAt: '18:00',
  })
}

/** Registers a request on paper with a file of so many bytes; gives its id. */
export async function register(
  { ask }: Work,
  receivedOn: string,
  bytes: number,
  kind: 'access' | 'rectification' = 'access',
): Promise<unknown> {
  const { id } = await ask('cases.register', {
    kind,
    channel: 'paper',
    receivedOn,
    documentsEnclosed: kind === 'rectification',
    applicant: {
      organisation: '',
      familyName: 'Сейтқали',
      givenName: 'Айгүл',
      patronymic: '',
      iin: '',
      address: 'Алматы қ., Үлгі көшесі, 5',
      email: '',
      phone: '',
      lang: 'ru',
    },
    representative: null,
    details: {
      ground: null,
      demand: kind === 'access' ? '' : 'Исправить номер телефона',
      amountTiyn: null,
      referenceNumber: '',
      referenceOn: null,
      statedDueOn: null,
    },
    site: '',
    subject: 'Запрос',
    text: 'Прошу сообщить, какие мои данные вы храните.',
    emailId: null,
    attachments: [{ name: 'запрос.txt', mime: 'text/plain', bytes: new Uint8Array(bytes).fill(1) }],
  })
  return id
}
