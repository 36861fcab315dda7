import { randomBytes } from 'node:crypto'
import { createApp } from '../../src/main/engine/app.ts'

/*
 * Makes a vault as it was left in March 2024: a case that was annulled, with a letter and a file. A process of its own, by
 * `node test/e2e/old-vault.ts FOLDER PASSPHRASE`: Playwright's can't load the database.
 */

const [folder = '', passphrase = ''] = process.argv.slice(2)
const app = createApp({
  ports: {
    clock: { now: () => Date.parse('2024-03-05T06:00:00Z') },
    random: { bytes: (size) => randomBytes(size) },
    resources: 'resources',
  },
  vault: folder,
  kdfCost: { memoryKiB: 8_192, passes: 1, lanes: 1 },
})

async function ask(name: string, input: unknown): Promise<Record<string, unknown>> {
  const result = await app.dispatch(name, input)
  if (!result.ok) throw new Error(`${name}: ${result.error.code}`)
  return result.value as Record<string, unknown>
}

const blank = {
  ground: null,
  demand: '',
  amountTiyn: null,
  referenceNumber: '',
  referenceOn: null,
  statedDueOn: null,
}
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
const { id } = await ask('cases.register', {
  kind: 'access',
  channel: 'paper',
  receivedOn: '2024-03-04',
  documentsEnclosed: false,
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
  details: blank,
  site: '',
  subject: 'Запрос',
  text: 'Прошу сообщить, какие мои данные вы храните.',
  emailId: null,
  attachments: [{ name: 'запрос.txt', mime: 'text/plain', bytes: new Uint8Array([1]) }],
})
const draft = { caseId: id, templateId: 'registration-notice', lang: 'ru', fields: {} }
await ask('letters.issue', { sha256: (await ask('letters.preview', draft))['sha256'] })
await ask('cases.take', { id, step: { action: 'annul', reason: 'Зарегистрировано дважды' } })
await app.close()
