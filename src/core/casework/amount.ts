const nbsp = '\u00a0'

/** Tenge as typed («1 500 000,50») to tiyn; null where it is no sum of money. */
export function parseTenge(typed: string): number | null {
  const match = /^(\d{1,13})(?:[.,](\d{1,2}))?$/.exec(typed.replace(/\s/g, ''))
  return match ? Number(match[1]) * 100 + Number((match[2] ?? '').padEnd(2, '0')) : null
}

/** Tiyn as tenge with groups of three, tiyn only where there are some: «1 500 000,50». */
export function formatTenge(tiyn: number): string {
  const tenge = String(Math.floor(tiyn / 100)).replace(/\B(?=(\d{3})+$)/g, nbsp)
  const rest = tiyn % 100
  return rest === 0 ? tenge : `${tenge},${String(rest).padStart(2, '0')}`
}
