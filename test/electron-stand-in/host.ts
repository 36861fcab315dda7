import type { Chromium } from './chromium.ts'

/** What boot.ts starts and the windows need: Chromium, once it runs. */
const started = Promise.withResolvers<Chromium>()

export const chromium: Promise<Chromium> = started.promise
export const setChromium: (chromium: Chromium) => void = started.resolve
