import type { CallName, Input, Output } from '../../src/shared/contract/index.ts'
import { markedInputs } from './inputs.ts'

/** Asks, and expects an answer. */
export type Ask = <N extends CallName>(name: N, input: Input<N>) => Promise<Output<N>>

/** Asks and notes each field that a mark was typed in. */
export function recording(ask: Ask, fields: Set<string>): Ask {
  return async (name, input) => {
    for (const field of markedInputs(name, input)) fields.add(field)
    return ask(name, input)
  }
}

/** Asks what is refused: words that lead to nothing may not stay anywhere either. */
export async function refused<N extends CallName>(ask: Ask, name: N, input: Input<N>): Promise<void> {
  const answered = await ask(name, input).then(
    () => true,
    () => false,
  )
  if (answered) throw new Error(`${name} was not refused`)
}
