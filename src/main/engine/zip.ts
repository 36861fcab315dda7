import {
  configure,
  Uint8ArrayReader,
  Uint8ArrayWriter,
  ZipWriter,
  type ZipWriterConstructorOptions,
} from '@zip.js/zip.js'

configure({ useWebWorkers: false })

export type PackedFile = { path: string; bytes: Uint8Array }

/** A ZIP of files as they are: what is packed is mostly packed already, and nothing has to be unpacked to be checked. */
export function zip(files: readonly PackedFile[], madeAt: Date): Promise<Uint8Array> {
  return write(files, { lastModDate: madeAt })
}

/**
 * A ZIP encrypted by AES-256 as WinZip describes it, which 7-Zip, WinRAR, WinZip and Keka open. Names and sizes of the
 * files stay readable.
 */
export function encryptedZip(
  files: readonly PackedFile[],
  madeAt: Date,
  password: string,
): Promise<Uint8Array> {
  return write(files, { lastModDate: madeAt, password, encryptionStrength: 3 })
}

async function write(
  files: readonly PackedFile[],
  options: ZipWriterConstructorOptions,
): Promise<Uint8Array> {
  const writer = new ZipWriter(new Uint8ArrayWriter(), {
    level: 0,
    extendedTimestamp: false,
    useUnicodeFileNames: true,
    ...options,
  })
  for (const { path, bytes } of files) await writer.add(path, new Uint8ArrayReader(bytes))
  return writer.close()
}
