import { z } from 'zod'
import { Protection } from '../model/protection.ts'
import { command, query } from './call.ts'

export const protection = {
  read: query({ input: z.object({}), output: Protection }),
  save: command({ input: Protection, output: z.object({}) }),
}
