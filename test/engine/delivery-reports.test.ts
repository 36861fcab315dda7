import { describe, expect, it } from 'vitest'
import { issueReply, send, settingsFor, settled, startServer } from './correspondence.ts'
import { openRegister, startRegister } from './register.ts'

const bytesOf = (...lines: string[]): Uint8Array => new Uint8Array(Buffer.from(lines.join('\r\n')))

function message(number: number, ...more: string[]): Uint8Array {
  return bytesOf(
    'From: =?utf-8?B?0J7RgNGL0L3QsdCw0LXQsg==?= <person@example.com>',
    `Message-ID: <m${number}@example.com>`,
    `Subject: Request ${number}`,
    'Date: Fri, 20 Nov 2026 10:00:00 +0500',
    'Content-Type: text/plain; charset=utf-8',
    ...more,
    '',
    'Прошу сообщить, какие мои персональные данные вы обрабатываете. ИИН 900101300126.',
  )
}

/** A register whose letter went out, with what the server got. */
async function sentLetter() {
  const server = await startServer()
  const desk = await openRegister()
  await desk.ask('settings.saveSmtp', settingsFor(server))
  const { caseId, letterId, number } = await issueReply(desk)
  await send(desk, letterId)
  await settled(desk)
  const sent = Buffer.from(server.received[0]?.bytes ?? []).toString('latin1')
  const messageId = /^Message-ID: (<.+>)/im.exec(sent)?.[1] ?? ''
  return { desk, caseId, letterId, number, messageId }
}

const dsn = (messageId: string, action = 'failed'): Uint8Array =>
  bytesOf(
    'From: MAILER-DAEMON@mx.example.com',
    'Subject: Undelivered Mail Returned to Sender',
    'Content-Type: multipart/report; report-type=delivery-status; boundary=r',
    '',
    '--r',
    '',
    'I am sorry.',
    '--r',
    'Content-Type: message/delivery-status',
    '',
    'Reporting-MTA: dns; mx.example.com',
    '',
    'Final-Recipient: rfc822; gulnar@example.com',
    `Action: ${action}`,
    'Status: 5.1.1',
    'Diagnostic-Code: smtp; 550 5.1.1 <gulnar@example.com>: user unknown',
    '--r',
    'Content-Type: text/rfc822-headers',
    '',
    `Message-ID: ${messageId}`,
    'Subject: x',
    '--r--',
    '',
  )

describe('reports of mail servers', () => {
  it('that a letter did not arrive are put to it: it is to be delivered another way', async () => {
    const { desk, caseId, letterId, number, messageId } = await sentLetter()
    expect((await desk.ask('cases.card', { id: caseId })).letters[0]?.delivery?.method).toBe('email')
    const bounce = await desk.ask('intake.read', { bytes: dsn(messageId) })
    expect(bounce).toMatchObject({ nature: 'bounce', report: { outcome: 'failed', status: '5.1.1' } })
    expect(bounce.report?.mails).toMatchObject([{ letterNumber: number, exact: true }])
    const mailId = bounce.report?.mails[0]?.id ?? 0
    expect(await desk.ask('intake.fileReport', { id: bounce.emailId, mailId })).toEqual({
      caseId,
      next: null,
    })
    const { letters, mails, history, attachments } = await desk.ask('cases.card', { id: caseId })
    expect(letters[0]?.delivery).toBeNull()
    expect(mails[0]).toMatchObject({
      state: 'sent',
      report: { outcome: 'failed', status: '5.1.1', words: '550 5.1.1 <gulnar@example.com>: user unknown' },
    })
    expect(history.at(-1)?.action).toBe('mailBounced')
    expect(attachments[0]?.role).toBe('email')
    expect((await desk.ask('cases.summary', {})).unsettledMails).toBe(1)
    await desk.ask('letters.handOver', { id: letterId, method: 'post', on: '2026-11-23', note: '' })
    expect((await desk.ask('cases.summary', {})).unsettledMails).toBe(0)
  })

  it('that it arrived, or is late, change nothing of the delivery', async () => {
    const { desk, caseId, messageId } = await sentLetter()
    for (const [action, outcome] of [
      ['delayed', 'delayed'],
      ['delivered', 'delivered'],
    ] as const) {
      const report = await desk.ask('intake.read', { bytes: dsn(messageId, action) })
      expect(report).toMatchObject({ nature: 'report', report: { outcome } })
      await desk.ask('intake.fileReport', { id: report.emailId, mailId: report.report?.mails[0]?.id ?? 0 })
      const { letters, mails } = await desk.ask('cases.card', { id: caseId })
      expect(letters[0]?.delivery?.method).toBe('email')
      expect(mails[0]?.report?.outcome).toBe(outcome)
    }
  })

  it('that name no letter propose those to the recipient, and say that this is a guess', async () => {
    const { desk } = await sentLetter()
    const { report } = await desk.ask('intake.read', { bytes: dsn('<other@example.com>') })
    expect(report?.mails).toMatchObject([{ to: 'gulnar@example.com', exact: false }])
  })

  it('an answer to a letter is proposed for its case', async () => {
    const { desk, caseId, messageId } = await sentLetter()
    const { number } = await desk.ask('cases.card', { id: caseId })
    const reply = message(7, `In-Reply-To: ${messageId}`, 'Auto-Submitted: auto-replied')
    const { nature, cases } = await desk.ask('intake.read', { bytes: reply })
    expect(nature).toBe('automatic')
    expect(cases).toMatchObject([{ number, by: 'answer' }])
  })

  it('an automatic reply is put to the letter it answers, and changes nothing of it', async () => {
    const { desk, caseId, number, messageId } = await sentLetter()
    const before = await desk.ask('cases.card', { id: caseId })
    const reply = message(8, `References: ${messageId}`, 'Auto-Submitted: auto-replied')
    const { emailId: id, answered } = await desk.ask('intake.read', { bytes: reply })
    expect(answered).toMatchObject([{ letterNumber: number, exact: true }])
    const mailId = answered[0]?.id ?? 0
    expect(await desk.ask('intake.fileReport', { id, mailId })).toEqual({ caseId, next: null })
    const { letters, mails, history, attachments } = await desk.ask('cases.card', { id: caseId })
    expect([letters, mails]).toEqual([before.letters, before.mails])
    expect(history.at(-1)).toMatchObject({
      action: 'autoReplyReceived',
      details: { letter: number, fromAddress: 'person@example.com' },
    })
    expect(attachments[0]?.role).toBe('email')
    expect((await desk.ask('intake.list', { show: 'settled', limit: 9 })).rows[0]?.state).toBe('filed')
    expect((await desk.ask('cases.summary', {})).unsettledMails).toBe(0)
  })

  it('an automatic reply that names no letter proposes those to its sender, a letter by hand none', async () => {
    const { desk } = await sentLetter()
    const answeredBy = async (...lines: string[]) => {
      const bytes = bytesOf('From: gulnar@example.com', 'Subject: x', ...lines, '', 'x')
      return (await desk.ask('intake.read', { bytes })).answered
    }
    expect(await answeredBy('X-Autoreply: yes')).toMatchObject([{ to: 'gulnar@example.com', exact: false }])
    expect(await answeredBy()).toEqual([])
  })

  it('are refused where the message reports nothing', async () => {
    const { desk } = await sentLetter()
    const { emailId: id } = await desk.ask('intake.read', { bytes: message(1) })
    expect((await desk.fail('intake.fileReport', { id, mailId: 1 })).code).toBe('messageNoReport')
    expect((await startRegister().fail('intake.list', { show: 'waiting', limit: 1 })).code).toBe(
      'vaultLocked',
    )
  })
})
