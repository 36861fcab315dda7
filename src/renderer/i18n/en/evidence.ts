import type { Texts } from '../index.ts'

export const evidence: Texts['evidence'] = {
  title: 'Evidence pack',
  make: 'Make a pack',
  intro:
    'One ZIP file: index, card, letters, messages sent and received, files, the counting of dates day by day, and the entries of the record with their hashes. A page in it, verify.html, lets whoever checks see without any network that nothing was changed.',
  whose: 'What the pack is of',
  whoseOf: { case: 'One case', period: 'Cases of a period' },
  caseNumber: 'Number of the case',
  from: 'Received from',
  to: 'to',
  lang: 'Language of the papers',
  choose: 'Give the number of a case, or a period.',
  none: 'There are no such cases.',
  willHold: (cases, files, size) =>
    `It will hold ${cases} cases, and ${files} letters, messages and files (${size}).`,
  tooLarge: (limit) =>
    `With the cards and the ways of the dates this is more than ${limit} MB: take a shorter period.`,
  recorded: 'Every case will have an entry that the pack was made.',
  makeNow: 'Make and save',
  progress: (percent) => `Making: ${percent}%`,
  notMade: 'The pack was not made',
  saved: 'The pack was saved',
  made: 'The pack is made',
  file: 'File',
  inside: 'Inside',
  counted: (cases, files) => `cases: ${cases}, files: ${files}`,
  hash: 'SHA-256 of the manifest',
  hashHint:
    'Write this sum into the covering letter: by it whoever checks sees that the whole pack was not replaced. The ZIP holds personal data and is not encrypted: hand it over by a protected channel.',
}
