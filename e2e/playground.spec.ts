// The playground: files, links that carry a program and a place in its run; and the instruction reference.
import { expect, test } from '@playwright/test';
import { EXAMPLES, instructionPages, playground, run, wake, write } from './site.ts';

test('files come, are renamed, and go', async ({ page }) => {
  const bench = await playground(page, 'import helper\nprint(helper.word)');
  await bench.getByRole('button', { name: 'Add a file' }).click();
  const name = bench.getByLabel('Name of the new file');
  await expect(name).toBeFocused();
  await name.fill('main.py');
  await page.keyboard.press('Enter');
  await expect(bench.getByRole('alert')).toContainText('main.py already');
  await name.fill('other.py');
  await page.keyboard.press('Enter');
  await write(page, bench, 'word = "from a file"');
  await bench.getByRole('button', { name: 'Rename' }).click();
  await bench.getByLabel('New name of other.py').fill('helper.py');
  await page.keyboard.press('Enter');
  await run(bench);
  await expect(bench.locator('.console')).toContainText('from a file');
  await bench.getByRole('button', { name: 'Remove helper.py' }).click();
  await run(bench);
  await expect(bench.locator('.console')).toContainText('ModuleNotFoundError');
});

test('a link carries the program and the step, and runs nothing by itself', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const bench = await playground(page, 'n = 4\nprice = 2 + 3 * n\nprint(price)');
  await wake(bench);
  await bench.locator('[data-view=step]').click();
  for (let i = 0; i < 6; i++) await bench.getByRole('button', { name: 'Forward', exact: true }).click();
  await expect(bench.locator('.caption')).toContainText('BINARY_OP *');
  await bench.getByRole('button', { name: 'Link to this program' }).click();
  await expect(bench.locator('.share-link')).toContainText('It leads to the step view, step 7.');
  const link = await bench.getByLabel('The link').inputValue();
  expect(link).toContain('#program=');
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(link);

  const other = await context.newPage();
  await other.goto(link);
  const theirs = other.locator(EXAMPLES);
  await expect(theirs.locator('.asked-view')).toContainText('step 7 of the program in the Step view');
  await expect(theirs.locator('.code-pane').first()).toContainText('price = 2 + 3 * n');
  await expect(theirs).toHaveAttribute('data-state', 'idle');
  await expect(theirs.locator('.view .caption')).toHaveCount(0);
  await theirs.getByRole('button', { name: 'Run it and go there' }).click();
  await expect(theirs.locator('.view .caption')).toContainText('BINARY_OP * pops 3 and 4');
  // The reader's own program is still there without the link.
  await other.goto('/playground/');
  await expect(other.locator('.code-pane').first()).toContainText('price = 2 + 3 * n');
  await other.goto('/playground/#program=damaged');
  await other.reload();
  await expect(other.getByRole('alert')).toContainText('damaged');
});

test('the index of instructions is narrowed down by typing', async ({ page }) => {
  expect(instructionPages).toHaveLength(111);
  await page.goto('/instructions/');
  const items = page.locator('.instruction-list li').filter({ visible: true });
  await expect(items).toHaveCount(111 + 11);
  await page.getByLabel('Find').fill('super');
  await expect(items.first()).toContainText('LOAD_SUPER_ATTR');
  await expect(page.locator('[data-found]')).toHaveText('4 instructions');
  await page.getByRole('link', { name: 'LOAD_SUPER_ATTR' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('LOAD_SUPER_ATTR');
  const bench = page.locator(EXAMPLES);
  await run(bench);
  await expect(bench.locator('.console .stdout')).toHaveText(['child and base\n']);
});
