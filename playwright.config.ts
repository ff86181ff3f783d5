// Browser tests run on the built site, served by Astro's preview. Two workers: they fit two cores.
import { defineConfig } from '@playwright/test';

const port = Number(process.env.PORT ?? 4329);

export default defineConfig({
  testDir: 'e2e',
  outputDir: '.cache/e2e',
  fullyParallel: true,
  workers: 2,
  forbidOnly: true,
  timeout: 30_000,
  expect: { timeout: 10_000 },
  reporter: [['line'], ['json', { outputFile: '.cache/e2e.json' }]],
  use: {
    baseURL: `http://localhost:${port}`,
    actionTimeout: 10_000,
    viewport: { width: 1280, height: 900 },
    launchOptions: {
      executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium',
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    },
  },
  webServer: {
    command: `node node_modules/astro/bin/astro.mjs preview --ignore-lock --port ${port}`,
    port,
    reuseExistingServer: false,
    timeout: 30_000,
  },
});
