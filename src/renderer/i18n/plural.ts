/** Russian: 1 день, 2 дня, 5 дней, 21 день. */
export function pluralRu(count: number, one: string, few: string, many: string): string {
  const tail = Math.abs(count) % 100
  const last = tail % 10
  if (tail > 10 && tail < 20) return many
  if (last === 1) return one
  return last >= 2 && last <= 4 ? few : many
}

/** English: 1 day, 2 days. After a number a Kazakh noun keeps its one form, so Kazakh needs no such function. */
export function pluralEn(count: number, one: string, other: string): string {
  return Math.abs(count) === 1 ? one : other
}
