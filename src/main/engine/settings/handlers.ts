import { createHash } from 'node:crypto'
import { isSendable } from '../../../core/mail/compose.ts'
import { mayUseStoredPassword } from '../../../core/mail/stored-password.ts'
import type { engineContract, Handlers } from '../../../shared/contract/index.ts'
import { AppFailure } from '../../../shared/errors.ts'
import { pictureLimit, type Settings, type SmtpForm } from '../../../shared/model/settings.ts'
import { changesOf, yesOrNo } from '../audit/changes.ts'
import type { ReadableDb } from '../db/db.ts'
import { imageOf } from '../letters/images.ts'
import { isSigningKey } from '../mail/dkim.ts'
import { envelopeAddress } from '../mail/message.ts'
import type { SmtpAccount } from '../mail/session.ts'
import { endWaiting } from '../mail/store.ts'
import type { Session } from '../session.ts'
import { readPictures, writePicture } from './picture-store.ts'
import { readOrganisation, readSmtpAccount, writeOrganisation, writeSmtpAccount } from './store.ts'

/** The form's settings; an untouched password is the one in store, where that may go there. Fails with `dkimKeyInvalid`. */
export function accountOf(db: ReadableDb, form: SmtpForm): SmtpAccount {
  const stored = readSmtpAccount(db)
  const isSame = stored?.login === form.login && mayUseStoredPassword(stored, form)
  const password = form.password ?? (isSame ? stored.password : '')
  const dkimKey = form.dkim ? (form.dkimKey ?? stored?.dkimKey ?? '') : ''
  if (form.dkim && !isSigningKey(dkimKey)) throw new AppFailure('dkimKeyInvalid', {})
  return { ...form, password, dkimKey }
}

function withoutPassword({ password, dkimKey, ...settings }: SmtpAccount): NonNullable<Settings['smtp']> {
  return { ...settings, hasPassword: password !== '', hasDkimKey: dkimKey !== '' }
}

function hashOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}

/** What the record tells of an account. */
function withoutSecrets(account: SmtpAccount) {
  const { password: _, dkimKey: __, caPem, dkim, ...plain } = account
  const signed = { dkimDomain: dkim?.domain ?? '', dkimSelector: dkim?.selector ?? '' }
  return { ...plain, ...signed, caPem: caPem.length }
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
      const before = readPictures(db)[name]
      writePicture(db, name, png)
      const changes = changesOf(before && { sha256: hashOf(before) }, png && { sha256: hashOf(png) })
      record('pictureSaved', null, { picture: name, ...changes })
      changed('settings')
      return {}
    })
  },
  'settings.saveOrganisation': (session, organisation) =>
    session.command(({ db, record, changed }) => {
      const before = readOrganisation(db)
      writeOrganisation(db, organisation)
      record('organisationSaved', null, changesOf(before, organisation))
      // The hours of work tell when the officer may be reminded.
      changed('settings', 'reminders')
      return {}
    }),
  'settings.saveSmtp': (session, form) => {
    if (!isSendable(envelopeAddress(form.fromAddress))) throw new AppFailure('addressInvalid', {})
    session.command(({ db, record, changed }) => {
      const before = readSmtpAccount(db)
      const account = accountOf(db, form)
      writeSmtpAccount(db, account)
      record('smtpSaved', null, {
        ...changesOf(before && withoutSecrets(before), withoutSecrets(account)),
        passwordChanged: yesOrNo(before?.password !== account.password),
        dkimKeyChanged: yesOrNo((before?.dkimKey ?? '') !== account.dkimKey),
      })
      endWaiting(db)
      changed('settings', 'mail')
    })
    session.outbox.wakeNow()
    return {}
  },
}
