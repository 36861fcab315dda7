/*
 * Checks an evidence pack. It runs from the file itself, asks nothing of any network and keeps nothing.
 * `words` (the texts in Russian and Kazakh) and `firstLang` stand above this line.
 */
'use strict'

const manifestName = 'manifest.json'
const recordName = 'record.json'
const selfNames = new Set([manifestName])
let lang = firstLang
let last = null

/* SHA-256 by FIPS 180-4. The browser's own is not there in every page that is opened from a file. */
const constants = sha256Constants()

function sha256Constants() {
  const primes = []
  for (let n = 2; primes.length < 64; n += 1) if (primes.every((p) => n % p !== 0)) primes.push(n)
  const fraction = (x) => ((x - Math.floor(x)) * 4294967296) >>> 0
  return {
    start: primes.slice(0, 8).map((p) => fraction(Math.sqrt(p))),
    rounds: primes.map((p) => fraction(Math.cbrt(p))),
  }
}

function sha256(bytes) {
  const state = Uint32Array.from(constants.start)
  const rounds = Uint32Array.from(constants.rounds)
  const whole = bytes.length - (bytes.length % 64)
  const w = new Uint32Array(64)
  for (let at = 0; at < whole; at += 64) block(bytes, at)
  const rest = bytes.length - whole
  const tail = new Uint8Array(rest < 56 ? 64 : 128)
  tail.set(bytes.subarray(whole))
  tail[rest] = 128
  const view = new DataView(tail.buffer)
  view.setUint32(tail.length - 8, Math.floor(bytes.length / 536870912))
  view.setUint32(tail.length - 4, (bytes.length * 8) >>> 0)
  for (let at = 0; at < tail.length; at += 64) block(tail, at)
  return [...state].map((word) => word.toString(16).padStart(8, '0')).join('')

  function block(data, at) {
    for (let i = 0; i < 16; i += 1) {
      const j = at + i * 4
      w[i] = (data[j] << 24) | (data[j + 1] << 16) | (data[j + 2] << 8) | data[j + 3]
    }
    for (let i = 16; i < 64; i += 1) {
      const x = w[i - 15]
      const y = w[i - 2]
      const s0 = ((x >>> 7) | (x << 25)) ^ ((x >>> 18) | (x << 14)) ^ (x >>> 3)
      const s1 = ((y >>> 17) | (y << 15)) ^ ((y >>> 19) | (y << 13)) ^ (y >>> 10)
      w[i] = w[i - 16] + s0 + w[i - 7] + s1
    }
    let [a, b, c, d, e, f, g, h] = state
    for (let i = 0; i < 64; i += 1) {
      const s1 = ((e >>> 6) | (e << 26)) ^ ((e >>> 11) | (e << 21)) ^ ((e >>> 25) | (e << 7))
      const t1 = (h + s1 + ((e & f) ^ (~e & g)) + rounds[i] + w[i]) | 0
      const s0 = ((a >>> 2) | (a << 30)) ^ ((a >>> 13) | (a << 19)) ^ ((a >>> 22) | (a << 10))
      const t2 = (s0 + ((a & b) ^ (a & c) ^ (b & c))) | 0
      h = g
      g = f
      f = e
      e = (d + t1) | 0
      d = c
      c = b
      b = a
      a = (t1 + t2) | 0
    }
    state[0] += a
    state[1] += b
    state[2] += c
    state[3] += d
    state[4] += e
    state[5] += f
    state[6] += g
    state[7] += h
  }
}

const utf8 = new TextEncoder()
const textOf = (bytes) => new TextDecoder().decode(bytes)
const hashText = (text) => sha256(utf8.encode(text))

/* The files of a ZIP by its central directory (APPNOTE 4.3): stored or deflated, without encryption. */
async function filesOfZip(file) {
  const bytes = new Uint8Array(await file.arrayBuffer())
  const view = new DataView(bytes.buffer)
  let end = bytes.length - 22
  while (end >= 0 && view.getUint32(end, true) !== 0x06054b50) end -= 1
  if (end < 0) throw new Error('no zip')
  const files = new Map()
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
    const start = local + 30 + view.getUint16(local + 26, true) + view.getUint16(local + 28, true)
    if (!name.endsWith('/')) files.set(name, () => unpack(bytes.subarray(start, start + packed), method))
    at += 46 + nameLength + extraLength + noteLength
  }
  return files
}

async function unpack(bytes, method) {
  if (method === 0) return bytes
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('deflate-raw'))
  return new Uint8Array(await new Response(stream).arrayBuffer())
}

function filesOfFolder(list) {
  const files = new Map()
  for (const file of list)
    files.set(file.webkitRelativePath || file.name, async () => new Uint8Array(await file.arrayBuffer()))
  return files
}

/* Names from the folder on in which the manifest lies: unpacking puts the pack into a folder of its own. */
function fromManifest(files) {
  const place = [...files.keys()]
    .filter((name) => name === manifestName || name.endsWith('/' + manifestName))
    .sort((a, b) => a.length - b.length)[0]
  if (place === undefined) return null
  const root = place.slice(0, place.length - manifestName.length)
  return new Map(
    [...files]
      .filter(([name]) => name.startsWith(root))
      .map(([name, read]) => [name.slice(root.length).normalize('NFC'), read]),
  )
}

async function check(given, tell) {
  const files = fromManifest(given)
  if (!files) return { faults: [['noManifest']] }
  const manifestBytes = await files.get(manifestName)()
  const manifest = JSON.parse(textOf(manifestBytes))
  const faults = []
  const hashes = new Map()
  const named = new Set(selfNames)
  for (const [index, { path, bytes, sha256: expected }] of manifest.files.entries()) {
    named.add(path)
    tell(index + 1, manifest.files.length)
    const read = files.get(path)
    if (!read) {
      faults.push(['missing', path])
      continue
    }
    const content = await read().catch(() => null)
    const found = content && sha256(content)
    hashes.set(path, found)
    if (!content || content.length !== bytes || found !== expected) faults.push(['changed', path])
    await new Promise((resolve) => setTimeout(resolve))
  }
  for (const path of files.keys()) if (!named.has(path)) faults.push(['extra', path])
  const record = files.has(recordName) ? JSON.parse(textOf(await files.get(recordName)())) : null
  const chain = record
    ? checkChain(record)
    : { faults: [['missing', recordName]], digests: new Map(), shown: 0 }
  faults.push(...chain.faults)
  if (record && record.head.hash !== manifest.head.hash) faults.push(['head', manifest.head.seq])
  for (const one of manifest.cases) faults.push(...(await checkCase(one, manifest, files, chain.digests)))
  return { faults, manifest, shown: chain.shown, manifestHash: sha256(manifestBytes) }
}

/* Every link after the one before: its hash covers the hash before, who, when, what and the hash of the details. */
function checkChain({ genesis, links, head }) {
  const faults = []
  const digests = new Map()
  let previous = genesis
  let shown = 0
  for (const link of links) {
    if (link.upTo !== undefined) {
      previous = link.hash
      continue
    }
    const { seq, at, actor, action, caseId, form, details, detailsHash, caseDigest, salt } = link
    const said =
      form === 1
        ? [previous, seq, at, actor, action, caseId, details]
        : [previous, form, seq, at, actor, action, caseId, detailsHash, caseDigest]
    if (hashText(JSON.stringify(said)) !== link.hash) faults.push(['link', seq])
    if (details !== undefined) shown += 1
    if (form !== 1 && details !== undefined && hashText(salt + details) !== detailsHash)
      faults.push(['details', seq])
    if (caseDigest) digests.set(caseId, { seq, digest: caseDigest })
    previous = link.hash
  }
  if (previous !== head.hash) faults.push(['head', head.seq])
  return { faults, digests, shown }
}

/* The state of a case has the hash that its last deed recorded, and names every letter, file and message by its hash. */
async function checkCase({ id, number, state }, manifest, files, digests) {
  const read = files.get(state)
  const recorded = digests.get(id)
  if (!read || !recorded) return recorded ? [] : [['unsealed', number]]
  const bytes = await read()
  const faults = sha256(bytes) === recorded.digest ? [] : [['state', number, recorded.seq]]
  const text = textOf(bytes)
  for (const { path, sha256: hash, kind, case: of } of manifest.files)
    if (of === number && ['letter', 'mail', 'attachment'].includes(kind) && !text.includes(hash))
      faults.push(['unknown', path])
  return faults
}

/* What follows only shows. */
const byId = (id) => document.getElementById(id)

function element(tag, text, className) {
  const made = document.createElement(tag)
  if (text !== undefined) made.textContent = text
  if (className) made.className = className
  return made
}

function fill(template, ...values) {
  return template.replace(/\{(\d)\}/g, (_, place) => String(values[Number(place)] ?? ''))
}

function show() {
  document.documentElement.lang = lang
  document.title = words[lang].title
  for (const node of document.querySelectorAll('[data-text]'))
    node.textContent = words[lang][node.dataset.text]
  byId('langs').replaceChildren(
    ...Object.keys(words).map((each) => {
      const button = element('button', words[each].name)
      button.type = 'button'
      button.lang = each
      button.setAttribute('aria-pressed', String(each === lang))
      button.addEventListener('click', () => {
        lang = each
        show()
      })
      return button
    }),
  )
  byId('result').replaceChildren(...(last ? findings(last) : []))
}

function findings({ faults, manifest, shown, manifestHash }) {
  const texts = words[lang]
  const isWhole = faults.length === 0
  const nodes = [element('p', isWhole ? texts.whole : texts.broken, 'banner ' + (isWhole ? 'good' : 'bad'))]
  if (!isWhole) {
    const list = element('ul')
    for (const [kind, ...values] of faults) list.append(element('li', fill(texts.faults[kind], ...values)))
    nodes.push(list)
  }
  if (!manifest) return nodes
  const { cases, files, madeAt, madeBy, operator, head } = manifest
  const facts = element('ul')
  for (const line of [
    fill(texts.counted, files.length, cases.length, shown),
    fill(texts.made, operator[lang], madeAt.replace('T', ' ').slice(0, 16), madeBy),
    fill(texts.head, head.seq, head.hash),
    fill(texts.manifest, manifestHash),
  ])
    facts.append(element('li', line))
  nodes.push(facts, element('p', texts.compare))
  return nodes
}

async function run(read) {
  last = null
  byId('result').replaceChildren()
  byId('state').textContent = words[lang].reading
  try {
    last = await check(await read(), (done, total) => {
      byId('state').textContent = fill(words[lang].checking, done, total)
    })
  } catch {
    last = { faults: [['unreadable']] }
  }
  byId('state').textContent = words[lang].done
  show()
}

byId('zip').addEventListener(
  'change',
  ({ target }) => target.files[0] && void run(() => filesOfZip(target.files[0])),
)
byId('folder').addEventListener(
  'change',
  ({ target }) => target.files.length > 0 && void run(async () => filesOfFolder(target.files)),
)
show()
