import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { natureOf, readReport, type FormOfMail } from '../../src/core/mail/delivery-report.ts'
import { IntakeRules } from '../../src/shared/model/intake.ts'

const rules = IntakeRules.parse(
  JSON.parse(readFileSync('resources/packs/kz/intake/rules.json', 'utf8')),
).automatic

function mail(change: Partial<FormOfMail> & { heads?: Record<string, string> }): FormOfMail {
  const headers = Object.entries(change.heads ?? {}).map(([key, value]) => ({ key, value }))
  const from = { name: '', address: 'person@example.com' }
  return { from, subject: 'Запрос', text: 'Прошу ответить', reportParts: [], ...change, headers }
}

const daemon = { name: 'Mail Delivery System', address: 'MAILER-DAEMON@example.com' }
const ours = '<0a1b@operator.example>'

describe('reports, as servers write them', () => {
  test.each([
    [
      'Exim, which Mail.ru uses: text alone, the message below it',
      mail({
        from: { name: '', address: 'mailer-daemon@corp.mail.example' },
        subject: 'Mail delivery failed: returning message to sender',
        heads: { 'x-failed-recipients': 'gulnar@example.com' },
        text: [
          'This message was created automatically by mail delivery software.',
          '  gulnar@example.com',
          '    SMTP error from remote mail server after RCPT TO:<gulnar@example.com>:',
          '    host mx.example.com [192.0.2.1]: 550 5.1.1 User not found',
          '------ This is a copy of the message, including all the headers. ------',
          `Message-ID: ${ours}`,
        ].join('\n'),
      }),
      {
        outcome: 'failed',
        recipient: 'gulnar@example.com',
        status: '5.1.1',
        messageIds: expect.arrayContaining([ours]),
      },
    ],
    [
      'Exchange: a status of two groups, the words in Russian',
      mail({
        from: { name: 'Microsoft Outlook', address: 'postmaster@operator.example' },
        subject: 'Недоставленное сообщение: Ответ',
        heads: { 'in-reply-to': ours },
        reportParts: [
          {
            mime: 'message/delivery-status',
            text: 'Reporting-MTA: dns;EX01\r\n\r\nFinal-Recipient: RFC822;gulnar@example.com\r\nAction: Failed\r\nStatus: 5.7.1\r\nDiagnostic-Code: smtp;550 5.7.1\r\n RESOLVER.RST.NotAuthorized\r\n',
          },
        ],
      }),
      {
        outcome: 'failed',
        recipient: 'gulnar@example.com',
        status: '5.7.1',
        diagnostic: '550 5.7.1 RESOLVER.RST.NotAuthorized',
        messageIds: expect.arrayContaining([ours]),
      },
    ],
    [
      'Yandex: a report with the whole message',
      mail({
        from: { name: '', address: 'mailer-daemon@yandex.example' },
        subject: 'Недоставленное сообщение',
        reportParts: [
          {
            mime: 'message/delivery-status',
            text: `Original-Envelope-Id: 0a1b\nReporting-MTA: dns; x\n\nOriginal-Recipient: rfc822;gulnar@example.com\nAction: failed\nStatus: 5.0.0\n`,
          },
          { mime: 'message/rfc822', text: `Received: x\r\nMessage-Id:\r\n ${ours}\r\n\r\ntext` },
        ],
      }),
      {
        outcome: 'failed',
        envelopeId: '0a1b',
        recipient: 'gulnar@example.com',
        messageIds: expect.arrayContaining([ours]),
      },
    ],
    [
      'qmail: text alone from nobody',
      mail({
        from: { name: '', address: 'MAILER-DAEMON@mx.example.com' },
        subject: 'failure notice',
        heads: { 'return-path': '<>' },
        text: `Hi. This is the qmail-send program.\n<gulnar@example.com>:\nRemote host said: 552 mailbox full\n\n--- Below this line is a copy of the message.\n\nMessage-ID: ${ours}`,
      }),
      {
        outcome: 'failed',
        recipient: 'gulnar@example.com',
        diagnostic: 'Remote host said: 552 mailbox full',
        messageIds: expect.arrayContaining([ours]),
      },
    ],
    [
      'a delay in words alone',
      mail({
        from: daemon,
        subject: 'Warning: message delayed 24 hours',
        text: 'It is still being retried. a@example.com',
      }),
      { outcome: 'delayed' },
    ],
  ])('%s', (_, form, report) => {
    expect(readReport(form, rules)).toMatchObject(report)
  })

  test('one failed recipient among others counts', () => {
    const text =
      'Reporting-MTA: dns; x\n\nFinal-Recipient: rfc822; a@example.com\nAction: delivered\n\nFinal-Recipient: rfc822; b@example.com\nAction: failed\n'
    const reportParts = [{ mime: 'message/delivery-status', text }]
    expect(readReport(mail({ reportParts }), rules)).toMatchObject({
      outcome: 'failed',
      recipient: 'b@example.com',
    })
  })

  test('a person who writes about letters that are not delivered is no mail server', () => {
    const form = mail({ subject: 'Письма не доставлены', text: 'Ваши письма не доставляются, 550 5.1.1' })
    expect(readReport(form, rules)).toBeNull()
    expect(natureOf(form, null, rules)).toBe('request')
  })
})

describe('what no person wrote', () => {
  test.each([
    [{ heads: { 'auto-submitted': 'auto-replied' } }, 'automatic'],
    [{ heads: { 'auto-submitted': 'no' } }, 'request'],
    [{ heads: { 'x-autoreply': 'yes' } }, 'automatic'],
    [{ heads: { precedence: 'auto_reply' } }, 'automatic'],
    [{ heads: { precedence: 'bulk' } }, 'request'],
    [{ subject: 'Автоматический ответ: Ответ на обращение' }, 'automatic'],
    [{ subject: 'Автоматты жауап: сұрау' }, 'automatic'],
    [{ subject: 'Out of Office: your letter' }, 'automatic'],
  ] as const)('%j is %s', (change, nature) => {
    const form = mail(change)
    expect(natureOf(form, readReport(form, rules), rules)).toBe(nature)
  })
})
