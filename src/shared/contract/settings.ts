import { z } from 'zod'
import { Organisation, Settings, SmtpForm } from '../model/settings.ts'
import { command, query } from './call.ts'

export const settings = {
  /** `suggested`: the operator of the pack, for a register that has none yet. */
  read: query({ input: z.object({}), output: Settings.extend({ suggested: Organisation }) }),
  saveOrganisation: command({ input: Organisation, output: z.object({}) }),
  saveSmtp: command({ input: SmtpForm, output: z.object({}) }),
}
