/** The bicep program is a small script here: it prints what the real one would, or fails as that does. */
import assert from 'node:assert/strict';
import { chmodSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import type { FolderFiles } from '../testing/index.ts';
import { inFolder, scanFiles } from '../testing/index.ts';
import { openDiskTree } from '../files/index.ts';
import { productCatalogue } from '../catalogue/index.ts';
import type { CompiledBicep } from './bicep-templates.ts';
import { compileBicep } from './bicep-templates.ts';

/** `script` is the body of a Node program; its arguments are `args`. */
function bicep(script: string): string {
  const path = join(mkdtempSync(join(tmpdir(), 'bicep-')), 'bicep');
  writeFileSync(path, `#!${process.execPath}\nconst args = process.argv.slice(2);\n${script}\n`);
  chmodSync(path, 0o755);
  return path;
}

const compile = (files: FolderFiles, program: string): Promise<CompiledBicep> =>
  inFolder(files, (folder) => compileBicep(openDiskTree(folder).tree, program));

const template = JSON.stringify({
  $schema: 'https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#',
  languageVersion: '2.0',
  contentVersion: '1.0.0.0',
  metadata: { _generator: { name: 'bicep', version: '0.38.33.27573', templateHash: '1234567890' } },
  resources: {
    orders: {
      type: 'Microsoft.Storage/storageAccounts',
      apiVersion: '2023-01-01',
      name: 'orders',
      properties: { supportsHttpsTrafficOnly: false },
    },
  },
});

test('each file that is no module of another one is built, without a shell and without the network', async () => {
  const files = {
    'main.bicep': "module part 'parts/account.bicep' = {\n  name: 'part'\n}\n",
    'parts/account.bicep': '',
    'other/$(touch owned).bicep': '',
  };
  const { templates, diagnostics } = await compile(files, bicep('process.stdout.write(JSON.stringify(args));'));
  assert.deepEqual([...templates.keys()], ['main.bicep', 'other/$(touch owned).bicep']);
  for (const [path, args] of templates) {
    const [command, ...rest] = JSON.parse(args);
    assert.deepEqual([command, ...rest.slice(0, 2)], ['build', '--stdout', '--no-restore']);
    assert.ok(rest[2].endsWith(`/${path}`) && rest.length === 3, args);
  }
  assert.deepEqual(diagnostics, []);
});

test('what the program refuses is said at its line, and the other files are compiled', async () => {
  const program = bicep(`const file = args[3];
if (!file.endsWith('broken.bicep')) { process.stdout.write('{}'); process.exit(0); }
process.stderr.write(file + '(1,7) : Warning no-unused-params: Parameter "a" is declared but never used.\\n');
process.stderr.write(file + '(3,9) : Error BCP018: Expected the "=" character at this location.\\n');
process.exit(1);`);
  const { templates, diagnostics } = await compile({ 'broken.bicep': '', 'main.bicep': '' }, program);
  assert.deepEqual([...templates.keys()], ['main.bicep']);
  assert.deepEqual(
    diagnostics.map(({ file, line, message }) => [file, line, message]),
    [['broken.bicep', 3, 'bicep build failed: Error BCP018: Expected the "=" character at this location.']],
  );
});

test('without the program one line says so, whatever the number of files', async () => {
  const { templates, diagnostics } = await compile({ 'a.bicep': '', 'b.bicep': '' }, '/no/such/bicep');
  assert.deepEqual([templates.size, diagnostics.map(({ file, message }) => [file, message])], [0, [['a.bicep', 'bicep is not installed']]]);
});

test('--bicep: a value that our own reader does not know is judged, on the line where it is written', async () => {
  const log = join(mkdtempSync(join(tmpdir(), 'bicep-log-')), 'calls');
  writeFileSync(log, '');
  const program = bicep(
    `require('node:fs').appendFileSync(${JSON.stringify(log)}, 'called\\n');\nprocess.stdout.write(${JSON.stringify(template)});`,
  );
  const files = {
    'main.bicep':
      "func isOpen() bool => false\nresource orders 'Microsoft.Storage/storageAccounts@2023-01-01' = {\n  name: 'orders'\n  properties: {\n    supportsHttpsTrafficOnly: isOpen()\n  }\n}\n",
  };
  const scan = async (isAsked: boolean) => {
    const { report } = await scanFiles(files, { bicep: isAsked, catalogue: productCatalogue(), checks: ['azure-storage-https-only'] });
    return report.findings.map(({ status, origin, evidence: [first] }) => [status, origin.file, origin.startLine, first?.line]);
  };
  const { PATH } = process.env;
  process.env['PATH'] = `${join(program, '..')}:${PATH}`;
  try {
    assert.deepEqual(await scan(false), [['unknown', 'main.bicep', 2, 5]]);
    assert.equal(readFileSync(log, 'utf8'), '');
    assert.deepEqual(await scan(true), [['fail', 'main.bicep', 2, 5]]);
    assert.equal(readFileSync(log, 'utf8'), 'called\n');
  } finally {
    process.env['PATH'] = PATH;
  }
});
