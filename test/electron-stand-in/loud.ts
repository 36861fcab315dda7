/**
 * Wraps an object so that reading what it lacks throws: a test must never pass because the stand-in kept silent.
 * Self-contained, for its source is also run inside the page.
 */
export function loud<T extends object>(name: string, target: T): T {
  const askedOfAnyObject = new Set(['then', 'toJSON', '__esModule', 'module.exports'])
  return new Proxy(target, {
    get(object, key, receiver) {
      if (key in object || typeof key === 'symbol' || askedOfAnyObject.has(key)) {
        return Reflect.get(object, key, receiver)
      }
      throw new Error(`electron-stand-in: ${name}.${key} is not imitated`)
    },
  })
}
