/** What a row may take at most, by p95, at so many cases. `null`: it has no bar. */
export type Bar = number | null

/** 5 ms at 100,000 cases, 50 ms at 1,000,000. */
export function screenBar(cases: number): number {
  return cases > 100_000 ? 50 : 5
}

export const writeBar = 10
/** Encrypted beside plaintext, by the geometric mean. */
export const ratioBar = 1.15

/** What a letter may take, and a thousand of them; memory is that of the whole program. */
export const letterBars = { cpuMs: 15, aSecond: 60, memoryMiB: 250, firstMs: 500 } as const

/** A figure and whether it keeps to its bar. */
export type Figure = { text: string; keeps: boolean }

export function atMost(title: string, value: number, bar: number, unit: string): Figure {
  return { text: `${title} ${value.toFixed(1)} ${unit} (≤ ${bar})`, keeps: value <= bar }
}

export function atLeast(title: string, value: number, bar: number, unit: string): Figure {
  return { text: `${title} ${value.toFixed(0)} ${unit} (≥ ${bar})`, keeps: value >= bar }
}

/** Begins a line by which a measurement in a process of its own tells what is above its bar. */
export const aboveMark = 'above: '

export function cpuMsSince(start: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(start)
  return (user + system) / 1_000
}

export const aboveOf = (figures: readonly Figure[]): string[] =>
  figures.filter(({ keeps }) => !keeps).map(({ text }) => text)

export type Sample = { medianMs: number; p95Ms: number }

/** Runs the work `times` times after a few unmeasured ones, and tells how long one took. */
export async function measure(times: number, work: (run: number) => unknown): Promise<Sample> {
  const warmUp = Math.min(5, times)
  for (let run = 0; run < warmUp; run += 1) await work(run)
  const durations: number[] = []
  for (let run = warmUp; run < warmUp + times; run += 1) {
    const start = performance.now()
    await work(run)
    durations.push(performance.now() - start)
  }
  durations.sort((a, b) => a - b)
  return { medianMs: at(durations, 0.5), p95Ms: at(durations, 0.95) }
}

function at(sorted: readonly number[], share: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN
}

/** One line: ours, what it is measured against, and the ratio of the medians. */
export function row(title: string, ours: Sample, against: string, theirs: Sample, bar: Bar = null): string {
  const figures = ({ medianMs, p95Ms }: Sample): string =>
    `${medianMs.toFixed(2).padStart(8)} ms, p95 ${p95Ms.toFixed(2).padStart(8)} ms`
  return `${title.padEnd(36)} ${figures(ours)} │ ${against.padEnd(10)} ${figures(theirs)} │ ${ratio(ours, theirs).toFixed(2)}×${bar === null ? '' : ` (≤ ${bar} ms)`}`
}

/** How many times as long ours takes, by the medians. */
export function ratio(ours: Sample, theirs: Sample): number {
  return ours.medianMs / theirs.medianMs
}

export function geomean(ratios: readonly number[]): number {
  return Math.exp(ratios.reduce((sum, each) => sum + Math.log(each), 0) / ratios.length)
}
