import type { KeyFileFault, Role, SlotKind } from '../../../shared/model/key.ts'
import type { Texts } from '../index.ts'

const kinds: Record<SlotKind, string> = {
  passphrase: 'Passphrase',
  recovery: 'Recovery code',
  keychain: 'Keychain of the computer',
}
const roles: Record<Role, string> = { officer: 'officer', auditor: 'auditor' }
const faults: Record<KeyFileFault, string> = { absent: 'removed', replaced: 'replaced' }

export const keys: Texts['keys'] = {
  kinds,
  roles,
  haveCode: 'I have a recovery code',
  code: 'Recovery code',
  codeHint: 'Seven groups of five from the printed sheet. Case, spaces and hyphens do not matter.',
  codeTitle: 'Unlock by recovery code',
  backToPassphrase: 'Enter the passphrase',
  byKeychain: 'Unlock by the keychain',
  newTitle: 'Set a new passphrase',
  newWhy:
    'The vault was opened by the recovery code. The new passphrase takes the place of the forgotten one; the code stays in force.',
  newLater: 'Later',
  auditorChip: 'read only',
  intro:
    'All keys open one and the same encrypted register. A key gives a name: deeds are recorded under it. An auditor reads, verifies and exports, and changes nothing.',
  list: 'Who can open the vault',
  mine: 'opened it now',
  since: (moment) => `since ${moment}`,
  file: {
    title: (told) =>
      told.putBack
        ? `The key file was ${faults[told.fault]}; the program wrote it anew`
        : `The key file was ${faults[told.fault]}, and cannot be written anew`,
    back: (moment) =>
      `It was noticed on ${moment} and put on record. What was written is whole, and the vault opens by the keys as before. If it was not you, find out who else can write to the vault’s folder.`,
    aside: 'The other file opens nothing here; it lies beside as “keys.json.found-…”.',
    lost: 'The register is whole, and the program holds the keys in memory. Do not lock the vault or close the program: free some space, or give access to the folder again, and the file is written by itself. A backup made now holds the keys.',
  },
  noCode: 'There is no recovery code',
  noCodeText:
    'If the passphrase is forgotten nobody can open the register. Print a code and put it in a safe.',
  change: 'Change the passphrase',
  current: 'Present passphrase',
  next: 'New passphrase',
  nextAgain: 'New passphrase once more',
  changed: 'Passphrase changed',
  makeCode: 'Make a recovery code',
  makeCodeText:
    'The code before it, if there was one, ceases to work. Enter your passphrase to confirm that it is you.',
  make: 'Make the code',
  codeReady: 'The recovery code is ready',
  codeOnce:
    'It is shown once and kept nowhere. Print the sheet, or save it on a removable drive, and put it in a safe.',
  saveSheet: 'Save the sheet (PDF)',
  printSheet: 'Print',
  codeStored: 'The sheet is in the safe',
  add: 'Give a key',
  addTitle: 'A key for another person',
  addText: 'They type a passphrase of their own: you need not know it.',
  name: 'Name',
  role: 'Role',
  roleHints: {
    officer: 'leads cases, writes letters, changes settings',
    auditor: 'reads, verifies and exports; the program lets nothing be changed',
  },
  giver: 'Your own passphrase',
  added: 'Key given',
  remove: 'Remove the key',
  removeTitle: (kind) => `Remove the key “${kind}”?`,
  removeText: (name) =>
    `${name} will no longer open the vault by this key. If the key or a copy of the files may still be in their hands, change the encryption key afterwards.`,
  codeSeen:
    'The printed recovery code opens the vault as before. If this person may have seen the sheet, make a new code: the old one ceases to work. The strict way is to change the encryption key: after that nothing from before opens the register.',
  removed: 'Key removed',
  removedOf: (name) => `Key removed: ${name}`,
  makeNewCode: 'Make a new code',
  useKeychain: 'Unlock by the keychain',
  useKeychainText:
    'This computer will be able to open the vault by your login. It is a convenience, not a protection: whoever logs in as you opens the register, too. The passphrase works as before.',
  keychainOn: 'Keychain connected',
  keychainAbsent: 'This computer has no keychain, or none to be trusted.',
  confirm: 'Confirm',
}
