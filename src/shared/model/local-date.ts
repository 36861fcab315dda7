import { z } from 'zod'

const pattern = /^(\d{4})-(\d{2})-(\d{2})$/

function isRealDate(text: string): boolean {
  const match = pattern.exec(text)
  if (!match) return false
  const date = new Date(`${text}T00:00:00Z`)
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text)
}

/** A civil date in Asia/Almaty, `YYYY-MM-DD`. It has no time and no zone; as text it sorts by time. */
export const LocalDate = z.string().refine(isRealDate, 'not a date of the calendar').brand('LocalDate')
export type LocalDate = z.infer<typeof LocalDate>
