import { configure, Uint8ArrayReader, Uint8ArrayWriter, ZipWriter } from '@zip.js/zip.js'

configure({ useWebWorkers: false })

export type PackedFile = { path: string; bytes: Uint8Array }

/** A ZIP of files as they are: what is packed is mostly packed already, and nothing has to be unpacked to be checked. */
export async function zip(files: readonly PackedFile[], madeAt: Date): Promise<Uint8Array> {
  const writer = new ZipWriter(new Uint8ArrayWriter(), {
    level: 0,
    lastModDate: madeAt,
    extendedTimestamp: false,
    useUnicodeFileNames: true,
  })
  for (const { path, bytes } of files) await writer.add(path, new Uint8ArrayReader(bytes))
  return writer.close()
}
