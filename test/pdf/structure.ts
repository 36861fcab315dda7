import { inflateSync } from 'node:zlib'

/** The objects of a PDF as pdfkit writes them: plain, one after another (ISO 32000-1, 7.3). */
type PdfObject = { text: string; stream: string }

function objectsOf(pdf: Uint8Array): Map<string, PdfObject> {
  const file = Buffer.from(pdf).toString('latin1')
  const objects = new Map<string, PdfObject>()
  for (const [, id = '', body = ''] of file.matchAll(/(?:^|\n)(\d+) 0 obj\n([\s\S]*?)\nendobj/g)) {
    const [text = '', ...rest] = body.split('\nstream\n')
    const raw = Buffer.from(rest.join('\nstream\n').replace(/\nendstream$/, ''), 'latin1')
    const isPacked = raw.length > 0 && text.includes('/FlateDecode')
    objects.set(id, { text, stream: (isPacked ? inflateSync(raw) : raw).toString('latin1') })
  }
  return objects
}

/** What of PDF/A-3a and PDF/UA-1 a file keeps not, one line each; empty for a file that is as it should be. */
export function faultsOfPdf(pdf: Uint8Array): string[] {
  const objects = objectsOf(pdf)
  const all = [...objects.values()]
  const of = (type: string): PdfObject[] =>
    all.filter(({ text }) => new RegExp(`/Type /${type}\\b`).test(text))
  const faults: string[] = []
  const demand = (holds: boolean, fault: string): void => {
    if (!holds) faults.push(fault)
  }

  const [catalog] = of('Catalog')
  demand(catalog !== undefined, 'no catalog')
  const root = catalog?.text ?? ''
  demand(/\/MarkInfo \d+ 0 R|\/Marked true/.test(root), 'no MarkInfo')
  demand(
    all.some(({ text }) => text.includes('/Marked true')),
    'not marked',
  )
  demand(/\/Lang \((ru|kk)\)/.test(root), 'no language')
  demand(root.includes('/StructTreeRoot'), 'no structure tree')
  demand(root.includes('/OutputIntents'), 'no output intent')
  demand(
    all.some(({ text }) => text.includes('/DisplayDocTitle true')),
    'title not shown',
  )
  demand(!all.some(({ text }) => /\/(JavaScript|JS|Launch|EmbeddedFiles \[\])\b/.test(text)), 'an action')

  const xmp = Buffer.from(of('Metadata')[0]?.stream ?? '', 'latin1').toString('utf8')
  for (const mark of ['<pdfaid:part>3<', '<pdfaid:conformance>A<', '<pdfuaid:part>1<', '<dc:title>'])
    demand(xmp.includes(mark), `no ${mark} in the metadata`)

  for (const { text } of of('Font')) {
    const isComposite = text.includes('/Subtype /Type0')
    if (isComposite) demand(text.includes('/ToUnicode'), 'a font without its characters')
    else demand(text.includes('/Subtype /CIDFontType2') && text.includes('/CIDToGIDMap'), 'a simple font')
  }
  for (const { text } of of('FontDescriptor'))
    demand(text.includes('/FontFile2'), 'a font that is not embedded')

  const elements = all.filter(
    ({ text }) => /\/S \/\w+/.test(text) && text.includes('/P ') && !text.includes('/OutputIntent'),
  )
  demand(elements.length > 0, 'no structure elements')
  for (const { text } of elements) {
    if (text.includes('/S /Figure')) {
      demand(/\/Alt \S/.test(text), 'a figure that tells nothing')
      demand(text.includes('/BBox'), 'a figure without its box')
    }
    if (/\/S \/TH\b/.test(text)) demand(text.includes('/Scope /Column'), 'a header cell of nothing')
  }

  for (const { text } of of('Page')) {
    demand(/\/Tabs \/S/.test(text), 'no tab order')
    demand(/\/StructParents \d+/.test(text), 'a page outside the structure')
    const contents = /\/Contents (\d+) 0 R/.exec(text)?.[1] ?? ''
    for (const fault of untagged(objects.get(contents)?.stream ?? '')) faults.push(fault)
  }
  return faults
}

/** Text, images and paths outside marked content, and marked content that is nested or never ends. */
function untagged(content: string): string[] {
  const faults: string[] = []
  let depth = 0
  for (const [operator] of content.matchAll(/\b(?:BDC|BMC|EMC|TJ|Tj|Do|S|f)\b(?=\s|$)/g)) {
    if (operator === 'BDC' || operator === 'BMC') depth += 1
    else if (operator === 'EMC') depth -= 1
    else if (depth === 0) faults.push(`untagged content: ${operator}`)
    if (depth < 0 || depth > 1) faults.push('marked content is nested or ends twice')
  }
  if (depth !== 0) faults.push('marked content never ends')
  return faults
}

/** The files within a PDF, and how each belongs to it. */
export function attachmentsOf(pdf: Uint8Array): { relationship: string; content: string }[] {
  const objects = objectsOf(pdf)
  return [...objects.values()].flatMap(({ text }) => {
    const file = /\/Type \/Filespec/.test(text) && /\/F (\d+) 0 R/.exec(text)?.[1]
    if (!file) return []
    const content = Buffer.from(objects.get(file)?.stream ?? '', 'latin1').toString('utf8')
    return [{ relationship: /\/AFRelationship \/(\w+)/.exec(text)?.[1] ?? '', content }]
  })
}
