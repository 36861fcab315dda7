'use strict'

const textOf = (bytes) => new TextDecoder().decode(bytes)

/* The files of a ZIP by its central directory (APPNOTE 4.3): stored or deflated, without encryption. What other programs
   could take for another one is refused: a directory that is not all that stands before the end, or two names of a file. */
// Called by verify.js, which stands below it in the page.
// oxlint-disable-next-line no-unused-vars
async function filesOfZip(file) {
  const bytes = new Uint8Array(await file.arrayBuffer())
  const view = new DataView(bytes.buffer)
  const end = bytes.length - 22
  if (end < 0 || view.getUint32(end, true) !== 0x06054b50) throw new Error('no zip')
  const files = []
  let at = view.getUint32(end + 16, true)
  for (let left = view.getUint16(end + 10, true); left > 0; left -= 1) {
    if (view.getUint32(at, true) !== 0x02014b50) throw new Error('no zip')
    const method = view.getUint16(at + 10, true)
    const packed = view.getUint32(at + 20, true)
    const [nameLength, extraLength, noteLength] = [28, 30, 32].map((offset) =>
      view.getUint16(at + offset, true),
    )
    const local = view.getUint32(at + 42, true)
    const name = textOf(bytes.subarray(at + 46, at + 46 + nameLength))
    const nameEnd = local + 30 + view.getUint16(local + 26, true)
    if (textOf(bytes.subarray(local + 30, nameEnd)) !== name) throw new Error('two names')
    const start = nameEnd + view.getUint16(local + 28, true)
    const content = bytes.subarray(start, start + packed)
    if (!name.endsWith('/') || packed > 0) files.push([name, (most) => unpack(content, method, most)])
    at += 46 + nameLength + extraLength + noteLength
  }
  if (at !== end) throw new Error('no zip')
  return files
}

/* No more is unpacked than the file may hold: a few bytes can be made to unpack to more than any memory. */
async function unpack(bytes, method, most) {
  if (method === 0) return bytes
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('deflate-raw'))
  const parts = []
  let length = 0
  for (const reader = stream.getReader(); ;) {
    const { done, value } = await reader.read()
    if (done) return new Uint8Array(await new Blob(parts).arrayBuffer())
    length += value.length
    if (length > most) throw new Error('too large')
    parts.push(value)
  }
}
