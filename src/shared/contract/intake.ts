import { z } from 'zod'
import { Applicant, CaseKind } from '../model/case.ts'
import { Bytes } from '../model/ids.ts'
import { LocalDate } from '../model/local-date.ts'
import { command } from './call.ts'

export const intake = {
  /**
   * Reads an e-mail file and proposes the case it would become. Nothing is stored yet:
   * the engine holds the message in memory until it is registered or the vault is locked.
   */
  read: command({
    input: z.object({ bytes: Bytes }),
    output: z.object({
      emailId: z.string(),
      from: z.string(),
      subject: z.string(),
      /** By the topmost `Received` header (our own server's clock), else by `Date`; null where neither can be read. */
      receivedOn: LocalDate.nullable(),
      text: z.string(),
      attachments: z.array(z.object({ name: z.string(), mime: z.string(), size: z.number().int() })),
      proposal: z.object({
        kind: CaseKind.nullable(),
        /** The words of the e-mail that led to the kind. */
        because: z.array(z.string()),
        applicant: Applicant,
        documentsEnclosed: z.boolean(),
        site: z.string(),
      }),
      /** Number of the case that this very message is registered as already. */
      registeredAs: z.string().nullable(),
    }),
  }),
}
