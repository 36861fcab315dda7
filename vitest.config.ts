import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    // Almaty dates must come out the same in every zone; this one is far from it.
    env: { TZ: 'America/St_Johns' },
  },
})
