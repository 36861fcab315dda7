/*
 * Checks an evidence pack. It runs from the file itself, asks nothing of any network and keeps nothing.
 * `words` (the texts in Russian and Kazakh), `firstLang`, `sha256` and `filesOfZip` stand above this line.
 */
'use strict'

const manifestName = 'manifest.json'
const recordName = 'record.json'
/* What no link of the chain covers: the papers that tell of it, and what is checked by itself. */
const papers = new Set(['index.pdf', 'verify.html', recordName, 'record.csv'])
const papersOfCase = new Set(['card.pdf', 'dates.pdf', 'state.txt'])
/* More than any description of a pack takes. */
const mostBytes = 1073741824
let lang = firstLang
let last = null

const utf8 = new TextEncoder()
const hashText = (text) => sha256(utf8.encode(text))

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
  const manifestBytes = await files.get(manifestName)(mostBytes)
  const manifest = JSON.parse(textOf(manifestBytes))
  const faults = []
  const named = new Set([manifestName])
  for (const [index, { path, bytes, sha256: expected }] of manifest.files.entries()) {
    named.add(path)
    tell(index + 1, manifest.files.length)
    const read = files.get(path)
    if (!read) {
      faults.push(['missing', path])
      continue
    }
    const content = await read(Math.min(bytes, mostBytes)).catch(() => null)
    if (!content || content.length !== bytes || sha256(content) !== expected) faults.push(['changed', path])
    await new Promise((resolve) => setTimeout(resolve))
  }
  for (const path of files.keys()) if (!named.has(path)) faults.push(['extra', path])
  const record = files.has(recordName) ? JSON.parse(textOf(await files.get(recordName)(mostBytes))) : null
  const chain = record
    ? checkChain(record)
    : { faults: [['missing', recordName]], unproven: [], told: new Map(), shown: 0 }
  faults.push(...chain.faults)
  if (record && record.head.hash !== manifest.head.hash) faults.push(['head', manifest.head.seq])
  const folders = byFolder(manifest.files)
  for (const one of manifest.cases) {
    const folder = folderOf(one.state)
    faults.push(...(await checkCase(one, files.get(one.state), folders.get(folder) ?? [], chain.told)))
    folders.delete(folder)
  }
  // What stands in the folder of no case that was checked, and is no paper of the whole.
  for (const own of folders.values())
    for (const { path } of own) if (!papers.has(path)) faults.push(['unknown', path])
  const { unproven, shown } = chain
  return { faults, unproven, manifest, shown, manifestHash: sha256(manifestBytes) }
}

/* Every link after the one before: its hash covers the hash before, who, when, what and the hash of the details.
   A stretch that is left out is believed by its end alone: what stands before it is tied to the head by nothing. */
function checkChain({ genesis, links, head }) {
  const faults = []
  const told = new Map()
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
    const ofCase = told.get(caseId) ?? { seq: null, digest: null, hidden: [], isDestroyed: false }
    told.set(caseId, ofCase)
    if (caseDigest) Object.assign(ofCase, { seq, digest: caseDigest })
    if (details === undefined) ofCase.hidden.push(seq)
    if (action === 'caseDestroyed') ofCase.isDestroyed = true
    previous = link.hash
  }
  if (previous !== head.hash || lastSeq !== head.seq) faults.push(['head', head.seq])
  return { faults, unproven, told, shown }
}

function folderOf(path) {
  return path.slice(0, path.indexOf('/', 'cases/'.length) + 1)
}

/* The files of the description by the folders of their cases, each with the part of its path by which a case names it:
   of what was received that ends with its number. */
function byFolder(files) {
  const folders = new Map()
  for (const { path, sha256: hash } of files) {
    const folder = folderOf(path)
    const name = path.slice(folder.length).replace(/^(received\/\d+ ).*$/s, '$1')
    if (!folders.has(folder)) folders.set(folder, [])
    folders.get(folder).push({ path, name, hash })
  }
  return folders
}

/* The state of a case has the hash that its last deed recorded, and names every letter, file and message by its hash:
   each has to be there under its own name, and nothing besides. What its entries tell is shown. Of a destroyed case
   neither is left. */
async function checkCase({ id, number, state }, read, own, told) {
  const recorded = told.get(id)
  if (!recorded?.digest) return [['unsealed', number]]
  const { seq, digest, hidden, isDestroyed } = recorded
  const faults = isDestroyed ? [] : hidden.map((each) => ['details', each])
  if (!read) return [...faults, ['missing', state]]
  const bytes = await read(mostBytes)
  const sealed = sha256(bytes) === digest ? filesOfState(textOf(bytes)) : null
  if (sealed?.number !== number) return [...faults, ['state', number, seq]]
  const found = new Set()
  for (const { path, name, hash } of own) {
    if (!papersOfCase.has(name) && (found.has(name) || sealed.files.get(name) !== hash))
      faults.push(['unknown', path])
    found.add(name)
  }
  if (isDestroyed) return faults
  for (const name of sealed.files.keys())
    if (!found.has(name)) faults.push(['missing', folderOf(state) + name])
  return faults
}

/* Of the state, a row a table: the number of the case, and the hashes of its files by their names in the pack. */
function filesOfState(text) {
  const rows = text
    .split('\n')
    .slice(0, 14)
    .map((row) => JSON.parse(row))
  const [received, letters, sent] = rows.slice(11)
  const files = [
    ...received.map((row) => [`received/${row[0]} `, row[5]]),
    ...letters.map((row) => [`letters/${row[3]}.pdf`, row[10]]),
    ...sent.map((row) => [`sent/${row[0]}.eml`, row[10]]),
  ]
  return { number: rows[0][0], files: new Map(files.filter(([, hash]) => hash !== null)) }
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
