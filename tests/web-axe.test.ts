/**
 * Every page of the console in both languages and themes: no rule of WCAG 2.2 AA that axe can check is broken, nothing is written to the console, and
 * nothing is wider than a phone. Skipped unless KUMOMORI_TEST_BROWSER=1; needs `chromium`, see browser.test.ts.
 */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { after, before, describe, test } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import type { RunningConsole } from './support/console.ts';
import { ADMIN, lookAt, openBrowser, startConsole, textIn } from './support/console.ts';

const skip = process.env['KUMOMORI_TEST_BROWSER'] === '1' ? false : 'set KUMOMORI_TEST_BROWSER=1 to run it; it needs chromium';
const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
const WIDE = { width: 1280, height: 800 };
const PHONE = { width: 390, height: 844 };
/** Beside those of the menu. */
const MORE = ['/welcome', '/account', '/no-such-page'];
const ONLY = process.env['KUMOMORI_TEST_PAGES']?.split(',');

const CODE = {
  'main.tf': `resource "aws_s3_bucket" "orders" {
  bucket = "orders-bucket"
  tags = { owner = "payments" }
}
resource "aws_security_group" "bastion" {
  name = "bastion"
  ingress {
    from_port   = 22
    to_port     = 22
    protocol    = "tcp"
    cidr_blocks = ["0.0.0.0/0"]
  }
}
`,
};

describe('the console, page by page', { skip }, () => {
  let server: RunningConsole;
  let browser: Browser;
  let paths: readonly string[] = [];

  before(async () => {
    server = await startConsole();
    await lookAt(server, CODE);
    await fill(server);
    browser = await openBrowser();
    paths = ONLY ?? (await pathsOf(browser, server));
  });
  after(async () => {
    await browser?.close();
    await server?.stop();
  });

  for (const language of ['en', 'ja'] as const)
    for (const theme of ['light', 'dark'] as const)
      test(`${language}, ${theme}: nobody is shut out`, async () => {
        const page = await signedIn(browser, server, { language, theme });
        const problems: string[] = [];
        const messages: string[] = [];
        page.on('console', (message) => message.type() === 'error' && messages.push(message.text()));
        page.on('pageerror', (error) => messages.push(error.message));
        for (const path of paths) {
          await page.setViewportSize(WIDE);
          await open(page, server.url + path);
          await page.evaluate(AXE);
          const found: unknown = await page.evaluate(
            `axe.run(document, { runOnly: ${JSON.stringify(RULES)} }).then(({ violations }) => violations.map(({ id, nodes }) => id + ' ' + nodes.map(({ target, failureSummary }) => target.join(' ') + ': ' + (failureSummary ?? '').split('\\n').slice(1, 2).join('')).slice(0, 3).join(' | ')))`,
          );
          assert.ok(Array.isArray(found));
          problems.push(...found.map((each) => `${path}: ${each}`), ...messages.splice(0).map((each) => `${path}: console: ${each}`));
          problems.push(...(await tooWide(page, path)));
          assert.equal(await page.evaluate('document.documentElement.lang'), language);
        }
        await page.context().close();
        assert.deepEqual(problems, []);
      });
});

/** What empty pages would not show: a department, a system, rules, a comment. */
async function fill({ ask }: RunningConsole): Promise<void> {
  await ask('PUT', '/departments/payments', {
    ...{ name: { en: 'Payments', ja: '決済部' }, mail: 'payments@example.com', managerMail: null, aliases: ['payments'] },
  });
  await ask('PUT', '/systems/checkout', {
    ...{
      name: { en: 'Checkout', ja: '決済システム' },
      departmentId: 'payments',
      tier: 1,
      environment: 'production',
      match: { resources: ['*orders*'] },
    },
  });
}

async function pathsOf(browser: Browser, server: RunningConsole): Promise<readonly string[]> {
  const page = await signedIn(browser, server, { language: 'en', theme: 'light' });
  await open(page, `${server.url}/settings`);
  const links: unknown = await page.evaluate(
    `[...document.querySelectorAll('.side-nav a, .section-nav a')].map((link) => link.getAttribute('href'))`,
  );
  await page.context().close();
  assert.ok(Array.isArray(links));
  const first = async (list: string): Promise<readonly string[]> => {
    const { items } = (await server.ask('GET', `${list}?limit=1`)) as { readonly items: readonly unknown[] };
    return items.map((item) => `${list}/${textIn(item, 'id')}`);
  };
  return [...new Set([...links.map(String), ...MORE, ...(await first('/findings')), ...(await first('/resources'))])];
}

async function signedIn(
  browser: Browser,
  { url }: RunningConsole,
  { language, theme }: { readonly language: string; readonly theme: string },
): Promise<Page> {
  const context = await browser.newContext({ viewport: WIDE });
  await context.addInitScript(
    `localStorage.setItem('kumomori.language', '${language}'); localStorage.setItem('kumomori.theme', '${theme}');`,
  );
  context.setDefaultTimeout(120_000);
  const page = await context.newPage();
  await page.goto(url);
  await page.fill('input[name=email]', ADMIN.email);
  await page.fill('input[name=password]', ADMIN.password);
  await page.click('button[type=submit]');
  await page.waitForSelector('.side-nav', { state: 'attached' });
  return page;
}

/** Until everything that was asked for is there. */
async function open(page: Page, url: string): Promise<void> {
  await page.goto(url);
  await page.locator('main > *').first().waitFor({ state: 'attached' });
  await page.locator('main .spinner').first().waitFor({ state: 'detached' });
}

async function tooWide(page: Page, path: string): Promise<readonly string[]> {
  await page.setViewportSize(PHONE);
  const wide: unknown = await page.evaluate(
    `document.documentElement.scrollWidth > document.documentElement.clientWidth ? [...document.querySelectorAll('main *')].filter((each) => each.getBoundingClientRect().right > innerWidth + 1 && !each.parentElement.closest('.table-frame, .code-frame')).slice(0, 3).map((each) => each.tagName + '.' + each.className) : []`,
  );
  assert.ok(Array.isArray(wide));
  return wide.map((each) => `${path}: wider than a phone: ${each}`);
}
