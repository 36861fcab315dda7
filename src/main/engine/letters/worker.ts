import { join } from 'node:path'
import { parentPort, workerData } from 'node:worker_threads'
import { z } from 'zod'
import { AppFailure, type AppError } from '../../../shared/errors.ts'
import { loadFonts } from './fonts.ts'
import { typesetterHere } from './typesetter.ts'
import type { TypesetCall, TypesetReply } from './worker-typesetter.ts'

/** The worker that sets letters. */

if (!parentPort) throw new Error('letters are set in a worker')
const port = parentPort
const { resources } = z.object({ resources: z.string() }).parse(workerData)
const typesetter = typesetterHere(resources)

port.on('message', (call: TypesetCall) => {
  answer(call).then(
    (value) => port.postMessage({ id: call.id, value } satisfies TypesetReply),
    (error: unknown) => port.postMessage({ id: call.id, error: failureOf(error) } satisfies TypesetReply),
  )
})

function answer(call: TypesetCall): Promise<unknown> {
  switch (call.method) {
    case 'typeset':
      return typesetter.typeset(call.document)
    case 'typesetReport':
      return typesetter.typesetReport(call.document)
  }
}

/** The first letter finds the fonts read; what is wrong with them it tells itself. */
try {
  loadFonts(join(resources, 'fonts'))
} catch (error) {
  if (!(error instanceof AppFailure)) throw error
}

function failureOf(error: unknown): AppError {
  if (error instanceof AppFailure) return { code: error.code, details: error.details }
  console.error(`a letter was not set: ${error instanceof Error ? error.name : 'no error'}`)
  return { code: 'internal', details: {} }
}
