import { z } from 'zod'
import { limits } from '../model/case.ts'
import { Role } from '../model/key.ts'
import { command, query } from './call.ts'

export const OfficerId = z.number().int().positive()
const name = z.string().trim().min(1).max(limits.name)

/** Whom cases are assigned to. An officer without a key of their own can have cases, too. */
export const officers = {
  list: query({
    input: z.object({}),
    output: z.object({
      officers: z.array(
        z.object({
          id: OfficerId,
          name,
          active: z.boolean(),
          role: Role,
          openCases: z.number().int(),
          hasKey: z.boolean(),
        }),
      ),
    }),
  }),
  /** Adds an officer (`id` null), or renames, retires and revives one. `officerKnown`: the name is taken. */
  save: command({
    input: z.object({ id: OfficerId.nullable(), name, active: z.boolean() }),
    output: z.object({}),
  }),
}
