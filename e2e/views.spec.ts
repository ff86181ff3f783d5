// The views that look inside: each opens on its lesson, works by keyboard, has its words or table, lights the source.
import { expect, type Locator, type Page, test } from '@playwright/test';
import { EXAMPLES, objections, playground, run, wake, write } from './site.ts';

/** A page whose lesson is about the view, where there is one. */
const LESSONS: Record<string, string> = {
  pipeline: '/start/',
  bytecode: '/lessons/1-2-bytecode/',
  step: '/lessons/2-1-loop/',
  objects: '/lessons/3-1-names/',
  scopes: '/lessons/4-2-scope/',
  imports: '/lessons/6-1-import/',
  threads: '/lessons/7-1-gil/',
};

/** What is there once a view has something to show. */
const SHOWS: Record<string, string> = {
  pipeline: '.token',
  bytecode: '[role=grid] tbody tr',
  step: '.stack',
  objects: '.names',
  scopes: '.coloured .name-colour',
  imports: '.gate',
  threads: '.lane-cell',
};

async function open(bench: Locator, view: string): Promise<Locator> {
  await wake(bench);
  const tab = bench.locator(`[data-view=${view}]`);
  if ((await tab.getAttribute('aria-expanded')) !== 'true') await tab.click();
  await expect(bench.locator(`.view ${SHOWS[view]}`).first()).toBeVisible({ timeout: 20_000 });
  return bench.locator('.view');
}

async function opened(page: Page, view: string, program: string): Promise<Locator> {
  return open(await playground(page, program), view);
}

/** The first example of a lesson that leads with the view and asks for no prediction. */
async function exampleOf(page: Page, view: string): Promise<Locator> {
  await page.goto(LESSONS[view]);
  const index = await page
    .locator(EXAMPLES)
    .evaluateAll(
      (benches, wanted) =>
        benches.findIndex(
          (bench) =>
            bench.querySelector<HTMLElement>('.view-tabs button')?.dataset.view === wanted &&
            bench.querySelector('fieldset, textarea:not(.code-area)') === null,
        ),
      view,
    );
  expect(index).toBeGreaterThanOrEqual(0);
  return page.locator(EXAMPLES).nth(index);
}

for (const view of Object.keys(LESSONS)) {
  test(`${view}: opens on its lesson, nothing that axe objects to, in light and dark`, async ({ page }) => {
    test.setTimeout(90_000);
    const problems: string[] = [];
    page.on('pageerror', (error) => problems.push(String(error)));
    await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
    await open(await exampleOf(page, view), view);
    expect(await objections(page, null, '.view')).toEqual([]);
    await page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' });
    expect(await objections(page, ['color-contrast'], '.view')).toEqual([]);
    expect(problems).toEqual([]);
  });

  test(`${view}: fits a phone`, async ({ page }) => {
    await page.setViewportSize({ width: 360, height: 740 });
    await open(await exampleOf(page, view), view);
    const width = await page.evaluate(() => document.documentElement.scrollWidth);
    expect(width).toBeLessThanOrEqual(360);
  });
}

test('bytecode: an instruction lights its source, source its instructions, and edits are followed', async ({
  page,
}) => {
  const view = await opened(page, 'bytecode', 'n = 4\nprice = 2 + 3 * n');
  const bench = page.locator(EXAMPLES);
  const grid = view.getByRole('grid', { name: 'Bytecode of module' });
  // The listing of this program, not of the one that stood there before.
  await expect(grid).toContainText('price');
  await grid.locator('tr[tabindex="0"]').focus();
  for (let i = 0; i < 7; i++) await page.keyboard.press('ArrowDown');
  const chosen = grid.locator('tr[aria-selected=true]');
  await expect(chosen).toBeFocused();
  await expect(chosen).toContainText('BINARY_OP');
  await expect(view.locator('.about-instruction')).toContainText('Applies an arithmetic operator');
  await expect(bench.locator('.cm-content .lit')).toHaveText('3 * n');

  await bench.locator('.cm-content').click();
  await page.keyboard.press('ControlOrMeta+Home');
  await page.keyboard.press('Shift+End');
  await expect(grid.locator('tr.lit')).toHaveCount(2);
  await expect(grid.locator('tr.lit').last()).toContainText('STORE_NAME');

  await write(page, bench, 'def area(w, h):\n    return w * h');
  await expect(view.getByRole('grid', { name: 'Bytecode of area' })).toContainText('LOAD_FAST');
  await view.getByRole('button', { name: 'module' }).click();
  await expect(grid).toContainText('MAKE_FUNCTION');
  await write(page, bench, 'def area(w, h:\n');
  await expect(view.locator('.view-note.bad')).toContainText('SyntaxError');
});

test('bytecode: edits are compared with the original, caches and places can be shown', async ({ page }) => {
  await page.goto('/instructions/FOR_ITER/');
  const bench = page.locator(EXAMPLES);
  await wake(bench);
  const grid = bench.getByRole('grid', { name: 'Bytecode of module' });
  // The page's own instruction is the one to begin with.
  await expect(grid.locator('tr[aria-selected=true]')).toContainText('FOR_ITER');
  const about = bench.locator('.about-instruction');
  await expect(about.locator('.stack-picture li')).toHaveText(['iter', 'next', 'iter']);
  await grid.getByRole('row', { name: 'BINARY_OP' }).hover();
  await expect(about).toContainText('Applies an arithmetic operator');
  await expect(about.getByRole('link')).toHaveAttribute('href', '/instructions/BINARY_OP/');
  await expect(bench.locator('.lit')).toHaveText(['total', ' += n']);
  await bench.getByLabel('inline caches').check();
  await expect(grid.locator('.cache-row').first()).toContainText('CACHE counter');
  await bench.getByLabel('inline caches').uncheck();
  await bench.getByLabel('places in the source').check();
  await expect(grid.getByRole('row', { name: 'BINARY_OP' })).toContainText('3:4–14');
  await write(page, bench, 'total = 0\nfor n in range(4):\n    total -= n\nprint(total)');
  await expect(grid.locator('.removed-row')).toContainText(['BINARY_OP']);
  await expect(grid.locator('.added-row')).toContainText('-=');
});

test('bytecode: what a run has made of the code', async ({ page }) => {
  const view = await opened(
    page,
    'bytecode',
    'total = 0\nfor n in range(100):\n    total = total + n\nprint(total)',
  );
  const grid = view.getByRole('grid');
  await expect(grid).toContainText('BINARY_OP');
  await expect(grid).not.toContainText('BINARY_OP_ADD_INT');
  await view.getByLabel('specialised, after a run').check();
  await expect(grid.locator('.special', { hasText: 'BINARY_OP_ADD_INT' })).toBeVisible();
  await expect(grid.locator('.special', { hasText: 'FOR_ITER_RANGE' })).toBeVisible();
  await grid.getByRole('row', { name: 'BINARY_OP_ADD_INT' }).click();
  await expect(view.locator('.about-instruction')).toContainText(
    'In the run it became BINARY_OP_ADD_INT: Two ints are added.',
  );
  await view.getByLabel('specialised, after a run').uncheck();
  await expect(grid).not.toContainText('BINARY_OP_ADD_INT');
});

test('bytecode: the exception table as brackets, and the place where the Step view stands', async ({
  page,
}) => {
  const bench = await playground(page, 'try:\n    1 / 0\nexcept ZeroDivisionError:\n    print("zero")');
  let view = await open(bench, 'step');
  await view.getByRole('button', { name: 'Forward to a raise', exact: true }).click();
  await expect(view.locator('.caption')).toContainText('BINARY_OP');
  view = await open(bench, 'bytecode');
  const here = view.locator('tr.here');
  await expect(here).toContainText('BINARY_OP');
  await here.click();
  await expect(view.locator('.bracket.chosen .to-handler')).toHaveCount(1);
  await expect(view.locator('.handler-row').first()).toContainText(/PUSH_EXC_INFO.*handler of/);
  view = await open(bench, 'step');
  await expect(view.locator('.caption')).toContainText('BINARY_OP');
});

test('step: there and back by keyboard, with the stack, the sentence and the output', async ({ page }) => {
  const view = await opened(page, 'step', 'n = 4\nprice = 2 + 3 * n\nprint(price)');
  const caption = view.locator('.caption');
  await view.getByRole('button', { name: 'Forward', exact: true }).focus();
  for (let i = 0; i < 6; i++) await page.keyboard.press('ArrowRight');
  await expect(caption).toHaveText('BINARY_OP * pops 3 and 4, pushes 12.');
  await expect(view.locator('.stack').first().locator('li')).toHaveText([/^4.*pop/, /^3.*pop/, '2']);
  await expect(view.locator('.stack').last().locator('li')).toHaveText([/^12.*push/, '2']);
  await expect(page.locator('.cm-content .lit')).toHaveText('3 * n');
  await page.keyboard.press('ArrowLeft');
  await expect(caption).toHaveText('LOAD_NAME n pushes 4.');
  await page.keyboard.press('Shift+ArrowRight');
  await expect(view.locator('.nearby [aria-current]')).toContainText('PUSH_NULL');
  await page.keyboard.press('End');
  await expect(caption).toContainText('the frame of the module ends');
  await expect(view.locator('.printed-so-far')).toContainText('14');
  await expect(view.locator('.frames')).toContainText('price');
  await page.keyboard.press('Home');
  await expect(view.getByRole('slider', { name: 'Step' })).toHaveAttribute('aria-valuetext', /^Step 1 of/);
});

test('step: calls, an exception that finds its handler, an edit that makes it old', async ({ page }) => {
  const bench = await playground(
    page,
    'def share(a, b):\n    return 100 + a / b\ntry:\n    share(1, 0)\nexcept ZeroDivisionError:\n    print("caught")',
  );
  const view = await open(bench, 'step');
  const raised = view.locator('.caption[data-event=raise]');
  for (let i = 0; i < 40 && (await raised.count()) === 0; i++) {
    await view.getByRole('button', { name: 'Forward', exact: true }).click();
  }
  await expect(raised).toContainText('share has no handler for it');
  await expect(view.locator('.frames .frame')).toHaveCount(2);
  await write(page, bench, 'print("new")');
  await expect(view.locator('.view-note')).toContainText('has changed');
  await view.getByRole('button', { name: 'Record again' }).click();
  await expect(view.locator('.view-note')).toHaveCount(0);
  await expect(view.locator('.step-place')).toContainText('Step 1 of 7');
});

test('step: a million instructions, from one end to the other', async ({ page }) => {
  test.setTimeout(60_000);
  const bench = await playground(page, 'n = 0\nwhile True:\n    n += 1');
  const view = await open(bench, 'step');
  await expect(view.locator('.view-note')).toContainText('beginning of a longer run');
  const caption = view.locator('.caption');
  const slider = view.getByRole('slider', { name: 'Step' });
  await slider.focus();
  await page.keyboard.press('End');
  await expect(view.locator('.step-place')).toContainText('Step 1,000,000 of 1,000,000');
  await expect(view.locator('.stack ol, .stack p.soft').first()).toBeVisible();
  await slider.fill('500000');
  await expect(caption).toContainText(/pushes|pops|jumps/);
  await expect(view.locator('.frames')).toContainText('n99999');
  const answered = await view.evaluate(async (element) => {
    const times: number[] = [];
    for (let turn = 0; turn < 21; turn++) {
      const button = element.querySelector<HTMLElement>(`[aria-label=${turn % 2 ? 'Back' : 'Forward'}]`)!;
      const place = element.querySelector('.step-place')!.textContent;
      const begun = performance.now();
      button.click();
      await new Promise<void>((resolve) => {
        const look = () =>
          element.querySelector('.step-place')!.textContent !== place &&
          !element.querySelector('.machine.coming')
            ? resolve()
            : requestAnimationFrame(look);
        look();
      });
      times.push(performance.now() - begun);
    }
    return times.sort((a, b) => a - b);
  });
  // A busy machine is allowed for; `npm run measure` says how long it takes on a quiet one.
  expect(answered[10]).toBeLessThan(250);
  expect(answered[19]).toBeLessThan(1000);
  await write(page, bench, 'print("alive")');
  await run(bench);
  await expect(bench.locator('.console')).toContainText('alive');
});

test('step: over calls, out of frames, to raises, prints, lines and breakpoints, there and back', async ({
  page,
}) => {
  const bench = await playground(
    page,
    'def half(n):\n    return 10 / n\n\nfor n in [2, 0]:\n    try:\n        print(half(n))\n    except ZeroDivisionError:\n        print("zero")',
  );
  const view = await open(bench, 'step');
  const press = (name: string) => view.getByRole('button', { name, exact: true }).click();
  const place = view.locator('.step-place');
  const caption = view.locator('.caption');
  await press('Forward to a new frame');
  await expect(caption).toHaveText('RESUME: the frame of half begins to run.');
  await press('Forward to the return');
  await expect(place).toContainText('line 6');
  await expect(caption).toContainText('CALL calls print(5.0)');
  await press('Back to the call');
  await expect(view.locator('.about-step')).toContainText('No frame was left below this one.');
  await press('Back over the call');
  await expect(caption).toContainText('CALL calls half(2): a new frame for half.');
  await press('Forward to a raise');
  await expect(caption).toContainText("BINARY_OP / raises ZeroDivisionError('division by zero')");
  await expect(view.locator('.unwinding li')).toHaveText([
    /^half at 6 BINARY_OP: no entry of its table covers 6. The frame ends./,
    /^the module at .* the table has an entry/,
  ]);
  await press('Forward to output');
  await expect(caption).toContainText("CALL calls print('zero')");
  await press('Back to output');
  await expect(caption).toContainText('CALL calls print(5.0)');
  // The caret stands at the end of the program: line 8.
  await press('Forward to line 8');
  await expect(place).toContainText('main.py, line 8');
  await view.getByRole('button', { name: 'Breakpoint at line 8' }).click();
  await expect(bench.locator('.dotted-line')).toHaveCount(1);
  await press('First');
  await press('Forward to a breakpoint');
  await expect(place).toContainText('main.py, line 8');
  await press('Forward to a breakpoint');
  await expect(view.locator('.about-step')).toContainText('No breakpoint is met after this step.');
  await view.locator('.nearby').getByRole('button', { name: 'PUSH_EXC_INFO' }).click();
  await expect(caption).toContainText('PUSH_EXC_INFO makes ZeroDivisionError');
});

test('step: predicting the top of the stack', async ({ page }) => {
  const view = await opened(page, 'step', 'n = 4\nprice = 2 + 3 * n');
  for (let i = 0; i < 6; i++) await view.getByRole('button', { name: 'Forward', exact: true }).click();
  await view.getByLabel('predict each step').check();
  await expect(view.locator('.caption')).toHaveText('BINARY_OP *');
  const field = view.getByRole('textbox');
  await field.fill('34');
  await page.keyboard.press('Enter');
  await expect(view.getByRole('status')).toContainText('No: 12');
  await page.keyboard.press('Enter');
  await expect(field).toBeFocused();
  await field.fill('14');
  await page.keyboard.press('Enter');
  await expect(view.getByRole('status')).toContainText('Right: 14. 1 of 2 right so far.');
});

test('step: a lesson asks what one line does to the stack', async ({ page }) => {
  await page.goto('/lessons/2-1-loop/');
  const bench = page.locator(EXAMPLES).filter({ hasText: 'You are the machine' });
  await wake(bench);
  await run(bench);
  const view = bench.locator('.view');
  const field = view.getByRole('textbox');
  await expect(view.locator('.step-place')).toContainText('line 2');
  for (const answer of ['2', '3', '4', '21', '14', 'empty']) {
    await field.fill(answer);
    await page.keyboard.press('Enter');
    await expect(view.locator('.predict-top p')).toContainText(answer === '21' ? 'No: 12' : 'Right');
    await page.keyboard.press('Enter');
  }
  await expect(view.locator('.predicted')).toHaveText('Line 2 is done: 5 of 6 right.');
  await expect(view.locator('.step-place')).toContainText('line 3');
});

test('objects: the argument of getrefcount is the third reference', async ({ page }) => {
  const view = await opened(page, 'objects', 'import sys\nx = []\ny = x\nprint(sys.getrefcount(x))');
  const forward = view.getByRole('button', { name: 'Forward', exact: true });
  for (let i = 0; i < 4; i++) await forward.click();
  await expect(view.locator('.caption')).toContainText('getrefcount is about to be called');
  const row = view.locator('.holders tbody tr');
  await expect(row).toHaveCount(1);
  await expect(row.locator('td.number')).toHaveText('3');
  await expect(row).toContainText('name x; name y; value stack');
  await expect(view.locator('.card')).toContainText('3 references');
  await expect(view.locator('.graph-arrows g')).toHaveCount(3);
});

test('scopes: toggling an assignment recolours every use', async ({ page }) => {
  const program = 'count = 0\ndef visit():\n    print(count)';
  const bench = await playground(page, program);
  const view = await open(bench, 'scopes');
  const uses = view.locator('.coloured .name-colour', { hasText: 'count' });
  await expect(uses.last()).toHaveAttribute('data-colour', 'global');
  await write(page, bench, `${program}\n    count = 1`);
  await expect(uses).toHaveCount(3);
  await expect(uses.nth(1)).toHaveAttribute('data-colour', 'local');
  await view.locator('.scope-table').getByRole('button', { name: 'count' }).last().click();
  await expect(bench.locator('.cm-content .lit')).toHaveCount(2);
});

test('threads: lanes, who holds the GIL, and the same as a table', async ({ page }) => {
  const view = await opened(
    page,
    'threads',
    'import threading, time\ndef nap():\n    time.sleep(0.1)\n    print("awake")\nt = threading.Thread(target=nap)\nt.start()\nt.join()',
  );
  await expect(view.locator('.lane-name', { hasText: 'Thread-1 (nap)' })).toBeVisible();
  await view.getByText('The same as a table').click();
  const table = view.getByRole('table');
  await expect(table.getByRole('columnheader', { name: 'Thread-1 (nap)' })).toBeVisible();
  await expect(table).toContainText('waits for time to pass');
  await view.getByRole('slider').focus();
  await page.keyboard.press('End');
  await expect(view.locator('.caption')).toContainText('MainThread holds the GIL');
});

test('imports: gate by gate, and sys.modules the second time', async ({ page }) => {
  const view = await opened(page, 'imports', 'import math\nimport math');
  await expect(view.locator('.gate').first()).toContainText('math in sys.modules? not there');
  await view.getByRole('slider').focus();
  await page.keyboard.press('End');
  await expect(view.locator('.caption')).toContainText('there already');
  const rows = view.getByRole('table', { name: 'All imports of this run' }).locator('tbody tr');
  await expect(rows).toHaveText([/math.*BuiltinImporter/, /math.*sys\.modules/]);
});

test('pipeline: every stage of one program, each lighting the source', async ({ page }) => {
  const bench = await playground(page, 'print(6 * 7)');
  const view = await open(bench, 'pipeline');
  await view.getByRole('option', { name: '*' }).click();
  await expect(bench.locator('.cm-content .lit')).toHaveText('*');
  await page.keyboard.press('ArrowRight');
  await expect(bench.locator('.cm-content .lit')).toHaveText('7');
  await view.getByRole('button', { name: /Syntax tree/ }).click();
  await view.getByText('BinOp').click();
  await expect(bench.locator('.cm-content .lit')).toHaveText('6 * 7');
  await view.getByRole('button', { name: /Scopes/ }).click();
  await expect(view.locator('.scope-table')).toContainText('built-in');
  await view.getByRole('button', { name: /Bytecode/ }).click();
  await expect(view.getByRole('grid')).toContainText('42');
  await view.getByRole('button', { name: /Output/ }).click();
  await expect(view).toContainText('Press Run');
  await run(bench);
  await expect(view.locator('.stage-output')).toHaveText('42\n');
});
