import type { CdpSession } from './cdp.ts'

type Evaluated = { result: { value?: unknown }; exceptionDetails?: { exception?: { description?: string } } }

/** Runs code in the page's own world, and waits for its promise. Throws what the code throws. */
export async function evaluate(
  session: CdpSession,
  expression: string,
  userGesture = false,
): Promise<unknown> {
  const { result, exceptionDetails } = await session.send<Evaluated>('Runtime.evaluate', {
    expression,
    userGesture,
    awaitPromise: true,
    returnByValue: true,
  })
  const { exception } = exceptionDetails ?? {}
  if (exceptionDetails) throw new Error(exception?.description ?? 'Script failed to execute')
  return result.value
}

/** Asks the page's own `beforeunload` listeners, in the event's own kind, so that their return value counts. */
export async function mayUnload(session: CdpSession): Promise<boolean> {
  const question = `(() => {
    const event = document.createEvent('BeforeUnloadEvent')
    event.initEvent('beforeunload', false, true)
    window.dispatchEvent(event)
    return !event.defaultPrevented && event.returnValue === ''
  })()`
  return (await evaluate(session, question, true)) as boolean
}
