/**
 * `npm run docs [FOLDER]`: the reference of every check as web pages (default dist/docs), in English and Japanese, with a search. Examples
 * are run while the pages are written: what a page says of an example is what the check says.
 */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Language } from '@kumomori/model';
import { generate } from './generate.ts';

generate();
const { productCatalogue } = await import('../packages/app/src/catalogue/index.ts');
const { checkPage } = await import('./docs/check-page.ts');
const { indexPage } = await import('./docs/index-page.ts');
const { docsStyle } = await import('./docs/style.ts');

const folder = process.argv[2] ?? fileURLToPath(new URL('../dist/docs', import.meta.url));
const catalogue = productCatalogue();
const languages: readonly Language[] = ['en', 'ja'];

rmSync(folder, { recursive: true, force: true });
for (const language of languages) {
  mkdirSync(join(folder, language), { recursive: true });
  writeFileSync(join(folder, language, 'index.html'), indexPage(catalogue, language));
  for (const entry of catalogue.checks) writeFileSync(join(folder, language, `${entry.id}.html`), checkPage(entry, catalogue, language));
}
writeFileSync(join(folder, 'style.css'), docsStyle);
writeFileSync(
  join(folder, 'index.html'),
  '<!doctype html><meta charset="utf-8"><meta http-equiv="refresh" content="0; url=en/index.html">\n',
);
console.log(`${folder}: ${catalogue.checks.length} checks, ${languages.length} languages`);
