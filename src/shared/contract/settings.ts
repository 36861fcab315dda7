import { z } from 'zod'
import { Bytes } from '../model/ids.ts'
import { Organisation, PictureName, Settings, SmtpForm } from '../model/settings.ts'
import { command, query } from './call.ts'

export const settings = {
  /** `suggested`: the operator of the pack, for a register that has none yet. */
  read: query({ input: z.object({}), output: Settings.extend({ suggested: Organisation }) }),
  pictures: query({
    input: z.object({}),
    output: z.object({ logo: Bytes.nullable(), signature: Bytes.nullable(), stamp: Bytes.nullable() }),
  }),
  /** A PNG; null takes the picture away. `imageInvalid` or `imageTooLarge`: the picture there was stays. */
  savePicture: command({
    input: z.object({ name: PictureName, png: Bytes.nullable() }),
    output: z.object({}),
  }),
  saveOrganisation: command({ input: Organisation, output: z.object({}) }),
  saveSmtp: command({ input: SmtpForm, output: z.object({}) }),
}
