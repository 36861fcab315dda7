import { existsSync, realpathSync, statfsSync } from 'node:fs'
import { dirname, isAbsolute, relative, sep } from 'node:path'
import type { PlaceRisk } from '../../../shared/model/backup.ts'

/** `f_type` of statfs(2) on Linux. */
const networkTypes = new Map([
  [0x6969, 'NFS'],
  [0x517b, 'SMB'],
  [0xff534d42, 'SMB (CIFS)'],
  [0xfe534d42, 'SMB'],
  [0x01021997, '9P'],
  [0x00c36400, 'Ceph'],
  [0x65735546, 'FUSE'],
])

/** Folders that a program in the background copies to a cloud, file by file, whenever they change. */
const synchronised: readonly [RegExp, string][] = [
  [/^OneDrive( - .+)?$/i, 'OneDrive'],
  [/^Dropbox( \(.+\))?$/i, 'Dropbox'],
  [/^(Google ?Drive|My Drive|Мой диск)$/i, 'Google Drive'],
  [/^(Yandex\.?Disk|Яндекс\.?Диск)$/i, 'Yandex.Disk'],
  [/^(iCloud ?Drive|com~apple~CloudDocs|CloudStorage)$/i, 'iCloud'],
  [/^(Nextcloud|ownCloud|Облако Mail\.ru|Cloud Mail\.Ru)$/i, 'Nextcloud / Mail.ru'],
]

/**
 * What speaks against keeping the register in a folder: SQLite's locks are not to be trusted over a network, and a
 * synchronised folder copies the register and its WAL at different moments. A link, and a drive letter of Windows that
 * stands for a share, are what they lead to.
 */
export function placeRisk(folder: string): PlaceRisk | null {
  const place = nearest(folder)
  return riskOfName(folder) ?? riskOfName(whereItLeads(place)) ?? riskOfDisk(place)
}

/** Whether a path is a folder or lies in it, by the rules of this system. */
export function isWithin(folder: string, path: string): boolean {
  const way = relative(folder, path)
  return !isAbsolute(way) && way.split(sep)[0] !== '..'
}

function riskOfName(folder: string): PlaceRisk | null {
  if (/^(\\\\|\/\/)[^\\/?.]/.test(folder)) return { kind: 'network', by: 'UNC' }
  for (const part of folder.split(/[\\/]/)) {
    const known = synchronised.find(([pattern]) => pattern.test(part))
    if (known) return { kind: 'synchronised', by: known[1] }
  }
  return null
}

function riskOfDisk(folder: string): PlaceRisk | null {
  const by = process.platform === 'linux' ? networkTypes.get(typeOf(folder)) : undefined
  return by ? { kind: 'network', by } : null
}

/** The folder, or the nearest above it that is there. */
function nearest(folder: string): string {
  let at = folder
  while (!existsSync(at) && dirname(at) !== at) at = dirname(at)
  return at
}

/** The system's own answer: of a drive that stands for a share it gives the share. */
function whereItLeads(folder: string): string {
  try {
    return realpathSync.native(folder)
  } catch {
    return folder
  }
}

/** The type of the file system under the folder. */
function typeOf(folder: string): number {
  try {
    return statfsSync(folder).type
  } catch {
    return 0
  }
}
