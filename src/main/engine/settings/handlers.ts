import { createHash } from 'node:crypto'
import type { engineContract, Handlers } from '../../../shared/contract/index.ts'
import { AppFailure } from '../../../shared/errors.ts'
import { pictureLimit, type Settings, type SmtpForm } from '../../../shared/model/settings.ts'
import { changesOf } from '../audit/changes.ts'
import type { ReadableDb } from '../db/db.ts'
import { imageOf } from '../letters/images.ts'
import type { SmtpAccount } from '../mail/session.ts'
import { endWaiting } from '../mail/store.ts'
import type { Session } from '../session.ts'
import { readPictures, writePicture } from './picture-store.ts'
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

function hashOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}

/** What the record tells of an account. */
function withoutSecrets(account: SmtpAccount) {
  const { host, port, security, user, fromName, fromAddress, caPem } = account
  return { host, port, security, user, fromName, fromAddress, caPem: caPem.length }
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
  'settings.pictures': (session) => session.query(readPictures),
  'settings.savePicture': (session, { name, png }) => {
    if (png && png.length > pictureLimit) throw new AppFailure('imageTooLarge', { megapixels: 4 })
    // What can't be drawn is never stored, so that no letter meets it.
    if (png) imageOf(png)
    return session.command(({ db, record, changed }) => {
      writePicture(db, name, png)
      record('pictureSaved', null, { picture: name, sha256: png && hashOf(png) })
      changed('settings')
      return {}
    })
  },
  'settings.saveOrganisation': (session, organisation) =>
    session.command(({ db, record, changed }) => {
      const before = readOrganisation(db)
      writeOrganisation(db, organisation)
      record('organisationSaved', null, changesOf(before, organisation))
      changed('settings')
      return {}
    }),
  'settings.saveSmtp': (session, form) => {
    session.command(({ db, record, changed }) => {
      const before = readSmtpAccount(db)
      const account = accountOf(db, form)
      writeSmtpAccount(db, account)
      record('smtpSaved', null, {
        ...changesOf(before && withoutSecrets(before), withoutSecrets(account)),
        passwordChanged: before?.password === account.password ? 0 : 1,
      })
      endWaiting(db)
      changed('settings', 'mail')
    })
    session.outbox.wakeNow()
    return {}
  },
}
