import type { Texts } from '../index.ts'
import { pluralEn } from '../plural.ts'

const strength: readonly string[] = ['Guessed at once', 'Very weak', 'Weak', 'Good', 'Very good']

export const vault: Texts['vault'] = {
  setupTitle: 'Create the vault',
  what: 'Zhauap keeps the register of requests about personal data: it counts the deadlines by law, prepares letters in Russian and Kazakh, and keeps proof of what was done and when.',
  whereItLies:
    'Everything lies in one encrypted file on this computer. Nothing goes to the internet except the letters you send yourself.',
  folder: 'Folder of the vault',
  officer: 'Your name',
  officerHint: 'Your actions are recorded under this name',
  passphrase: 'Passphrase',
  passphraseHint: 'For example, five random words: easy to remember, hard to guess',
  repeat: 'Passphrase once more',
  warningTitle: 'A forgotten passphrase cannot be recovered',
  warning:
    'Without it nobody opens the vault: neither the administrator nor the developer. Print a recovery code right after (Settings → Keys) and put it in a safe.',
  create: 'Create the vault',
  strengthLabel: 'Strength of the passphrase',
  strength: (score) => strength[score] ?? '',
  missingChars: (count) => `${count} ${pluralEn(count, 'character', 'characters')} short`,
  tooGuessable: 'add one or two random words',
  enough: 'good enough',
  officerMissing: 'Write your name',
  passphraseMissing: 'Enter a passphrase',
  passphraseTooWeak: 'This passphrase is too easy to guess',
  repeatDiffers: 'The passphrases differ',
  organisationTitle: 'The organisation',
  organisationWhy:
    'This stands on the letterhead of every letter. What is known is filled in; please check it. You can change it in the settings at any time.',
  later: 'Fill in later',
  saveAndStart: 'Save and start',
  unlockTitle: 'The vault is locked',
  unlockHint: 'Enter the passphrase to open the register.',
  unlock: 'Unlock',
  capsLock: 'Caps Lock is on',
  show: 'Show the passphrase',
  hide: 'Hide the passphrase',
  statusFailed: 'The state of the vault could not be read',
}
