import type { Texts } from '../index.ts'

const counted = (count: number, unit: string): string => `after ${count} ${unit}${count === 1 ? '' : 's'}`

export const protection: Texts['protection'] = {
  title: 'Lock',
  intro:
    'Guards the open register when you step away. After a lock the key is forgotten; what was not recorded lies encrypted and comes back when you open the register again.',
  idle: 'Lock when idle',
  idleHint: 'While a message is on its way, long work runs or the last backup is made, the lock waits.',
  minutes: (count) => counted(count, 'minute'),
  seconds: (count) => counted(count, 'second'),
  never: 'never',
  onScreenLock: 'Lock with the screen and before the computer sleeps',
  onScreenLockHint: 'Windows and macOS tell of a locked screen, every system of sleep.',
  hideFromCapture: 'Leave the window out of screenshots and shared screens',
  hideFromCaptureHint:
    'Works on Windows and partly on macOS, where newer recorders still see the window. No effect on Linux.',
  clipboard: 'Clear what was copied from the clipboard',
  clipboardHint:
    'Only what was copied in this window. A lock clears it at once. The clipboard history of Windows (Win+V) is out of the program’s reach.',
  numbersInNotices: 'Name case numbers in notifications',
  numbersInNoticesHint: 'Notifications never name a person.',
  saved: 'Lock settings saved',
  returned: (moment) => `What was not recorded has come back (${moment}).`,
  filesAgain: (names) => `Enclose the files again: ${names}.`,
  startAfresh: 'Start afresh',
  keptTitle: 'Something was left unrecorded',
  kept: {
    newCase: 'New case',
    note: 'Note',
    letter: 'Letter',
    representative: 'Representative',
    system: 'Work in a system',
    clock: 'Deadline',
    applicant: 'Applicant',
    mail: 'Sending by e-mail',
    letterText: 'Text of a letter',
    paperText: 'Text of a document',
  },
  keptOther: 'A form that was begun',
  keptForm: (what) => `Begun and not recorded: ${what}`,
  keptStep: (step) => `The step “${step}” was begun and not recorded`,
  goOn: 'Go on',
  giveUp: 'Give up',
  hide: 'Hide until the next unlock',
}
