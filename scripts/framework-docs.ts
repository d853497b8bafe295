/** `node scripts/framework-docs.ts`: writes the table of frameworks into its two documents; a test tells when they are out of date. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { generate } from './generate.ts';
import { documentTable, documents, withTable } from './frameworks/index.ts';

generate();
const { listFrameworks } = await import('../packages/app/src/use-cases/index.ts');
const root = join(import.meta.dirname, '..');
for (const [path, language] of Object.entries(documents)) {
  const rows = await listFrameworks({ language });
  writeFileSync(join(root, path), withTable(readFileSync(join(root, path), 'utf8'), documentTable(rows, language)));
}
