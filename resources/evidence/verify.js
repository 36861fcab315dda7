/*
 * Checks an evidence pack. It runs from the file itself, asks nothing of any network and keeps nothing.
 * `words` (the texts in Russian and Kazakh), `firstLang` and `sha256` stand above this line.
 */
'use strict'

const manifestName = 'manifest.json'
const recordName = 'record.json'
const selfNames = new Set([manifestName])
let lang = firstLang
let last = null

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
    const start = local + 30 + view.getUint16(local + 26, true) + view.getUint16(local + 28, true)
    if (!name.endsWith('/')) files.push([name, () => unpack(bytes.subarray(start, start + packed), method)])
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
  const read = async (file) => new Uint8Array(await file.arrayBuffer())
  return [...list].map((file) => [file.webkitRelativePath || file.name, () => read(file)])
}

/* Names from the folder on in which the manifest lies: unpacking puts the pack into a folder of its own. What lies
   outside of it is no part of the pack and could be taken for one; of two files of one name each program shows another. */
function fromManifest(given) {
  const place = given
    .map(([name]) => name)
    .filter((name) => name === manifestName || name.endsWith('/' + manifestName))
    .sort((a, b) => a.length - b.length)[0]
  if (place === undefined) return null
  const root = place.slice(0, place.length - manifestName.length)
  const files = new Map()
  for (const [whole, read] of given) {
    const name = (whole.startsWith(root) ? whole.slice(root.length) : '../' + whole).normalize('NFC')
    if (files.has(name)) throw new Error('twice')
    files.set(name, read)
  }
  return files
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
    : { faults: [['missing', recordName]], unproven: [], digests: new Map(), shown: 0 }
  faults.push(...chain.faults)
  if (record && record.head.hash !== manifest.head.hash) faults.push(['head', manifest.head.seq])
  for (const one of manifest.cases) {
    if (record) faults.push(...hiddenDetails(one, record))
    faults.push(...(await checkCase(one, manifest, files, chain.digests)))
  }
  const { unproven, shown } = chain
  return { faults, unproven, manifest, shown, manifestHash: sha256(manifestBytes) }
}

/* Every link after the one before: its hash covers the hash before, who, when, what and the hash of the details.
   A stretch that is left out is believed by its end alone: what stands before it is tied to the head by nothing. */
function checkChain({ genesis, links, head }) {
  const faults = []
  const digests = new Map()
  const unproven = []
  let previous = genesis
  let shown = 0
  let lastSeq = 0
  let isAnyShown = false
  let isInGap = false
  for (const link of links) {
    const end = link.upTo === undefined ? link.seq : link.upTo
    const isNext = link.upTo === undefined ? end === lastSeq + 1 : Number.isInteger(end) && end > lastSeq
    if (!isNext) faults.push(['link', lastSeq + 1])
    if (link.upTo !== undefined) {
      if (isAnyShown && isInGap) unproven.at(-1)[1] = end
      else if (isAnyShown) unproven.push([lastSeq + 1, end])
      isInGap = true
      lastSeq = end
      previous = link.hash
      continue
    }
    isAnyShown = true
    isInGap = false
    lastSeq = end
    const { seq, at, actor, action, caseId, form, details, detailsHash, caseDigest, sealed, salt } = link
    const said =
      form === 1
        ? [previous, seq, at, actor, action, caseId, details]
        : [previous, form, seq, at, actor, action, caseId, detailsHash, caseDigest]
    if (form === 3) said.push(sealed)
    if (hashText(JSON.stringify(said)) !== link.hash) faults.push(['link', seq])
    if (details !== undefined) shown += 1
    if (form !== 1 && details !== undefined && hashText(salt + details) !== detailsHash)
      faults.push(['details', seq])
    if (caseDigest) digests.set(caseId, { seq, digest: caseDigest })
    previous = link.hash
  }
  if (previous !== head.hash || lastSeq !== head.seq) faults.push(['head', head.seq])
  return { faults, unproven, digests, shown }
}

/* What the entries of a case tell is shown, unless it was destroyed with the case. */
function hiddenDetails({ id }, { links }) {
  const own = links.filter(({ caseId }) => caseId === id)
  if (own.some(({ action }) => action === 'caseDestroyed')) return []
  return own.filter(({ details }) => details === undefined).map(({ seq }) => ['details', seq])
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

/* 'whole' alone says that nothing was changed. */
function verdictOf({ faults, unproven = [] }) {
  if (faults.length > 0) return 'broken'
  return unproven.length > 0 ? 'unproven' : 'whole'
}

function findings({ faults, unproven = [], manifest, shown, manifestHash }) {
  const texts = words[lang]
  const verdict = verdictOf({ faults, unproven })
  const nodes = [element('p', texts[verdict], 'banner ' + (verdict === 'whole' ? 'good' : 'bad'))]
  if (verdict !== 'whole') {
    const list = element('ul')
    for (const [kind, ...values] of faults) list.append(element('li', fill(texts.faults[kind], ...values)))
    for (const [from, upTo] of unproven) list.append(element('li', fill(texts.gap, from, upTo)))
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
