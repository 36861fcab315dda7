import { z } from 'zod'

/**
 * Which form a draft is of, and of what: `note:17`, `step:17:decide`, `newCase:claim-17`. One officer has one draft a name;
 * with what it names it is destroyed (`engine/retention`).
 */
export const DraftName = z
  .string()
  .regex(/^[a-z][A-Za-z]*(:[A-Za-z0-9-]+){0,3}$/)
  .max(100)
export type DraftName = z.infer<typeof DraftName>

/** A form's own business, as text: the engine keeps it and never looks into it. */
export const DraftValue = z.string().max(4_000_000)
