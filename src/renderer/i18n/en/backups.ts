import type { BackupHealth, PlaceRisk } from '../../../shared/model/backup.ts'
import type { Texts } from '../index.ts'
import { pluralEn } from '../plural.ts'

const health: Record<BackupHealth, string> = {
  good: 'Backups are in order',
  unset: 'Backups are not set up',
  never: 'There is no backup yet',
  old: 'The backup is old',
  failed: 'The last backup failed',
  drillFailed: 'The restore drill failed',
  restored: 'The register was restored; there is no new backup yet',
}
const risks: Record<PlaceRisk['kind'], string> = {
  network: 'the folder is on a network disk',
  synchronised: 'a cloud program synchronises the folder',
}

export const backups: Texts['backups'] = {
  health,
  advice: {
    unset:
      'If the disk fails, there is nothing to restore the register from. Choose a folder, best on another disk, and make a backup.',
    never: 'If the disk fails, there is nothing to restore the register from.',
    old: 'The register is whole, but if the disk fails, all that was written after this backup is lost.',
    next: (automatic) =>
      automatic
        ? 'The program makes a new backup by itself.'
        : 'Make a backup now: the settings say that the program makes none by itself.',
    failedSafe: (lastGoodAt) =>
      lastGoodAt === null
        ? 'The register was not touched, but there is no backup of it yet.'
        : `The register and earlier backups were not touched. The last good one is of ${lastGoodAt}.`,
    failedTodo:
      'Check that the disk is connected, that the folder can be written to and that there is room, or choose another folder. Then make a backup.',
    drillFailed:
      'The register was not touched, but this backup cannot be relied on. Make a new backup and try a restore again.',
  },
  restoredTitle: (moment) => `The register was restored on ${moment}`,
  restoredText: ({ folder, automatic }) =>
    folder === null
      ? 'No backups were made since, and this computer has not been told where to put them. Choose a folder, best on another disk, and make a backup.'
      : `No backup was made since. ${automatic ? 'The program makes one by itself within minutes.' : 'The program will not make one by itself: make a backup now.'} The folder that was set before the restore: ${folder}. If backups belong elsewhere on this computer, choose another.`,
  riskTitle: (risk) => `No place for the vault: ${risks[risk.kind]} (${risk.by})`,
  riskText:
    'Over a network file locks are unreliable, and a cloud copies the register and its log at different moments: the file may be spoiled. Keep the vault on a disk of this computer, and send the backups to such a folder.',
  clockTitle: 'Check the computer’s clock',
  clockText: (moment) =>
    `The register holds an entry of ${moment}, which is later than the clock shows. Deadlines and dates are counted by it.`,
  intro:
    'A backup is a folder with the encrypted register and the key file. The same passphrase or recovery code opens it. Each is then read from end to end: one that is damaged is taken away, and only after that are old ones let go.',
  lastGood: 'Last good backup',
  unchecked: 'not read through yet',
  lastDrill: 'Restore drill',
  none: 'none yet',
  failed: (why) => `failed. ${why}`,
  took: (size, ms) => `${size}, ${(ms / 1000).toFixed(1)} s`,
  drillHint:
    'Once a month the program restores the newest backup into a scratch folder by itself, and reads it.',
  makeNow: 'Make a backup now',
  made: 'Backup made and verified',
  drillNow: 'Try a restore',
  drilled: 'The newest backup can be restored',
  settings: 'Where and how often',
  folder: 'Folder for backups',
  folderNone: 'not chosen',
  choose: 'Choose a folder',
  chooseTitle: 'Folder for backups',
  automatic:
    'Make backups by itself: every day, after four hours of work, before it locks when idle, and when the program is closed',
  daily: 'Daily ones kept',
  weekly: 'weekly',
  monthly: 'monthly',
  warnAfter: 'Warn without a backup after, days',
  saved: 'Backup settings saved',
  open: 'Open backups',
  restore: 'Restore from a backup',
  restoreTitle: 'Restore from a backup',
  restoreIntro:
    'Point to the folder with the backups. The backup takes the place of the vault; the present files, if there are any, stay beside it as “vault.replaced-…”.',
  pick: 'Point to the backups',
  pickTitle: 'Where the backups are',
  which: 'Which backup to restore',
  undated: 'copy of a vault folder',
  newer: 'made by a newer program',
  by: 'What opens it',
  byPassphrase: 'the passphrase of the day of the backup',
  byCode: 'the recovery code',
  run: 'Restore',
  restored: 'The register was restored from the backup',
  found: (count) => `${count} ${pluralEn(count, 'backup', 'backups')} found`,
  rekey: 'Change the encryption key',
  rekeyText:
    'The whole register is encrypted anew. After that only your passphrase opens it: the keys of others, the recovery code and the keychain have to be made again. Earlier backups open by the earlier keys: destroy them if a key may be in the wrong hands. An interruption does no harm: until the new register is ready, the old one holds.',
  rekeyed: 'Encryption key changed. Make a new recovery code.',
  rekeying: (percent) => `Encrypting the register: ${percent} %`,
}
