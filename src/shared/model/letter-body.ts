import { z } from 'zod'
import { limits } from './case.ts'

const Run = z.object({ text: z.string().max(limits.note), style: z.enum(['regular', 'bold', 'italic']) })
const Runs = z.array(Run).max(500)
const Column = z.object({
  share: z.number().positive().max(100),
  align: z.enum(['left', 'centre', 'right']),
})

/** What a letter may say: a small set of blocks, never markup. Every row of a table has a cell a column. */
export const BodyBlock = z.discriminatedUnion('type', [
  z.object({ type: z.literal('paragraph'), runs: Runs }),
  z.object({ type: z.literal('heading'), runs: Runs }),
  z.object({ type: z.literal('list'), items: z.array(Runs).max(500) }),
  z
    .object({
      type: z.literal('table'),
      columns: z.array(Column).min(1).max(8),
      header: z.array(Runs),
      rows: z.array(z.array(Runs)).max(300),
    })
    .refine(({ columns, header, rows }) => [header, ...rows].every((row) => row.length === columns.length)),
])
export type BodyBlock = z.infer<typeof BodyBlock>

/** The text of a letter in one language as the officer has it. */
export const LetterBody = z.array(BodyBlock).max(300)
export type LetterBody = z.infer<typeof LetterBody>
