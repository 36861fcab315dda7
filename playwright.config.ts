import { defineConfig } from '@playwright/test'

export default defineConfig({
  testDir: './test',
  testMatch: '**/*.spec.ts',
  outputDir: './test-results',
  workers: 2,
  fullyParallel: true,
  retries: 0,
  // Bounds for a machine that is busy with other things, not measurements.
  timeout: 180_000,
  use: { actionTimeout: 30_000 },
  expect: { timeout: 30_000 },
  reporter: 'list',
})
