import type { Texts } from '../index.ts'

export const blocking: Texts['blocking'] = {
  title: 'Blocking',
  states: { inForce: 'Blocked now', lifted: 'Lifted' },
  total: (count) => `Entries: ${count}`,
  since: 'Since',
  what: 'Which data',
  where: 'Where',
  byCase: 'Case',
  act: 'Running clocks',
  lifted: 'When and why lifted',
  noClock: 'no clock runs',
  systems: 'In which systems',
  empty: 'Nothing is blocked now',
  emptyHint:
    'Disputed data are blocked from the moment of the request to the end of its check. It is done on the card of the case.',
  emptyLifted: 'No blocking was lifted yet',
  more: 'Show more',
}
