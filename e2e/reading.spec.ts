// Every page can be read: with a screen of any width, in light and dark, with the keyboard, and without scripts.
import { expect, test } from '@playwright/test';
import { allPages, EXAMPLES, htmlOf, lessonPages, objections, pages, wake } from './site.ts';

test('there are lessons', () => {
  expect(lessonPages.length).toBeGreaterThan(1);
  expect(lessonPages).toContain('/start/');
});

for (const address of pages) {
  test(`${address} has nothing that axe objects to, in light and dark`, async ({ page }) => {
    test.setTimeout(90_000);
    await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
    await page.goto(address);
    for (const bench of await page.locator('.workbench').all()) await wake(bench);
    expect(await objections(page)).toEqual([]);
    // In the dark only the colours are other ones.
    await page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' });
    expect(await objections(page, ['color-contrast'])).toEqual([]);
  });

  test(`${address} fits a phone`, async ({ page }) => {
    await page.setViewportSize({ width: 360, height: 740 });
    await page.goto(address);
    const width = await page.evaluate(() => document.documentElement.scrollWidth);
    expect(width).toBeLessThanOrEqual(360);
  });
}

for (const address of lessonPages) {
  test(`${address} can be read without scripts`, async ({ browser }) => {
    const context = await browser.newContext({ javaScriptEnabled: false });
    const page = await context.newPage();
    await page.goto(address);
    await expect(page.locator('h1')).toBeVisible();
    const benches = await page.locator(EXAMPLES).all();
    expect(benches.length).toBeGreaterThan(0);
    for (const bench of benches) {
      await expect(bench.locator('pre.code').last()).toBeVisible();
      expect((await bench.locator('pre.code').last().innerText()).trim()).not.toBe('');
      // The output is there too: in the open, or behind a summary where a prediction is asked for.
      await expect(bench.locator('.printed')).toBeVisible();
    }
    await context.close();
  });

  test(`${address} is linked, titled, and leads on`, async ({ page }) => {
    await page.goto(address);
    await expect(page).toHaveTitle(/\d\.\d+ .+ · Python Inner Workings/);
    const contents = page.getByRole('navigation', { name: 'On this page' }).getByRole('link');
    for (const link of await contents.all()) {
      const target = await link.getAttribute('href');
      await expect(page.locator(`[id="${target!.slice(1)}"]`)).toHaveCount(1);
    }
    const turn = page.getByRole('navigation', { name: 'Previous and next lesson' }).getByRole('link');
    for (const link of await turn.all()) {
      expect(pages).toContain(await link.getAttribute('href'));
    }
  });
}

test('no link inside the site leads nowhere', () => {
  const broken: string[] = [];
  for (const address of allPages) {
    const html = htmlOf(address);
    for (const [, target] of html.matchAll(/<a\b[^>]*\shref="([^"]+)"/g)) {
      if (/^[a-z]+:/.test(target)) continue;
      const { pathname: page, hash } = new URL(target, `http://site${address}`);
      const anchor = hash.slice(1);
      if (!allPages.includes(page)) broken.push(`${address}: ${target}`);
      else if (anchor && !htmlOf(page).includes(`id="${anchor}"`)) broken.push(`${address}: ${target}`);
    }
  }
  expect(broken).toEqual([]);
});

test('the map leads to every lesson', async ({ page }) => {
  await page.goto('/');
  const targets = await page
    .locator('.lesson-card')
    .evaluateAll((links) => links.map((link) => link.getAttribute('href')));
  expect(targets.sort()).toEqual([...lessonPages].sort());
});

test('the skip link comes first and leads to the text', async ({ page }) => {
  await page.goto('/');
  await page.keyboard.press('Tab');
  await expect(page.getByRole('link', { name: 'Skip to the text' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.locator('#main')).toBeFocused();
});

test('light and dark follow the choice, and the choice is kept', async ({ page }) => {
  await page.emulateMedia({ colorScheme: 'light' });
  await page.goto('/');
  const ground = () => page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
  const light = await ground();
  const choice = page.getByRole('button', { name: /Colours/ });
  await choice.click();
  await choice.click();
  await expect(choice).toHaveText('Colours: Dark');
  expect(await ground()).not.toBe(light);
  await page.reload();
  expect(await ground()).not.toBe(light);
  await expect(choice).toHaveText('Colours: Dark');
});
