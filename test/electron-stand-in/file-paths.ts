import type { CdpSession } from './cdp.ts'

type Paused = { callFrames: { callFrameId: string; functionName: string }[] }
type Evaluated = { result: { objectId: string } }

/** Answers `webUtils.getPathForFile`, which must answer at once: the page waits at a `debugger` statement meanwhile. */
export function answerFilePathQuestions(session: CdpSession): void {
  session.on('Debugger.paused', ({ callFrames: [frame] }: Paused) => {
    const answered =
      frame?.functionName === 'standInPathQuestion' ? answer(session, frame.callFrameId) : undefined
    Promise.resolve(answered)
      .catch((error: unknown) => console.error('electron-stand-in: getPathForFile:', error))
      .finally(() => session.tell('Debugger.resume'))
  })
  session.tell('Debugger.enable')
}

async function answer(session: CdpSession, callFrameId: string): Promise<void> {
  const evaluate = (expression: string) =>
    session.send<Evaluated>('Debugger.evaluateOnCallFrame', { callFrameId, expression })
  const { objectId } = (await evaluate('answer.file')).result
  const { path } = await session.send<{ path: string }>('DOM.getFileInfo', { objectId })
  await evaluate(`answer.path = ${JSON.stringify(path)}`)
}
