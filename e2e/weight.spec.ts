// What a lesson page costs before anything is run, measured on the built site.
import { gzipSync } from 'node:zlib';
import { expect, test } from '@playwright/test';
import { EXAMPLES, lessonPages, wake } from './site.ts';

const LIMIT = 40_000;

for (const address of lessonPages) {
  test(`${address} needs at most 40 kB of script before the first Run`, async ({ page }) => {
    const scripts = new Map<string, number>();
    const interpreter = new Set<string>();
    page.on('response', async (response) => {
      const request = response.request();
      if (request.resourceType() !== 'script') return;
      // The worker and what it asks for are the interpreter, which comes when the page has nothing else to do.
      const url = response.url();
      if (/\/worker-/.test(url) || interpreter.has(request.headers().referer)) {
        interpreter.add(url);
        return;
      }
      scripts.set(response.url(), gzipSync(await response.body()).length);
    });
    await page.goto(address);
    for (const bench of await page.locator(EXAMPLES).all()) await wake(bench);
    await page.waitForLoadState('networkidle');
    const inline = await page.evaluate(() =>
      [...document.querySelectorAll('script:not([src])')].map((script) => script.textContent).join('\n'),
    );
    const total = [...scripts.values()].reduce((sum, size) => sum + size, gzipSync(inline).length);
    expect(scripts.size).toBeGreaterThan(0);
    expect([...scripts.keys()].some((url) => /editor/.test(url))).toBe(false);
    expect(total, [...scripts].map(([url, size]) => `${size} ${url}`).join('\n')).toBeLessThanOrEqual(LIMIT);
  });
}
