import type { CallName, Input, Output } from '../../src/shared/contract/index.ts'
/** An officer at work: the engine over a vault, asked by the same calls as the window asks it. */
export type Desk = {
  ask<N extends CallName>(name: N, input: Input<N>): Promise<Output<N>>
  /** Resolves when no mail is queued or under way. */
  mailSettled(): Promise<void>
  close(): Promise<void>
}
export declare function openDesk(vault: string, now: () => number): Desk
