import type SMTPConnection from 'nodemailer/lib/smtp-connection'
import type { SmtpAccount } from './session.ts'

type Handlers = NonNullable<SMTPConnection.Options['customAuth']>
type Auth = Parameters<SMTPConnection['login']>[0]

/** What the server is asked outside of a message, and what it said. */
export type Question = {
  /** Empty: nothing but what it offers. */
  command: string
  /** Extensions of ESMTP that it offers. */
  extensions: readonly string[]
  /** How it refused the command; null: it did not. */
  refusal: Error | null
}

/** Under names of our own: nodemailer would renew a token, or try it as a password. */
const tokenMethod = 'BEARER'
const questionMethod = 'QUESTION'

/** A password goes by PLAIN, LOGIN or CRAM-MD5, as the server offers. */
export function loginFor({ user, password: pass, login }: SmtpAccount): Auth {
  return login === 'oauth' ? { method: tokenMethod, user, pass } : { user, pass }
}

/** nodemailer lets its handlers of logins alone speak to the server between messages. */
export const forQuestion: Auth = { method: questionMethod, user: '-', pass: '-' }

/** XOAUTH2 with a token that was pasted (Google and Microsoft describe it alike; no RFC does). */
const bearer: Handlers = {
  [tokenMethod]: async (session) => {
    const { user, pass } = session.auth.credentials
    const token = Buffer.from(`user=${user}\x01auth=Bearer ${pass}\x01\x01`).toString('base64')
    const first = await session.sendCommand(`AUTH XOAUTH2 ${token}`)
    // A token that is refused is explained in base64, and the refusal itself comes for an empty line.
    const answer = first.status === 334 ? await session.sendCommand('') : first
    if (answer.status !== 235) throw new Error('token refused')
  },
}

export function loginHandlers(question: Question): Handlers {
  return {
    ...bearer,
    [questionMethod]: async (session) => {
      question.extensions = session.extensions
      if (question.command === '') return
      const { status, response } = await session.sendCommand(question.command)
      question.refusal = status < 300 ? null : refusalOf(status, response)
      await session.sendCommand('RSET')
    },
  }
}

function refusalOf(responseCode: number, response: string): Error {
  const words = { code: 'EENVELOPE', command: 'MAIL FROM', responseCode, response }
  return Object.assign(new Error('sender refused'), words)
}
