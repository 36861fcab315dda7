import { z } from 'zod'

const rowId = z.number().int().positive()

export const CaseId = rowId.brand('CaseId')
export type CaseId = z.infer<typeof CaseId>

export const ClockId = rowId.brand('ClockId')
export type ClockId = z.infer<typeof ClockId>

export const AdjustmentId = rowId.brand('AdjustmentId')
export type AdjustmentId = z.infer<typeof AdjustmentId>

export const LetterId = rowId.brand('LetterId')
export type LetterId = z.infer<typeof LetterId>

export const MailId = rowId.brand('MailId')
export type MailId = z.infer<typeof MailId>

export const AttachmentId = rowId.brand('AttachmentId')
export type AttachmentId = z.infer<typeof AttachmentId>

export const IncomingId = rowId.brand('IncomingId')
export type IncomingId = z.infer<typeof IncomingId>

/** SHA-256 as 64 lower-case hexadecimal digits. */
export const Sha256 = z.string().regex(/^[0-9a-f]{64}$/)
export type Sha256 = z.infer<typeof Sha256>

/** A moment as UTC, `YYYY-MM-DDTHH:MM:SS.mmmZ`. */
export const Instant = z.iso.datetime()
export type Instant = z.infer<typeof Instant>

/** File contents. They cross the wire as they are, without base64. */
export const Bytes = z.custom<Uint8Array>((value) => value instanceof Uint8Array, 'not bytes')
