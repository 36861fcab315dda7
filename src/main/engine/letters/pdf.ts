import PdfKit from 'pdfkit'
import type { DocumentFile, RunStyle } from '../../../core/letters/document.ts'
import type { Lang } from '../../../shared/model/lang.ts'
import type { LocalDate } from '../../../shared/model/local-date.ts'
import type { LetterFonts } from './fonts.ts'
import { imageOf, type PdfImage } from './images.ts'
import { page, type Sheet } from './page.ts'

/** What a PDF says of itself, in `Info` and in its XMP metadata. */
export type PdfFacts = { title: string; lang: Lang; date: LocalDate; sheet?: Sheet }

/** An embedded face of pdfkit 0.20.2. */
export type PdfFace = {
  id: string
  ref(): unknown
  /** Glyphs as hexadecimal codes of the subset, and their advances in thousandths of the type size. */
  encode(text: string): [codes: string[], positions: { xAdvance: number; advanceWidth: number }[]]
}

/** The parts of pdfkit 0.20.2 that its types leave out. */
type Inside = {
  _font: PdfFace
  _root: { data: Record<string, unknown> }
  page: { fonts: Record<string, unknown>; xobjects: Record<string, unknown> }
}

export type Pdf = {
  document: PDFKit.PDFDocument
  faceOf(style: RunStyle): PdfFace
  /** Puts a PNG among the resources of the current page and tells its name there. */
  imageName(bytes: Uint8Array): string
}

/**
 * An empty tagged PDF after PDF/A-3a and PDF/UA-1. pdfkit's own `subset` is not used: it looks for the colour
 * profile beside its module, where a bundle has none.
 */
export function openPdf(facts: PdfFacts, fonts: LetterFonts): Pdf {
  const { sheet = page } = facts
  const options = {
    size: [sheet.width, sheet.height],
    margin: 0,
    autoFirstPage: false,
    pdfVersion: '1.7',
    tagged: true,
    lang: facts.lang,
    displayTitle: true,
    info: {
      Title: facts.title,
      Producer: 'Zhauap',
      Creator: 'Zhauap',
      CreationDate: noonInAlmaty(facts.date),
    },
    // No font at all until a letter asks for one: pdfkit would embed Helvetica.
    font: null as unknown as string,
  } satisfies PDFKit.PDFDocumentOptions
  const document = new PdfKit(options)
  declareConformance(document, fonts.colourProfile)
  return { document, faceOf: faceFinder(document, fonts), imageName: imageNamer(document) }
}

/** Puts the face among the resources of the current page and tells its name there. */
export function useFace(document: PDFKit.PDFDocument, face: PdfFace): string {
  insideOf(document).page.fonts[face.id] ??= face.ref()
  return face.id
}

/** A file within the PDF, as data that belong to all of it. */
export function attach(
  { document }: Pdf,
  { name, type, description, text }: DocumentFile,
  date: LocalDate,
): void {
  const at = noonInAlmaty(date)
  const options = {
    name,
    type,
    description,
    creationDate: at,
    modifiedDate: at,
    relationship: 'Data',
  }
  document.file(Buffer.from(text, 'utf8'), options)
}

/** All the bytes, once the document is ended. Rejects when pdfkit fails. */
export function collect(document: PDFKit.PDFDocument): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    const chunks: Uint8Array[] = []
    document.on('data', (chunk: Uint8Array) => chunks.push(chunk))
    document.on('error', reject)
    document.on('end', () => resolve(new Uint8Array(Buffer.concat(chunks))))
    document.end()
  })
}

function faceFinder(document: PDFKit.PDFDocument, fonts: LetterFonts): (style: RunStyle) => PdfFace {
  const faces = new Map<RunStyle, PdfFace>()
  return (style) => {
    const known = faces.get(style)
    if (known) return known
    // pdfkit takes a font that fontkit has parsed already; its types know only bytes.
    document.font(fonts[style].font as unknown as Uint8Array)
    const { _font: face } = insideOf(document)
    faces.set(style, face)
    return face
  }
}

function imageNamer(document: PDFKit.PDFDocument): (bytes: Uint8Array) => string {
  const refs = new Map<PdfImage, { name: string; ref: unknown }>()
  return (bytes) => {
    const image = imageOf(bytes)
    const known = refs.get(image) ?? { name: `I${refs.size + 1}`, ref: embed(document, image) }
    refs.set(image, known)
    insideOf(document).page.xobjects[known.name] ??= known.ref
    return known.name
  }
}

function embed(document: PDFKit.PDFDocument, { width, height, colours, transparency }: PdfImage): unknown {
  const object = (bytes: Uint8Array, more: Record<string, unknown>): unknown => {
    const ref = document.ref({
      Type: 'XObject',
      Subtype: 'Image',
      Width: width,
      Height: height,
      BitsPerComponent: 8,
      Filter: 'FlateDecode',
      ...more,
    })
    ref.end(bytes)
    return ref
  }
  const mask = transparency && object(transparency, { ColorSpace: 'DeviceGray' })
  return object(colours, { ColorSpace: 'DeviceRGB', ...(mask ? { SMask: mask } : {}) })
}

function declareConformance(document: PDFKit.PDFDocument, colourProfile: Uint8Array): void {
  document.appendXML(conformance)
  const profile = document.ref({ N: 3 })
  profile.write(colourProfile)
  profile.end(undefined)
  const intent = document.ref({
    Type: 'OutputIntent',
    S: 'GTS_PDFA1',
    Info: new String('sRGB IEC61966-2.1'),
    OutputConditionIdentifier: new String('sRGB IEC61966-2.1'),
    DestOutputProfile: profile,
  })
  intent.end(undefined)
  const { _root: root } = insideOf(document)
  root.data['OutputIntents'] = [intent]
}

function insideOf(document: PDFKit.PDFDocument): Inside {
  return document as unknown as Inside
}

/** A letter has a date and no hour; at noon in Almaty (UTC+5) that date is the same almost everywhere on Earth. */
function noonInAlmaty(date: LocalDate): Date {
  return new Date(`${date}T12:00:00+05:00`)
}

/** PDF/A-3a, and PDF/UA-1 with the extension schema that PDF/A demands for it. */
const conformance = `
        <rdf:Description xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/" rdf:about="">
            <pdfaid:part>3</pdfaid:part>
            <pdfaid:conformance>A</pdfaid:conformance>
        </rdf:Description>
        <rdf:Description xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/" rdf:about="">
            <pdfuaid:part>1</pdfuaid:part>
        </rdf:Description>
        <rdf:Description rdf:about=""
            xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"
            xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#"
            xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
            <pdfaExtension:schemas>
                <rdf:Bag>
                    <rdf:li rdf:parseType="Resource">
                        <pdfaSchema:schema>PDF/UA Universal Accessibility Schema</pdfaSchema:schema>
                        <pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
                        <pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
                        <pdfaSchema:property>
                            <rdf:Seq>
                                <rdf:li rdf:parseType="Resource">
                                    <pdfaProperty:name>part</pdfaProperty:name>
                                    <pdfaProperty:valueType>Integer</pdfaProperty:valueType>
                                    <pdfaProperty:category>internal</pdfaProperty:category>
                                    <pdfaProperty:description>Part of ISO 14289</pdfaProperty:description>
                                </rdf:li>
                            </rdf:Seq>
                        </pdfaSchema:property>
                    </rdf:li>
                </rdf:Bag>
            </pdfaExtension:schemas>
        </rdf:Description>
`
