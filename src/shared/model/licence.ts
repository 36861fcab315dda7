import { z } from 'zod'

/** A package of others that is part of the program, and the whole text it is given to us under. */
export const Licence = z.object({
  name: z.string(),
  version: z.string(),
  /** SPDX expression. */
  licence: z.string(),
  text: z.string().min(1),
})
export type Licence = z.infer<typeof Licence>
