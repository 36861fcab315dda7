import type { CaseCard } from '../../src/shared/contract/cases.ts'
import type { Output } from '../../src/shared/contract/index.ts'
import type { Desk } from './desk.ts'
export type ReadEmail = Output<'intake.read'>
/** Plays the whole main job on one e-mail: registered, answered, sent, closed. Gives the case as it then stands. */
export declare function workOn(desk: Desk, email: ReadEmail, letters: string): Promise<CaseCard>
