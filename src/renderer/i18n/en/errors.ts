import { shortDate } from '../dates.ts'
import { placed } from '../place.ts'
import { pluralEn } from '../plural.ts'
import type { GlyphPlace } from '../../../shared/errors.ts'
import type { ErrorTexts } from '../types.ts'
import { incoming } from './incoming.ts'
import { words } from './words.ts'

const nothingChanged = 'Nothing was written; what you typed is still on the screen.'
const dataSafe = 'The data in the vault have not changed.'

function lookUp(table: Record<string, string>, key: string): string {
  return table[key] ?? key
}

const longFields: Record<string, string> = {
  familyName: 'family name',
  givenName: 'given name',
  patronymic: 'patronymic',
  organisation: 'organisation',
  address: 'address',
  email: 'e-mail',
  phone: 'telephone',
  iin: 'IIN',
  subject: 'subject',
  site: 'site',
  text: 'text',
  demand: 'demand',
  name: 'name',
  representativeName: 'name of the representative',
}
const calendarFaults: Record<string, string> = {
  otherYear: 'A day of another year',
  twice: 'The day stands twice',
  weekendListedAsOff: 'This day is a weekend anyway',
  weekdayListedAsWorked: 'This day is a working day anyway',
  noDaysOff: 'The calendar has no day off at all, though the year begins on',
}
const ruleFaults: Record<string, string> = {
  term: 'A term is at least one day and at most ten years',
  endsBeforeItBegins: 'The rule ends before it begins',
  overlap: 'There is a version that begins later than this one',
}
const caseFields: Record<string, string> = {
  familyName: 'who asks',
  organisation: 'name of the organisation',
  contact: 'e-mail or telephone',
  ground: 'ground',
  demand: 'what the applicant demands',
  referenceNumber: 'number of the request',
  referenceOn: 'date of the request',
  statedDueOn: 'term the request states',
}

const glyphPlaces: Record<GlyphPlace, string> = {
  letterhead: 'in the letterhead',
  number: 'in the number line',
  addressee: 'in the addressee',
  title: 'in the title',
  salutation: 'in the salutation',
  body: 'in the text of the letter',
  closing: 'in the closing words',
  signatory: 'in the signature',
  executor: 'in the executor’s line',
}

export const errors: ErrorTexts = {
  internal: () => ({
    what: 'The program ran into an error.',
    safe: 'Everything written before is in its place.',
    todo: 'Try again. If the error comes back, restart the program.',
  }),
  unknownCall: () => ({
    what: 'The window and the engine are of different versions.',
    safe: dataSafe,
    todo: 'Close the program and open it again.',
  }),
  senderRefused: () => ({
    what: 'The call did not come from the program’s window and was refused.',
    safe: dataSafe,
    todo: 'Close the program and open it again.',
  }),
  inputInvalid: ({ field }) => ({
    what: `This field was not accepted: ${field}.`,
    safe: nothingChanged,
    todo: 'Check it: it may be empty or too long.',
  }),
  textTooLong: ({ field, limit }) => ({
    what: `Too long: ${lookUp(longFields, field)}. There is room for ${limit} characters.`,
    safe: nothingChanged,
    todo: 'Shorten it. Enclose what is long as a file, or put it into the text of the request.',
  }),
  vaultLocked: () => ({
    what: 'The vault is locked.',
    safe: dataSafe,
    todo: 'Enter the passphrase and try again.',
  }),
  vaultAbsent: () => ({
    what: 'The vault file was not found.',
    safe: '',
    todo: 'Check that the vault’s folder can be reached, then restart the program.',
  }),
  vaultExists: () => ({
    what: 'There is a vault in this folder already.',
    safe: 'It was not touched.',
    todo: 'Restart the program to open it.',
  }),
  vaultInUse: () => ({
    what: 'Another program has the vault open.',
    safe: dataSafe,
    todo: 'Close the other window of the program and try again.',
  }),
  vaultDamaged: () => ({
    what: 'The vault file is damaged and does not open.',
    safe: 'The program changed nothing in it.',
    todo: 'Keep a copy of the file and restore the vault from a backup.',
  }),
  keyFileDamaged: () => ({
    what: 'The key file keys.json is gone or damaged: without it the vault does not open.',
    safe: 'The program did not touch the register itself; most likely it is whole.',
    todo: 'Copy keys.json from the newest backup to the folder of the vault, and open it again: the register need not be restored.',
  }),
  vaultNewer: ({ found, supported }) => ({
    what: `The vault was made by a newer program (version ${found}; this one understands ${supported}).`,
    safe: dataSafe,
    todo: 'Install the newer version of the program.',
  }),
  passphraseWrong: () => ({
    what: 'That is not the passphrase.',
    safe: '',
    todo: 'Check the keyboard layout and Caps Lock and enter it again.',
  }),
  passphraseWeak: ({ minLength }) => ({
    what: 'The passphrase is too easy to guess.',
    safe: nothingChanged,
    todo: `Take at least ${minLength} characters; several random words are best.`,
  }),
  recoveryCodeWrong: () => ({
    what: 'The recovery code did not fit.',
    safe: '',
    todo: 'Take the sheet with the newest code: earlier codes open nothing.',
  }),
  recoveryCodeMistyped: ({ group }) => ({
    what: `Group ${group} of the code is mistyped.`,
    safe: 'It was not counted as an attempt.',
    todo: 'Compare that group with the sheet: the code has seven groups of five.',
  }),
  keychainFailed: () => ({
    what: 'The keychain of this computer did not answer.',
    safe: dataSafe,
    todo: 'Enter the passphrase: it always opens the vault.',
  }),
  unlockDelayed: ({ seconds }) => ({
    what: 'Too many failed attempts in a row.',
    safe: dataSafe,
    todo: `Wait ${seconds} ${pluralEn(seconds, 'second', 'seconds')} and try again.`,
  }),
  auditorReadsOnly: () => ({
    what: 'You work as an auditor: you may read, verify and export, and change nothing.',
    safe: dataSafe,
    todo: 'If something is to be recorded, an officer does it with a key of their own.',
  }),
  lastKey: () => ({
    what: 'This is the last passphrase of an officer: without it nobody could open the vault.',
    safe: 'The key was kept.',
    todo: 'Give another officer a key first.',
  }),
  ownKey: () => ({
    what: 'Nobody removes their own key.',
    safe: 'The key was kept.',
    todo: 'Another officer can remove it; or change the passphrase.',
  }),
  keyUnknown: () => ({ what: 'There is no such key.', safe: '', todo: 'Open the list of keys again.' }),
  keyHeld: () => ({
    what: 'This person has a key already.',
    safe: 'That key was not touched.',
    todo: 'To give a new key, remove the one before first.',
  }),
  codeHeld: () => ({
    what: 'The recovery code was made in this person’s name: with them as an auditor it would open for reading alone.',
    safe: nothingChanged,
    todo: 'Make a new recovery code first (“Keys”), and put its sheet in the place of the one in the safe.',
  }),
  backupFolderUnset: () => ({
    what: 'No folder for backups has been chosen.',
    safe: dataSafe,
    todo: 'Choose one under “Backups” in the settings, best on another disk.',
  }),
  backupFolderInVault: () => ({
    what: 'Backups can’t be kept in the folder of the vault itself: they would be lost with it.',
    safe: dataSafe,
    todo: 'Choose another folder, best on another disk.',
  }),
  backupAbsent: () => ({
    what: 'There are no backups in this folder.',
    safe: dataSafe,
    todo: 'Point to the folder that holds the backups, or to a backup itself (it holds register.db and keys.json).',
  }),
  backupOtherKey: () => ({
    what: 'The backups here are older than the key of today.',
    safe: 'They are whole: the passphrases of that time open them.',
    todo: 'Make a backup now: it will open by the key of today.',
  }),
  backupDamaged: () => ({
    what: 'This backup is damaged.',
    safe: 'The vault and the other backups were not touched.',
    todo: 'Take another backup: an earlier one, or one from another disk.',
  }),
  backupNewer: ({ found, supported }) => ({
    what: `The backup was made by a newer program (version ${found}; this one knows ${supported}).`,
    safe: 'Neither the vault nor the backup was touched.',
    todo: 'Install the new version of the program and try again.',
  }),
  vaultFileGone: ({ folder }) => ({
    what: placed('The register’s file was removed or replaced while the program was working', folder),
    safe: 'The last action was not written: in such a file it would be lost.',
    todo: 'Lock the vault and put the file back, or restore the register from a backup.',
  }),
  folderNotPicked: () => ({
    what: 'A folder can be named only in the dialog that chooses it.',
    safe: 'Nothing was written or read.',
    todo: 'Press “Choose a folder” and point to it there.',
  }),
  folderUnwritable: ({ folder }) => ({
    what: placed('This folder cannot be written to', folder),
    safe: 'The last action was not carried out; what was written before is untouched.',
    todo: 'Check the rights on the folder and the free space.',
  }),
  diskFull: () => ({
    what: 'The disk is full.',
    safe: 'The last action was undone as a whole; earlier records are in their place.',
    todo: 'Free some space and try again.',
  }),
  caseNotFound: () => ({
    what: 'There is no such case in the register.',
    safe: '',
    todo: 'Go back to the list.',
  }),
  stepNotAllowed: ({ status, action }) => ({
    what: `“${lookUp(words.steps, action)}” is not possible while the case is “${lookUp(words.statuses, status)}”.`,
    safe: nothingChanged,
    todo: 'The case may have changed. See which steps are offered now.',
  }),
  outcomeNotAllowed: ({ outcome }) => ({
    what: `The decision “${lookUp(words.outcomeResults, outcome)}” does not exist for this kind of case.`,
    safe: nothingChanged,
    todo: 'Choose another decision.',
  }),
  refusalGroundMissing: () => ({
    what: 'A refusal must rest on a ground.',
    safe: nothingChanged,
    todo: 'Choose the ground from the list.',
  }),
  caseClosed: () => ({
    what: 'The case is closed.',
    safe: nothingChanged,
    todo: 'Reopen it if there is something to change.',
  }),
  caseNumberUnknown: () => ({
    what: 'There is no case of this number.',
    safe: nothingChanged,
    todo: 'Check the number; it is written like ДС-2026-0001.',
  }),
  mergeIntoEarlier: () => ({
    what: 'A case can be merged only into one received no later than it.',
    safe: nothingChanged,
    todo: 'Open the later case and merge it into the earlier one: the term runs from the first.',
  }),
  mergeOtherKind: () => ({
    what: 'That case is of another kind, with other clocks and letters.',
    safe: nothingChanged,
    todo: 'Link the cases instead of merging them.',
  }),
  mergeOtherPerson: () => ({
    what: 'These are requests of different people: they share neither an IIN nor a contact.',
    safe: nothingChanged,
    todo: 'Check the number. If it is one person, link the cases instead of merging them.',
  }),
  mergeAfterDecision: () => ({
    what: 'One of the cases has been decided already.',
    safe: nothingChanged,
    todo: 'Link the cases, or reopen the decided one first.',
  }),
  relationToItself: () => ({
    what: 'This is the very same case.',
    safe: nothingChanged,
    todo: 'Enter the number of another.',
  }),
  relationHeld: ({ number }) => ({
    what: `Case ${number} is held, and with it all that repeat it and what it grew from.`,
    safe: nothingChanged,
    todo: 'Lift the hold first, with a reason.',
  }),
  caseFieldMissing: ({ field }) => ({
    what: `Not filled in: ${lookUp(caseFields, field)}.`,
    safe: nothingChanged,
    todo: 'Fill it in: a request of this kind can’t be handled without it.',
  }),
  representativeMissing: () => ({
    what: 'No representative and no power of attorney are recorded.',
    safe: nothingChanged,
    todo: 'Record the representative and the power, or choose another way.',
  }),
  powerExpired: ({ on }) => ({
    what: `The power of attorney expired on ${shortDate(on)}.`,
    safe: nothingChanged,
    todo: 'Ask for a power in force. Without one the request is refused: the authority is not proven.',
  }),
  deedWithoutData: () => ({
    what: 'Something can be done only with data that were found.',
    safe: nothingChanged,
    todo: 'Mark the data as found, or take the deed out.',
  }),
  categoryUnknown: () => ({
    what: 'There is no such category of data in the list.',
    safe: nothingChanged,
    todo: 'Open the card again: the list of categories has changed.',
  }),
  systemUnknown: () => ({
    what: 'There is no such system in the list.',
    safe: nothingChanged,
    todo: 'Open the card again: the list of systems has changed.',
  }),
  systemsNotSearched: () => ({
    what: 'Not every system has been searched.',
    safe: nothingChanged,
    todo: 'Note on the card what was found in each system.',
  }),
  systemsNotTreated: () => ({
    what: 'Not every system tells what was done with the data found, or something else was done than was decided.',
    safe: nothingChanged,
    todo: 'Note on the card what was done in each system where data were found. Where the law keeps some of them, the decision is “granted in part”.',
  }),
  stillBlocked: () => ({
    what: 'The data are still blocked.',
    safe: dataSafe,
    todo: 'Record that the block was lifted, then try again.',
  }),
  clocksOpen: ({ count }) => ({
    what: `The case cannot be closed yet: ${count} ${pluralEn(count, 'deadline is', 'deadlines are')} still running.`,
    safe: nothingChanged,
    todo: 'Meet the remaining deadlines; they stand first.',
  }),
  latenessReasonMissing: () => ({
    what: 'A deadline was missed and no reason is given.',
    safe: nothingChanged,
    todo: 'Write why it was late.',
  }),
  dateInFuture: ({ today }) => ({
    what: 'That date has not come yet.',
    safe: nothingChanged,
    todo: `Give a date no later than ${shortDate(today)}.`,
  }),
  dateTooEarly: ({ earliest }) => ({
    what: 'That date is too early.',
    safe: nothingChanged,
    todo: `Give a date no earlier than ${shortDate(earliest)}.`,
  }),
  calendarYearMissing: ({ year }) => ({
    what: `There is no calendar of working days for ${year}, so the deadline cannot be counted.`,
    safe: nothingChanged,
    todo: 'Check the date. If it is right, enter the calendar of that year in the settings: “Rules and calendar”.',
  }),
  ruleUnknown: () => ({
    what: 'There is no such rule.',
    safe: dataSafe,
    todo: 'Open the settings again: the rules may have changed with the program.',
  }),
  clockNotFound: () => ({
    what: 'There is no such clock.',
    safe: dataSafe,
    todo: 'Open the case again.',
  }),
  clockEnded: () => ({
    what: 'This clock has ended.',
    safe: nothingChanged,
    todo: 'A clock that has ended is neither paused nor extended.',
  }),
  clockNotPausable: () => ({
    what: 'This clock does not count days and can’t be paused.',
    safe: nothingChanged,
    todo: 'It can be extended to a certain day.',
  }),
  clockNotBegun: ({ first }) => ({
    what: `The clock began today: the day of the event does not count, and its first day is ${shortDate(first)}.`,
    safe: nothingChanged,
    todo: `It can be paused from ${shortDate(first)} on.`,
  }),
  pausesOverlap: () => ({
    what: 'The clock is paused on these days already.',
    safe: nothingChanged,
    todo: 'Resume it, or choose a later day.',
  }),
  notPaused: () => ({
    what: 'The clock is not paused now.',
    safe: nothingChanged,
    todo: 'There is nothing to resume.',
  }),
  extensionNotLater: ({ dueOn }) => ({
    what: `It can be extended only past ${shortDate(dueOn)}.`,
    safe: nothingChanged,
    todo: 'Choose a later day.',
  }),
  adjustmentUnknown: () => ({
    what: 'This pause or extension has been revoked.',
    safe: nothingChanged,
    todo: 'Open the case again.',
  }),
  calendarInvalid: ({ fault, date }) => ({
    what: `${lookUp(calendarFaults, fault)}: ${shortDate(date)}.`,
    safe: nothingChanged,
    todo: 'Correct the table of the year: every date is counted by it.',
  }),
  ruleInvalid: ({ fault }) => ({
    what: lookUp(ruleFaults, fault),
    safe: nothingChanged,
    todo: 'Correct the rule: dates of cases are counted by it.',
  }),
  lawPreviewStale: () => ({
    what: 'Dates or rules changed while you were looking.',
    safe: nothingChanged,
    todo: 'Look again at which dates would move.',
  }),
  ruleMissing: ({ event, on }) => ({
    what: `There is no deadline rule for “${lookUp(words.events, event)}” on ${shortDate(on)}.`,
    safe: nothingChanged,
    todo: 'Check the date of the event.',
  }),
  officerUnknown: () => ({
    what: 'There is no such officer.',
    safe: nothingChanged,
    todo: 'Open the screen again and choose from the list.',
  }),
  officerKnown: () => ({
    what: 'There is an officer of this name.',
    safe: nothingChanged,
    todo: 'Add an initial or a position to tell them apart.',
  }),
  contactInvalid: () => ({
    what: 'This is neither an e-mail address nor a telephone number.',
    safe: nothingChanged,
    todo: 'Enter one address, or one number with its code.',
  }),
  suppressionUnknown: () => ({
    what: 'This entry is no longer in the list.',
    safe: nothingChanged,
    todo: 'Open the list again.',
  }),
  listUnreadable: () => ({
    what: 'This file does not look like a mailing list.',
    safe: dataSafe,
    todo: 'Save the list as “CSV UTF-8”: one line an addressee.',
  }),
  listTooLarge: ({ limitMiB }) => ({
    what: `The file is larger than ${limitMiB} MB.`,
    safe: dataSafe,
    todo: 'Split the list and check each part.',
  }),
  attachmentNotFound: () => ({
    what: 'There is no such attachment.',
    safe: '',
    todo: 'Open the case again.',
  }),
  attachmentTooLarge: ({ limitMiB }) => ({
    what: `The file is larger than ${limitMiB} MB.`,
    safe: 'The other files and what you typed are still on the screen.',
    todo: 'Make the file smaller or split it.',
  }),
  emailTooLarge: ({ limitMiB }) => ({
    what: `The e-mail is larger than ${limitMiB} MB.`,
    safe: '',
    todo: 'Register the case by hand and enclose what matters most.',
  }),
  emailUnreadable: () => ({
    what: 'This file does not look like an e-mail.',
    safe: 'The file was not changed and not stored.',
    todo: 'Save the message as .eml or .msg in your mail program and try again.',
  }),
  messageNotFound: () => ({
    what: 'There is no such incoming message.',
    safe: nothingChanged,
    todo: 'Open the list of incoming messages again.',
  }),
  messageSettled: ({ state }) => ({
    what: `This message was decided about already: ${lookUp(incoming.states, state).toLowerCase()}.`,
    safe: nothingChanged,
    todo: 'Look for it among the settled messages.',
  }),
  messageNoReport: () => ({
    what: 'This message is neither a delivery report nor an automatic reply.',
    safe: nothingChanged,
    todo: 'Register it, attach it to a case or set it aside.',
  }),
  mailboxNotSet: () => ({
    what: 'The mailbox of requests is not set up yet.',
    safe: '',
    todo: 'Fill in the section Mailbox in the settings.',
  }),
  mailboxFailed: ({ failure }) => ({
    what: lookUp(incoming.mailboxFailures, failure),
    safe: 'What was taken in is recorded. Nothing is lost in the mailbox.',
    todo: 'Check the network and the settings of the mailbox and try again: it goes on where it stopped.',
  }),
  emailAlreadyRegistered: ({ number }) => ({
    what: `This e-mail is registered already, under № ${number}.`,
    safe: 'No second case was made.',
    todo: 'Open the case that exists.',
  }),
  organisationMissing: () => ({
    what: 'The letterhead lacks details of the organisation.',
    safe: nothingChanged,
    todo: 'Fill in the organisation’s names and who signs the letters in the settings.',
  }),
  letterNotFound: () => ({ what: 'There is no such letter.', safe: '', todo: 'Open the case again.' }),
  letterNotAllowed: ({ status }) => ({
    what: `This letter is not written while the case is “${lookUp(words.statuses, status)}”.`,
    safe: nothingChanged,
    todo: 'Choose another letter, or take the next step of the case first.',
  }),
  letterFieldMissing: ({ field }) => ({
    what: `A field of the letter is empty: ${field}.`,
    safe: nothingChanged,
    todo: 'Fill it in.',
  }),
  templateUnknown: () => ({
    what: 'The program has no such letter.',
    safe: '',
    todo: 'Choose a letter from the list.',
  }),
  templateInvalid: ({ fault, detail }) => {
    const faults: Record<string, string> = {
      unknownPlace: `The letter has no such place: ${detail}`,
      otherBlocks: `The blocks are not those of the original letter.`,
      otherPlaces: `The languages put different things into paragraph ${detail}.`,
      fieldUnused: `A field stands nowhere: ${detail}`,
    }
    return {
      what: faults[fault] ?? fault,
      safe: 'The text was not saved.',
      todo: 'Places are written {{caseNumber}}. Mend the text and save again.',
    }
  },
  letterLanguagesDiffer: ({ count }) => ({
    what: `The languages of the letter differ in facts: ${count}.`,
    safe: 'The letter was not issued.',
    todo: 'Mend the differences, or accept them under your name.',
  }),
  letterPreviewStale: () => ({
    what: 'The case or the number changed while you were looking at the letter.',
    safe: 'The letter was not issued.',
    todo: 'Look at the new preview and issue it again.',
  }),
  letterInternal: () => ({
    what: 'This is an internal document: it stays in the case.',
    safe: nothingChanged,
    todo: 'Save or print it from the preview.',
  }),
  letterAlreadyDelivered: () => ({
    what: 'This letter was sent or handed over already.',
    safe: 'It was not sent a second time.',
    todo: 'If another letter is needed, issue a new one.',
  }),
  fontMissing: ({ file }) => ({
    what: `A font of the letter was not found: ${file}.`,
    safe: dataSafe,
    todo: 'Install the program again.',
  }),
  glyphMissing: ({ codePoint, where }) => ({
    what: `The letter’s font lacks the character ${codePoint} (${glyphPlaces[where]}).`,
    safe: nothingChanged,
    todo: 'Replace that character.',
  }),
  imageInvalid: () => ({
    what: 'This is no PNG or SVG image, or the file is damaged.',
    safe: nothingChanged,
    todo: 'Choose another file.',
  }),
  imageTooLarge: ({ megapixels }) => ({
    what: `The image is too large: more than ${megapixels} million pixels or 2 MB.`,
    safe: nothingChanged,
    todo: 'Make the image smaller and choose it again.',
  }),
  checkCodeInvalid: () => ({
    what: 'This is no check code of a letter.',
    safe: nothingChanged,
    todo: 'Enter the whole text of the QR code: it begins with ZHAUAP.',
  }),
  pdfUnreadable: () => ({
    what: 'This is no PDF, or the file is damaged.',
    safe: nothingChanged,
    todo: 'Choose another file.',
  }),
  packInvalid: ({ file }) => ({
    what: `A file of rules or letters is damaged: ${file}.`,
    safe: dataSafe,
    todo: 'Install the program again.',
  }),
  smtpNotSet: () => ({
    what: 'The mail server is not set up yet.',
    safe: 'The letter is issued and kept in the case.',
    todo: 'Fill in “Mail” in the settings, or deliver the letter another way.',
  }),
  addressInvalid: () => ({
    what: 'The recipient’s address is not written right.',
    safe: 'The letter was not sent.',
    todo: 'Mend the address: for example, ivanov@mail.kz.',
  }),
  identityNotVerified: () => ({
    what: 'The letter discloses personal data, and the applicant’s identity is not verified.',
    safe: 'The letter was not queued.',
    todo: 'Verify the identity in the case, or give a reason: the history keeps it.',
  }),
  recipientDiffers: () => ({
    what: 'The recipient’s address is not the one of the case.',
    safe: 'The letter was not queued.',
    todo: 'Compare the address once more and tick that it is right.',
  }),
  dkimKeyInvalid: () => ({
    what: 'This is no private RSA key that signs mail.',
    safe: 'The settings were not changed.',
    todo: 'Paste the whole key as PEM, without a passphrase, of 1024 bits or more.',
  }),
  protectedFileGone: () => ({
    what: 'The encrypted file is gone: the vault was locked since.',
    safe: 'The letter was not queued.',
    todo: 'Encrypt the attachment again: its password will be new.',
  }),
  mailNotFound: () => ({ what: 'There is no such message.', safe: '', todo: 'Open the list again.' }),
  mailNotComposed: () => ({
    what: 'This letter was not on its way yet, so there is no finished message.',
    safe: '',
    todo: 'Wait for the first attempt.',
  }),
  mailStateWrong: ({ state }) => ({
    what: `The message is “${lookUp(words.mailStates, state)}” by now.`,
    safe: 'It was not sent a second time.',
    todo: 'Look at its present state.',
  }),
  smtpFailed: ({ failure }) => ({
    what: lookUp(words.sendFailures, failure),
    safe: 'Nothing was sent.',
    todo: 'Mend the settings and test again.',
  }),
  taskCancelled: () => ({
    what: 'The work was stopped.',
    safe: 'What was done before is kept; the rest is as it was.',
    todo: 'Start it again when you like.',
  }),
  retentionStale: () => ({
    what: 'Something has changed: these cases are no longer due.',
    safe: 'Nothing was destroyed.',
    todo: 'Look at the list and the act again.',
  }),
  retentionHeld: ({ number }) => ({
    what: `Case ${number} is held: it can’t be destroyed.`,
    safe: 'Nothing was destroyed.',
    todo: 'Lift the hold with a reason, or leave the case out of the act.',
  }),
  caseDestroyed: () => ({
    what: 'The contents of this case were destroyed by an act.',
    safe: 'Its number, dates, decision and hashes are kept.',
    todo: 'It can’t go on. Register a new request as a new case.',
  }),
  evidenceEmpty: () => ({
    what: 'There are no such cases.',
    safe: '',
    todo: 'Check the number of the case, or the days of the period.',
  }),
  evidenceTooLarge: ({ limitMiB }) => ({
    what: `A pack holds at most ${limitMiB} MB of files.`,
    safe: dataSafe,
    todo: 'Take a shorter period, or make a pack for each case.',
  }),
  fileUnwritable: () => ({
    what: 'The file could not be written.',
    safe: dataSafe,
    todo: 'Choose another folder, or close the file if it is open.',
  }),
}
