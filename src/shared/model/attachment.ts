import { z } from 'zod'
import { AttachmentId, Sha256 } from './ids.ts'

/** A file of a case. */
export const Attachment = z.object({
  id: AttachmentId,
  name: z.string(),
  mime: z.string(),
  size: z.number().int(),
  sha256: Sha256,
  /** `email`: the message itself, as it came. */
  role: z.enum(['email', 'document']),
})
export type Attachment = z.infer<typeof Attachment>
