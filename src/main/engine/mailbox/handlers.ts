import { mayUseStoredPassword } from '../../../core/mail/stored-password.ts'
import type { engineContract, Handlers } from '../../../shared/contract/index.ts'
import { appErrors, AppFailure } from '../../../shared/errors.ts'
import type { ImapForm } from '../../../shared/model/settings.ts'
import { changesOf, yesOrNo } from '../audit/changes.ts'
import type { ReadableDb } from '../db/db.ts'
import type { Session } from '../session.ts'
import { defaultTimeouts, withMailbox } from './connection.ts'
import { fetchMailbox } from './fetch.ts'
import { readImapAccount, writeImapAccount, type ImapAccount } from './store.ts'

/** The form's settings; an untouched password is the one in store, where that may go there. */
function accountOf(db: ReadableDb, form: ImapForm): ImapAccount {
  const stored = readImapAccount(db)
  const isSame = stored !== null && mayUseStoredPassword(stored, form)
  return { ...form, password: form.password ?? (isSame ? stored.password : '') }
}

/** What may be told of an account; of a certificate its length is enough. */
function withoutSecrets({ password, caPem, ...account }: ImapAccount) {
  void password
  return { ...account, caPem: caPem.length }
}

/** What was taken in until then is on record, message by message. */
function noteFailure(session: Session, { host }: ImapAccount, error: unknown): never {
  if (error instanceof AppFailure && error.code === 'mailboxFailed') {
    const { failure, response } = appErrors.mailboxFailed.parse(error.details)
    session.command(({ record }) => record('mailboxFailed', null, { server: host, failure, response }))
  }
  throw error
}

export const mailboxHandlers: Handlers<Pick<typeof engineContract, 'mailbox'>, Session> = {
  'mailbox.read': (session) => {
    const account = session.query(readImapAccount)
    if (!account) return { imap: null }
    const { password, ...settings } = account
    return { imap: { ...settings, hasPassword: password !== '' } }
  },
  'mailbox.save': (session, form) =>
    session.command(({ db, record, changed }) => {
      const before = readImapAccount(db)
      const account = accountOf(db, form)
      writeImapAccount(db, account)
      record('mailboxSaved', null, {
        ...changesOf(before && withoutSecrets(before), withoutSecrets(account)),
        passwordChanged: yesOrNo(before?.password !== account.password),
      })
      changed('settings')
      return {}
    }),
  'mailbox.test': async (session, form) => {
    const account = session.query((db) => accountOf(db, form))
    const readOnly: ImapAccount = { ...account, after: 'nothing' }
    const messages = await withMailbox(readOnly, defaultTimeouts, ({ opened }) =>
      Promise.resolve(opened.exists),
    )
    return { messages }
  },
  'mailbox.fetch': async (session, { task }) => {
    const account = session.query(readImapAccount)
    if (!account) throw new AppFailure('mailboxNotSet', {})
    const fetched = await session.tasks
      .run(task, (step) => fetchMailbox(session, account, step))
      .catch((error: unknown) => noteFailure(session, account, error))
    session.command(({ record }) => record('mailboxFetched', null, { server: account.host, ...fetched }))
    return fetched
  },
}
