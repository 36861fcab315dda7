import type { Texts } from '../index.ts'
import { pluralEn } from '../plural.ts'

const days = (count: number) => `${count} ${pluralEn(count, 'day', 'days')}`

export const words: Texts['words'] = {
  kinds: {
    access: 'Access request',
    rectification: 'Rectification',
    withdrawal: 'Withdrawal of consent',
    claim: 'Pre-trial claim',
    blocking: 'Blocking of data',
    destruction: 'Destruction of data',
    optout: 'Opt-out of mailings',
    question: 'Question, proposal',
    authority: 'Request of an authority',
  },
  kindHints: {
    access: 'which data there are, where from, what for',
    rectification: 'correct, complete',
    withdrawal: 'stop processing',
    claim: 'a demand before going to court',
    blocking: 'inaccurate, or processed unlawfully',
    destruction: 'delete the data',
    optout: 'no news, no advertising',
    question: 'an answer in substance, an internal term',
    authority: 'the term stands in the request',
  },
  statuses: {
    registered: 'New',
    inWork: 'In work',
    decided: 'Decided',
    executed: 'Carried out',
    answered: 'Answered',
    closed: 'Closed',
  },
  channels: { email: 'E-mail', paper: 'On paper', phone: 'By telephone', portal: 'Through the portal' },
  outcomes: {
    granted: 'Grant',
    partly: 'Grant in part',
    refused: 'Refuse',
    nothingFound: 'No data found',
    redirected: 'Redirect',
    withdrawnByApplicant: 'The applicant took it back',
  },
  outcomeResults: {
    granted: 'Granted',
    partly: 'Granted in part',
    refused: 'Refused',
    nothingFound: 'No data found',
    redirected: 'Redirected',
    withdrawnByApplicant: 'Taken back by the applicant',
  },
  methods: {
    knownAddress: 'Request from an address we know',
    portalAccount: 'Account on the portal',
    eSignature: 'Electronic digital signature',
    inPerson: 'Document shown in person',
    powerOfAttorney: 'Power of attorney of a representative',
    officialLetter: 'Official letter: requisites and signature',
  },
  events: {
    received: 'request received',
    documentsReceived: 'documents received',
    blocked: 'data blocked',
    unblocked: 'block lifted',
    withdrawalAccepted: 'withdrawal accepted',
    violationNotConfirmed: 'violation not confirmed',
    executed: 'decision carried out',
    refused: 'demand refused',
    answered: 'answer given',
    decisionRevoked: 'the decision was revoked',
    reopened: 'the case was reopened',
    annulled: 'the case was annulled',
    disputed: 'data disputed, or processing said to be unlawful',
    violationConfirmed: 'violation confirmed',
    nothingFound: 'no data found',
    redirected: 'request redirected',
    requestWithdrawn: 'applicant took the request back',
    merged: 'merged into another case',
  },
  steps: {
    takeUp: 'Take up',
    verifyIdentity: 'Verify identity',
    receiveDocuments: 'Documents received',
    block: 'Block the data',
    unblock: 'Lift the block',
    decide: 'Decide',
    execute: 'Record as carried out',
    answer: 'Write the answer',
    close: 'Close the case',
    reopen: 'Return to work',
    annul: 'Annul',
    failVerification: 'Identity not confirmed',
    proceedUnverified: 'Go on without verification',
    handToCourt: 'Note the hand-over to court',
  },
  filters: { open: 'Open', late: 'Late', today: 'Due today', new: 'New', closed: 'Closed', all: 'All' },
  mailStates: {
    queued: 'Queued',
    sending: 'Sending',
    sent: 'Sent',
    failed: 'Not sent',
    unknown: 'Outcome unknown',
    withdrawn: 'Taken back before it went',
  },
  sendFailures: {
    hostUnknown: 'There is no mail server of that name. Check the name and the network.',
    unreachable: 'The server accepts no connection. Check the port, the network and the firewall.',
    timeout: 'The server did not answer in time. Check the port and the kind of security, then try again.',
    tlsFailed:
      'No secure connection could be made: the server’s certificate cannot be trusted, or the security is set wrong.',
    loginRefused: 'The server did not accept the user name or the password.',
    senderRefused: 'The server takes no mail from this sender address.',
    recipientRefused: 'The server did not accept the recipient’s address. Check it for a slip.',
    certificateExpired:
      'The server’s certificate has expired or is not valid yet. Check this computer’s clock and tell the server’s administrator.',
    certificateForeign:
      'The server’s certificate is of another name. Check the server’s name: this may be another server.',
    certificateUntrusted:
      'The server’s certificate is from an unknown authority. If it is your organisation’s own, paste its certificate in the settings.',
    loginUnsupported: 'The server knows no such way to log in. Check the way and the port.',
    utf8Unsupported:
      'The server carries no mail to addresses with letters outside ASCII before the @. Another address or another server is needed.',
    tooLarge:
      'The message is larger than the server takes. Make the attachment smaller or deliver the letter another way.',
    rejected: 'The server rejected the message. The reason is in its own words.',
    temporarilyRefused: 'The server takes no mail for the moment.',
    connectionLost: 'The connection broke before the message was handed over.',
  },
  deliveries: { email: 'Sent by e-mail', inPerson: 'Handed over', post: 'Posted' },
  natures: { statutory: 'by law', policy: 'by policy', internal: 'internal term' },
  letterLangs: { ru: 'Русский', kk: 'Қазақша', both: 'In both' },
  uiLangs: { ru: 'Русский', kk: 'Қазақша', en: 'English' },
  securities: {
    tls: 'TLS from the start (usually port 465)',
    starttls: 'STARTTLS, demanded (usually port 587)',
    none: 'None (only a server on this computer)',
  },
  terms: {
    stated: () => 'by the day the request states',
    immediate: () => 'on the day of the request',
    workingDays: (amount) => `${amount} working ${pluralEn(amount, 'day', 'days')}`,
    calendarDays: (amount) => `${amount} calendar ${pluralEn(amount, 'day', 'days')}`,
  },
  weekdays: ['Mo', 'Tu', 'We', 'Th', 'Fr', 'Sa', 'Su'],
  /** Names within a sentence: they begin with capitals, and may hold commas. */
  quoted: (names) => names.map((name) => `“${name}”`).join(', '),
  daysLeft: (count) => {
    if (count === 0) return 'today'
    if (count === 1) return 'tomorrow'
    return count > 0 ? days(count) : `${days(-count)} late`
  },
  fileSize: (bytes) => {
    if (bytes < 1024) return `${bytes} bytes`
    if (bytes < 1024 * 1024) return `${Math.round(bytes / 1024)} KB`
    return `${(bytes / 1024 / 1024).toFixed(1)} MB`
  },
}
