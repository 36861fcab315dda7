import { z } from 'zod'

/** Where a message came from: a file the officer opened, or the mailbox of requests. */
export const IncomingSource = z.enum(['file', 'mailbox'])
export type IncomingSource = z.infer<typeof IncomingSource>

/** RFC 5322 as mail programs save it, or Outlook's own file. */
export const IncomingFormat = z.enum(['eml', 'msg'])
export type IncomingFormat = z.infer<typeof IncomingFormat>

/**
 * What a message is by its form. `bounce`: a letter of ours did not arrive; `report`: it was delayed, or did arrive;
 * `automatic`: written by a program, such as an answer of who is on leave.
 */
export const IncomingNature = z.enum(['request', 'bounce', 'report', 'automatic'])
export type IncomingNature = z.infer<typeof IncomingNature>

/** `filed`: put to the letter it tells of. Whatever is not `waiting` was settled by the officer. */
export const IncomingState = z.enum(['waiting', 'registered', 'attached', 'filed', 'setAside'])
export type IncomingState = z.infer<typeof IncomingState>

/** What a report says of a letter of ours (RFC 3464 section 2.3.3). */
export const ReportOutcome = z.enum(['failed', 'delayed', 'delivered'])
export type ReportOutcome = z.infer<typeof ReportOutcome>

/** Why a file deserves care. `program`: it may run when opened; `disguised`: it is not what its name says. */
export const FileDanger = z.enum(['program', 'macros', 'disguised', 'locked'])
export type FileDanger = z.infer<typeof FileDanger>
