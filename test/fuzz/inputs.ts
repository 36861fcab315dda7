import fc from 'fast-check'
import { z } from 'zod'
import { Bytes } from '../../src/shared/model/ids.ts'
import { LocalDate } from '../../src/shared/model/local-date.ts'

/** Inputs for a call: as its schema has them, and the same with something wrong. */

type Json = z.core.JSONSchema.BaseSchema
type Path = readonly (string | number)[]

/** Texts that have broken programs: syntax of search, SQL and formulas, halves of letters, invisible and turned ones. */
const awkwardTexts = [
  '',
  ' ',
  "'; DROP TABLE cases; --",
  '"',
  '*',
  'NEAR("а" "б")',
  'а AND OR NOT',
  '%_%',
  '=HYPERLINK("http://x")',
  '{{applicant.name}} **жирно** {{нет:такого}}',
  '__proto__',
  'constructor',
  '\u0000',
  'а\u0000б',
  '\ud800',
  '\u202eобратно\u200b',
  '🙂👩‍👩‍👧‍👦',
  'е\u0308',
  '<script>alert(1)</script>',
  'строка\r\nBcc: x@example.com',
  'Ә'.repeat(20_000),
]
const plausibleTexts = [
  'Үмбетова',
  'ДС-2026-0001',
  'gulnar@example.com',
  '+7 700 000 00 00',
  '900101300126',
  'crm',
  'kazteleport.kz',
  'access-reply',
  'registration-notice',
  'access',
  'ru',
  '09:00',
  '2026-11-20',
  '2026-11-20T06:00:00.000Z',
]
const dates = [
  '2026-11-20',
  '2026-11-23',
  '2012-12-31',
  '2024-02-29',
  '2028-12-31',
  '2029-01-01',
  '9999-12-31',
]

/** What `known` holds are texts that mean something to the register under test. */
export function inputsOf(schema: z.ZodType, known: readonly string[]): fc.Arbitrary<unknown> {
  const json = z.toJSONSchema(schema, {
    io: 'input',
    unrepresentable: 'any',
    override: ({ zodSchema, jsonSchema }) => {
      if (zodSchema === Bytes) jsonSchema.format = 'bytes'
      if (zodSchema === LocalDate) jsonSchema.format = 'date'
    },
  })
  const fitting = valueOf(json, json, [...known, ...plausibleTexts])
  return fc.oneof(
    { weight: 3, arbitrary: fitting },
    { weight: 2, arbitrary: damaged(fitting) },
    { weight: 1, arbitrary: anything },
  )
}

function valueOf(json: Json, root: Json, known: readonly string[]): fc.Arbitrary<unknown> {
  const inner = (part: Json): fc.Arbitrary<unknown> => valueOf(part, root, known)
  if (json.$ref !== undefined) return inner(resolved(json.$ref, root))
  if (json.const !== undefined) return fc.constant(json.const)
  if (json.enum) return fc.constantFrom(...json.enum)
  const choices = json.anyOf ?? json.oneOf ?? eachType(json)
  if (choices) return fc.oneof(...choices.map((each) => inner(each)))
  if (json.format === 'bytes') return bytes
  switch (json.type ?? 'anything') {
    case 'string':
      return textOf(json, known)
    case 'integer':
    case 'number':
      return numberOf(json)
    case 'boolean':
      return fc.boolean()
    case 'null':
      return fc.constant(null)
    case 'array':
      return fc.array(inner((json.items ?? {}) as Json), { minLength: json.minItems ?? 0, maxLength: 4 })
    case 'object':
      return objectOf(json, inner, known)
    case 'anything':
    default:
      return anything
  }
}

/** `type: ['string', 'null']` as two schemas. */
function eachType(json: Json): Json[] | undefined {
  const type: unknown = json.type
  return Array.isArray(type)
    ? type.map((each: Json['type']): Json => ({ ...json, ...(each && { type: each }) }))
    : undefined
}

function resolved(ref: string, root: Json): Json {
  return root.$defs?.[ref.split('/').at(-1) ?? ''] ?? {}
}

function textOf(json: Json, known: readonly string[]): fc.Arbitrary<string> {
  const usual = fc.constantFrom(...known)
  if (json.format === 'date') return fc.constantFrom(...dates)
  if (json.format === 'email') return fc.constantFrom('a@example.com', 'privacy@operator.example')
  if (json.pattern !== undefined) return fc.oneof(usual, matching(json.pattern))
  const free = fc.oneof(usual, fc.constantFrom(...awkwardTexts), fc.string({ unit: 'binary', maxLength: 40 }))
  const { minLength = 0, maxLength = Infinity } = json
  return free.map((text) => (text.trim().length < minLength ? 'х' : text.slice(0, maxLength)))
}

/** Texts of a pattern; those that fast-check can't make (it knows no look-ahead) come from the lists alone. */
function matching(pattern: string): fc.Arbitrary<string> {
  try {
    return fc.stringMatching(new RegExp(pattern))
  } catch {
    return fc.constantFrom(...plausibleTexts)
  }
}

function numberOf({ minimum, maximum }: Json): fc.Arbitrary<number> {
  const low = Math.max(minimum ?? -3, Number.MIN_SAFE_INTEGER)
  const high = Math.min(maximum ?? Number.MAX_SAFE_INTEGER, Number.MAX_SAFE_INTEGER)
  const small = fc.integer({ min: Math.max(low, -3), max: Math.max(low, Math.min(high, 20)) })
  return fc.oneof({ weight: 8, arbitrary: small }, { weight: 1, arbitrary: fc.constantFrom(low, high) })
}

function objectOf(
  json: Json,
  inner: (part: Json) => fc.Arbitrary<unknown>,
  known: readonly string[],
): fc.Arbitrary<unknown> {
  if (!json.properties && typeof json.additionalProperties === 'object')
    return fc.dictionary(fc.constantFrom(...known), inner(json.additionalProperties), { maxKeys: 4 })
  const properties = Object.entries(json.properties ?? {})
  const model = Object.fromEntries(properties.map(([name, part]) => [name, inner(part as Json)]))
  return fc.record(model, { requiredKeys: (json.required ?? []).filter((name) => name in model) })
}

const bytes = fc.oneof(
  fc.uint8Array({ maxLength: 200 }),
  fc
    .constantFrom('From: a@example.com\r\n\r\nтекст', 'email;phone\r\na@example.com;+77000000000', '%PDF-1.7')
    .map((text) => new Uint8Array(Buffer.from(text))),
)

/** Whatever can cross the wire: structured clones, with dates, maps, cycles of none. */
const anything = fc.anything({
  withBigInt: true,
  withDate: true,
  withMap: true,
  withSet: true,
  withTypedArray: true,
  withSparseArray: true,
  withObjectString: true,
  maxDepth: 3,
})

/** A fitting input with one to three of its parts put wrong, taken away or added. */
export function damaged(fitting: fc.Arbitrary<unknown>): fc.Arbitrary<unknown> {
  const wound = fc.record({
    at: fc.nat(),
    how: fc.constantFrom('replace', 'awkward', 'remove', 'add', 'number'),
    value: anything,
    text: fc.constantFrom(...awkwardTexts),
    number: fc.constantFrom(0, -0, -1, 0.5, Number.NaN, Infinity, 2 ** 53, Number.MAX_VALUE),
  })
  return fc.tuple(fitting, fc.array(wound, { minLength: 1, maxLength: 3 })).map(([input, wounds]) =>
    wounds.reduce((whole, { at, how, value, text, number }) => {
      const paths = pathsOf(whole)
      const path = paths[at % paths.length] ?? []
      if (how === 'remove') return changed(whole, path, undefined)
      if (how === 'add') return changed(whole, [...path.slice(0, -1), 'лишнее'], value)
      return changed(whole, path, { replace: value, awkward: text, number }[how])
    }, input),
  )
}

/** The places of an input, deepest included. */
function pathsOf(value: unknown, here: Path = []): Path[] {
  if (typeof value !== 'object' || value === null || value instanceof Uint8Array) return [here]
  return [here, ...Object.entries(value).flatMap(([key, part]) => pathsOf(part, [...here, key]))]
}

function changed(value: unknown, [key, ...rest]: Path, put: unknown): unknown {
  if (key === undefined) return put
  if (typeof value !== 'object' || value === null) return put
  if (Array.isArray(value))
    return value.map((part, at) => (at === Number(key) ? changed(part, rest, put) : part))
  const { [key]: part, ...others } = value as Record<string, unknown>
  const next = changed(part, rest, put)
  return next === undefined ? others : { ...others, [key]: next }
}

/** What a file may hold in place of a value; not every one has a text. */
export function jsonText(value: unknown): string {
  try {
    return JSON.stringify(value) ?? ''
  } catch {
    return '{}'
  }
}
