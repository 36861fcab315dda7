import { configDefaults, defineConfig } from 'vitest/config'
import { whyNoServers } from './test/servers/available.ts'

const whyNot = process.env['CI'] === 'true' ? null : whyNoServers()
if (whyNot) process.stdout.write(`Left out: test/servers, real mail servers. ${whyNot}\n`)

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    // Real files, servers and processes take their time on a busy machine; what hangs still fails.
    testTimeout: 60_000,
    hookTimeout: 60_000,
    exclude: [...configDefaults.exclude, ...(whyNot ? ['test/servers/**'] : [])],
    // Almaty dates must come out the same in every zone; this one is far from it.
    env: { TZ: 'America/St_Johns' },
  },
})
