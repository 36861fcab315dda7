import { z } from 'zod'

const pattern = /^(\d{4})-(\d{2})-(\d{2})$/

function isRealDate(text: string): boolean {
  const match = pattern.exec(text)
  // Years 0001 to 9989: some way back and ahead, a date still has four digits.
  if (!match || text < '0001' || text >= '9990') return false
  const date = new Date(`${text}T00:00:00Z`)
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text)
}

/** A civil date in Asia/Almaty, `YYYY-MM-DD`. It has no time and no zone; as text it sorts by time. */
export const LocalDate = z.string().refine(isRealDate, 'not a date of the calendar').brand('LocalDate')
export type LocalDate = z.infer<typeof LocalDate>
