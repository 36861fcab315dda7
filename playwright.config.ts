import { defineConfig } from '@playwright/test'

export default defineConfig({
  testDir: './test',
  testMatch: '**/*.spec.ts',
  outputDir: './test-results',
  // A journey waits for a third of its time: on two cores three go side by side.
  workers: 3,
  fullyParallel: true,
  retries: 0,
  // Bounds for a machine that is busy with other things, not measurements.
  timeout: 180_000,
  use: { actionTimeout: 30_000 },
  expect: { timeout: 30_000 },
  reporter: 'list',
})
