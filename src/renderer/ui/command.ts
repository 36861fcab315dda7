import { notifications } from '@mantine/notifications'
import { useMutation } from '@tanstack/react-query'
import type { Result } from '../../shared/errors.ts'
import { ask } from '../api.ts'

/** A call that the officer starts. `error` holds the refusal until the next try. */
export function useCommand<I, T>(call: (input: I) => Promise<Result<T>>) {
  return useMutation({ mutationFn: (input: I) => ask(call(input)) })
}

let said = ''

/** A quiet word that something was done. Only the newest stands: a queue of old news would cover the work. */
export function say(message: string): void {
  notifications.hide(said)
  // Under the name of the old one it would stand for the rest of its time alone, a moment at worst.
  said = notifications.show({ message, color: 'sky', autoClose: 4000, withBorder: true })
}

/** A word that something could not be done. */
export function warn(message: string): void {
  notifications.show({ message, color: 'red', autoClose: 8000, withBorder: true })
}
