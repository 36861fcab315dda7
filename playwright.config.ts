import { defineConfig } from '@playwright/test'

export default defineConfig({
  testDir: './test',
  testMatch: '**/*.spec.ts',
  outputDir: './test-results',
  workers: 2,
  fullyParallel: true,
  retries: 0,
  timeout: 60_000,
  use: { actionTimeout: 10_000 },
  expect: { timeout: 10_000 },
  reporter: 'list',
})
