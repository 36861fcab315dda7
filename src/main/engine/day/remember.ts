/** Does the work once for each key: lines share their rules and dates. */
export function remember<T, Rest extends unknown[]>(
  work: (key: string, ...rest: Rest) => T,
): (key: string, ...rest: Rest) => T {
  const known = new Map<string, { value: T }>()
  return (key, ...rest) => {
    const found = known.get(key) ?? { value: work(key, ...rest) }
    known.set(key, found)
    return found.value
  }
}
