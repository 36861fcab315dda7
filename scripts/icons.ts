import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { createCanvas, Path2D } from '@napi-rs/canvas'

/** Draws the mark of `src/renderer/ui/Brand.tsx` as the icons that installers carry. Look at them, then commit. */

const folder = join(import.meta.dirname, '..', 'build')
const strokes = [
  'M11.5 5 Q14 16 11.5 27',
  'M16 4.5 V27.5',
  'M20.5 5 Q18 16 20.5 27',
  'M5 11.5 Q16 14 27 11.5',
  'M4.5 16 H27.5',
  'M5 20.5 Q16 18 27 20.5',
]

/** A square PNG with the mark on a round field, so that it is seen on light and on dark. */
function png(side: number): Buffer {
  const canvas = createCanvas(side, side)
  const pen = canvas.getContext('2d')
  pen.scale(side / 32, side / 32)
  pen.lineCap = 'round'
  pen.beginPath()
  pen.arc(16, 16, 14.5, 0, 2 * Math.PI)
  pen.fillStyle = '#0a4f63'
  pen.fill()
  pen.strokeStyle = '#e3a72f'
  pen.lineWidth = 2.5
  pen.beginPath()
  pen.arc(16, 16, 14.2, 0, 2 * Math.PI)
  pen.stroke()
  pen.strokeStyle = '#eaf3fa'
  pen.lineWidth = 1.8
  for (const stroke of strokes) pen.stroke(new Path2D(stroke))
  return canvas.toBuffer('image/png')
}

/** PNGs one after another behind a list of them, as Windows reads it since Vista. */
function ico(sides: readonly number[]): Buffer {
  const pictures = sides.map((side) => ({ side, bytes: png(side) }))
  const head = Buffer.alloc(6 + 16 * pictures.length)
  head.writeUInt16LE(1, 2)
  head.writeUInt16LE(pictures.length, 4)
  let at = head.length
  pictures.forEach(({ side, bytes }, index) => {
    const entry = 6 + 16 * index
    head.set([side % 256, side % 256], entry)
    head.writeUInt16LE(1, entry + 4)
    head.writeUInt16LE(32, entry + 6)
    head.writeUInt32LE(bytes.length, entry + 8)
    head.writeUInt32LE(at, entry + 12)
    at += bytes.length
  })
  return Buffer.concat([head, ...pictures.map(({ bytes }) => bytes)])
}

/** PNGs under Apple's names for their sizes. */
function icns(sides: Readonly<Record<string, number>>): Buffer {
  const chunk = (name: string, ...bytes: Buffer[]): Buffer => {
    const head = Buffer.alloc(8)
    head.write(name, 'latin1')
    head.writeUInt32BE(8 + bytes.reduce((sum, { length }) => sum + length, 0), 4)
    return Buffer.concat([head, ...bytes])
  }
  return chunk('icns', ...Object.entries(sides).map(([name, side]) => chunk(name, png(side))))
}

mkdirSync(join(folder, 'icons'), { recursive: true })
for (const side of [32, 64, 128, 256, 512])
  writeFileSync(join(folder, 'icons', `${side}x${side}.png`), png(side))
writeFileSync(join(folder, 'icon.ico'), ico([16, 24, 32, 48, 64, 256]))
writeFileSync(join(folder, 'icon.icns'), icns({ ic07: 128, ic08: 256, ic09: 512 }))
