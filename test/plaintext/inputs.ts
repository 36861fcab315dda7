import { z } from 'zod'
import { contract, findCall, type CallName } from '../../src/shared/contract/index.ts'
import { mark, markedAddress, stems } from './hunt.ts'

/** Which fields of the calls a mark can be put in, and which held one. */

type Schema = z.core.$ZodType
type Leaf = { path: string; schema: Schema; values: unknown[] }

/** Words a mark may have: a field that takes none of these has a closed form, such as a date, a number or a hash. */
const marks: readonly unknown[] = [
  mark('words'),
  'SecretMark77',
  markedAddress('field'),
  '/SecretMark77',
  'note:SecretMark77',
  new Uint8Array(Buffer.from('SecretMark77')),
]

/** Every field of every call that takes words or bytes: `cases.take.step<decide>.reason`. */
export function openInputs(): string[] {
  const calls = Object.entries(contract).flatMap(([noun, verbs]) =>
    Object.entries(verbs).map(([verb, { input }]) => ({ name: `${noun}.${verb}`, input })),
  )
  return calls.flatMap(({ name, input }) =>
    [...leavesOf(input, name, null)]
      .filter(({ schema }) => marks.some((words) => z.safeParse(schema, words).success))
      .map(({ path }) => path),
  )
}

/** The fields of one call that hold a mark; none where the gate would not let the input in. */
export function markedInputs(name: CallName, input: unknown): string[] {
  const call = findCall(contract, name)
  if (!call?.input.safeParse(input).success) return []
  return [...leavesOf(call.input, name, [input])]
    .filter(({ values }) => values.some(isMarked))
    .map(({ path }) => path)
}

function isMarked(value: unknown): boolean {
  const text = value instanceof Uint8Array ? Buffer.from(value).toString() : value
  return typeof text === 'string' && stems.some((stem) => text.includes(stem))
}

/** The leaves of a schema, and what stands in them; `values` null: of whatever may be given. */
function* leavesOf(schema: Schema, path: string, values: unknown[] | null): Generator<Leaf> {
  const given = values?.filter((value) => value !== null && value !== undefined) ?? null
  const inside = (pick: (value: never) => unknown): unknown[] | null =>
    given && given.flatMap((value) => pick(value as never))
  if (schema instanceof z.ZodObject) {
    for (const [key, field] of Object.entries<Schema>(schema.shape))
      yield* leavesOf(
        field,
        `${path}.${key}`,
        inside((value) => [value[key]]),
      )
  } else if (schema instanceof z.ZodArray) {
    yield* leavesOf(
      schema.element,
      `${path}[]`,
      inside((value) => value),
    )
  } else if (schema instanceof z.ZodRecord) {
    yield* leavesOf(
      schema.keyType,
      `${path}{name}`,
      inside((value) => Object.keys(value)),
    )
    yield* leavesOf(
      schema.valueType,
      `${path}{}`,
      inside((value) => Object.values(value)),
    )
  } else if (schema instanceof z.ZodUnion) {
    for (const [at, option] of schema.options.entries())
      yield* leavesOf(
        option,
        path + variantOf(option, at),
        inside((value) => (z.safeParse(option, value).success ? [value] : [])),
      )
  } else if (schema instanceof z.ZodPipe) {
    yield* leavesOf(schema.in, path, given)
  } else if (
    schema instanceof z.ZodNullable ||
    schema instanceof z.ZodOptional ||
    schema instanceof z.ZodDefault ||
    schema instanceof z.ZodPrefault
  ) {
    yield* leavesOf(schema.def.innerType, path, given)
  } else if (
    schema instanceof z.ZodString ||
    schema instanceof z.ZodStringFormat ||
    schema instanceof z.ZodCustom
  ) {
    yield { path, schema, values: given ?? [] }
  } else if (!closed.some((kind) => schema instanceof kind)) {
    throw new Error(`${path}: a schema of another kind`)
  }
}

/** They take no words of one's own. */
const closed = [z.ZodEnum, z.ZodLiteral, z.ZodNumber, z.ZodBoolean]

/** What a variant is told by: the word that names it, its fields, or its place. */
function variantOf(option: Schema, at: number): string {
  if (!(option instanceof z.ZodObject)) return `<${at}>`
  const fields = Object.entries<Schema>(option.shape)
  const named = fields.find(([, field]) => field instanceof z.ZodLiteral)?.[1]
  return `<${named instanceof z.ZodLiteral ? [...named.values].join('|') : fields.map(([key]) => key).join()}>`
}
