import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { decode, encode } from 'fast-png'
import { renderPages, type Picture } from './render.ts'

/** Small grey pictures of pages, kept beside the tests: what a letter looks like, and whether it still does. */
export const snapshotFolder = join(import.meta.dirname, 'snapshots')

const dotsPerInch = 48
/** So many shades of grey are enough to see a page by, and pack well. */
const shades = 16

type Grey = { width: number; height: number; pixels: Uint8Array }

/** The pages of a PDF as the pictures are kept. */
export async function snapshotsOf(pdf: Uint8Array): Promise<Grey[]> {
  return (await renderPages(pdf, dotsPerInch)).map(greyOf)
}

function greyOf({ width, height, rgba }: Picture): Grey {
  const pixels = Uint8Array.from({ length: width * height }, (_, at) => {
    const [red = 0, green = 0, blue = 0] = rgba.subarray(at * 4, at * 4 + 3)
    const light = 0.299 * red + 0.587 * green + 0.114 * blue
    return (Math.round((light / 255) * (shades - 1)) * 255) / (shades - 1)
  })
  return { width, height, pixels }
}

/**
 * How much of a page looks otherwise than its picture: the share of pixels that differ by more than a quarter of the way
 * from black to white. 1 where sizes differ or there is no picture.
 */
export function differenceFrom(name: string, { width, height, pixels }: Grey): number {
  const file = join(snapshotFolder, `${name}.png`)
  if (!existsSync(file)) return 1
  const kept = decode(readFileSync(file))
  if (kept.width !== width || kept.height !== height) return 1
  const changed = pixels.filter((light, at) => Math.abs(light - Number(kept.data[at])) > 64)
  return changed.length / pixels.length
}

/** Names of the pictures that are kept. */
export function keptNames(): string[] {
  return readdirSync(snapshotFolder).map((file) => file.replace(/\.png$/, ''))
}

export function forgetAll(): void {
  rmSync(snapshotFolder, { recursive: true, force: true })
  mkdirSync(snapshotFolder)
}

export function keep(name: string, { width, height, pixels }: Grey): void {
  const png = encode({ width, height, data: pixels, channels: 1, depth: 8 }, { zlib: { level: 9 } })
  writeFileSync(join(snapshotFolder, `${name}.png`), png)
}
