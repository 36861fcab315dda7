import type { Texts } from '../index.ts'

export const relations: Texts['relations'] = {
  same: { iin: 'same IIN', email: 'same e-mail', phone: 'same telephone', name: 'same name' },
  later: { duplicate: 'repeats case', follows: 'grew from case', related: 'linked with case' },
  earlier: { duplicate: 'repeated by case', follows: 'followed by case', related: 'linked with case' },
  similarTitle: 'This request may be registered already',
  similarText: 'Open it and compare. If it is another request, register it.',
  title: 'Related cases',
  none: 'No links',
  link: 'Link',
  linkTitle: 'Link with a case',
  merge: 'Merge',
  mergeTitle: 'Merge into an earlier case',
  mergeText:
    'This case ends without an answer, and its clocks stop. The work and the term are with the earlier one. Letters and files stay here.',
  number: 'Number of the case',
  numberHint: 'For example ДС-2026-0001',
  type: 'How they are linked',
  reason: 'Why they are one and the same',
  linked: 'Cases linked',
  merged: 'Merged',
  unlink: (number) => `Remove the link with ${number}`,
  unlinked: 'Link removed',
  claimFrom: 'Register a claim',
  followsFrom: (number) => `Claim over case No. ${number}`,
  numberMissing: 'Enter the number of the case',
}
