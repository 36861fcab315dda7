import type { engineContract, Handlers } from '../../../shared/contract/index.ts'
import type { Settings, SmtpForm } from '../../../shared/model/settings.ts'
import type { ReadableDb } from '../db/db.ts'
import type { SmtpAccount } from '../mail/session.ts'
import type { Session } from '../session.ts'
import { readOrganisation, readSmtpAccount, writeOrganisation, writeSmtpAccount } from './store.ts'

/**
 * The form's settings; an untouched password is the one in store. It belongs to its server and login alone,
 * so that no form can carry it elsewhere.
 */
export function accountOf(db: ReadableDb, form: SmtpForm): SmtpAccount {
  const stored = readSmtpAccount(db)
  const sameLogin = stored?.host === form.host && stored.user === form.user
  return { ...form, password: form.password ?? (sameLogin ? stored.password : '') }
}

function withoutPassword({ password, ...settings }: SmtpAccount): NonNullable<Settings['smtp']> {
  return { ...settings, hasPassword: password !== '' }
}

export const settingsHandlers: Handlers<Pick<typeof engineContract, 'settings'>, Session> = {
  'settings.read': (session) =>
    session.query((db) => {
      const account = readSmtpAccount(db)
      return {
        organisation: readOrganisation(db),
        suggested: session.packs.operator,
        smtp: account && withoutPassword(account),
      }
    }),
  'settings.saveOrganisation': (session, organisation) =>
    session.command(({ db, record, changed }) => {
      writeOrganisation(db, organisation)
      record('organisationSaved', null, {})
      changed('settings')
      return {}
    }),
  'settings.saveSmtp': (session, form) =>
    session.command(({ db, record, changed }) => {
      writeSmtpAccount(db, accountOf(db, form))
      record('smtpSaved', null, { host: form.host, port: form.port, security: form.security })
      changed('settings')
      return {}
    }),
}
