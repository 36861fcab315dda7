import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { NtExecutable, NtExecutableResource, Resource } from 'resedit'

/** What a real Electron carries in its binary: the mark, the version and the states of the fuses, all as they come. */
const fuses = Buffer.concat([
  Buffer.from('dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX'),
  Buffer.from([1, 9]),
  Buffer.from('101100011'),
])

/** A folder that looks like Electron's to whoever packs, for Linux and for Windows; nothing in it runs. */
export function makeFakeElectron(folder: string, version: string): void {
  mkdirSync(join(folder, 'locales'), { recursive: true })
  writeFileSync(join(folder, 'electron'), fuses, { mode: 0o755 })
  writeFileSync(join(folder, 'electron.exe'), windowsExecutable())
  writeFileSync(join(folder, 'version'), version)
  for (const name of ['LICENSE', 'LICENSES.chromium.html']) writeFileSync(join(folder, name), name)
  for (const lang of ['ru', 'kk', 'en-US', 'de']) writeFileSync(join(folder, 'locales', `${lang}.pak`), lang)
}

/** A program of no instructions, with a version to be written over and the fuses behind it. */
function windowsExecutable(): Uint8Array {
  const executable = NtExecutable.createEmpty(false, false)
  const resource = NtExecutableResource.from(executable)
  const versionInfo = Resource.VersionInfo.createEmpty()
  versionInfo.setStringValues({ lang: 1033, codepage: 1200 }, { ProductName: 'Electron' })
  versionInfo.outputToResourceEntries(resource.entries)
  resource.outputResource(executable)
  executable.setExtraData(new Uint8Array(fuses))
  return new Uint8Array(executable.generate())
}

/** Sides of the pictures in a Windows program's icon, in pixels; 256 is written as 0. */
export function iconSides(executable: Uint8Array): number[] {
  const { entries } = NtExecutableResource.from(NtExecutable.from(executable))
  return Resource.IconGroupEntry.fromEntries(entries).flatMap(({ icons }) =>
    icons.map(({ width }) => (width === 0 ? 256 : width)),
  )
}

/** The hashes of the archives that Electron for Windows finds in its own executable. */
export function embeddedIntegrity(executable: Uint8Array): unknown {
  const { entries } = NtExecutableResource.from(NtExecutable.from(executable))
  const entry = entries.find(({ type }) => type === 'INTEGRITY')
  return entry && JSON.parse(Buffer.from(entry.bin).toString())
}
