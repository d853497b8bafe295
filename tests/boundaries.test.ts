import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import type { ModuleFile } from '../scripts/boundaries/index.ts';
import { boundaryViolations, packageFiles } from '../scripts/boundaries/index.ts';

const ROOT = fileURLToPath(new URL('..', import.meta.url));

test('the packages keep to the table of who may import whom, and pure code stays pure', () => {
  const found = boundaryViolations(packageFiles(ROOT));
  assert.deepEqual(
    found.map(({ rule, path, line, message }) => `${path}:${line} ${rule}: ${message}`),
    [],
  );
});

interface Case {
  readonly name: string;
  readonly files: Readonly<Record<string, string>>;
  /** `rule path` of each violation. */
  readonly expected: readonly string[];
}

const s3Check = 'packages/content/checks/aws/s3/bucket-versioning.ts';

const cases: readonly Case[] = [
  {
    name: 'parsers may not import engine',
    files: { 'packages/parsers/src/hcl/lexer.ts': `import { run } from '@kumomori/engine';` },
    expected: ['package-boundary packages/parsers/src/hcl/lexer.ts'],
  },
  {
    name: 'another package is imported by name, not by path or deep path',
    files: {
      'packages/app/src/use-cases/scan-code.ts': `import { a } from '../../../model/src/value.ts';\nimport { b } from '@kumomori/model/src/value.ts';`,
    },
    expected: [
      'package-boundary packages/app/src/use-cases/scan-code.ts',
      'package-boundary packages/app/src/use-cases/scan-code.ts',
      'folder-index packages/app/src/use-cases/scan-code.ts',
    ],
  },
  {
    name: 'a pure package takes nothing from Node or the registry, also not dynamically or as a re-export',
    files: {
      'packages/engine/src/risk.ts': `import { readFileSync } from 'node:fs';\nexport { parse } from 'yaml';\nconst zod = await import('zod');`,
    },
    expected: Array.from({ length: 3 }, () => 'package-boundary packages/engine/src/risk.ts'),
  },
  {
    name: 'a pure package takes from the registry what the table lists for it, as it is named there',
    files: {
      'packages/parsers/src/yaml.ts': `import { parseDocument } from 'yaml';\nimport { debug } from 'yaml/util';`,
      'packages/parsers/src/schema.ts': `import { z } from 'zod';`,
    },
    expected: ['package-boundary packages/parsers/src/yaml.ts', 'package-boundary packages/parsers/src/schema.ts'],
  },
  {
    name: 'the test of a pure package may use Node, app may use both',
    files: {
      'packages/engine/src/risk.test.ts': `import { test } from 'node:test';\nconsole.log(Date.now());`,
      'packages/app/src/store/files.ts': `import { readFileSync } from 'node:fs';\nimport { parse } from 'yaml';\nconsole.log(new Date());`,
    },
    expected: [],
  },
  {
    name: 'a use-case may not import the command line',
    files: { 'packages/app/src/use-cases/scan-code.ts': `import { print } from '../cli/index.ts';` },
    expected: ['app-layer packages/app/src/use-cases/scan-code.ts'],
  },
  {
    name: 'the command line calls use-cases, not the store behind them',
    files: {
      'packages/app/src/cli/scan.ts': `import { scan } from '../use-cases/index.ts';\nimport { open } from '../store/index.ts';`,
    },
    expected: ['app-layer packages/app/src/cli/scan.ts'],
  },
  {
    name: 'another folder is entered through its index.ts',
    files: {
      'packages/parsers/src/terraform/evaluate.ts': `import { lex } from '../hcl/lexer.ts';\nimport { parse } from '../hcl/index.ts';`,
      'packages/parsers/src/terraform/functions/strings.ts': `import { evaluate } from '../scope.ts';`,
    },
    expected: ['folder-index packages/parsers/src/terraform/evaluate.ts'],
  },
  {
    name: 'a shape may refer to the shape of another resource type',
    files: { 'packages/model/src/aws/ec2/instance/shape.ts': `import type { Ec2Subnet } from '../subnet/shape.ts';` },
    expected: [],
  },
  {
    name: 'three files that import each other in a circle',
    files: {
      'packages/engine/src/a.ts': `import { b } from './b.ts';`,
      'packages/engine/src/b.ts': `export { c } from './c.ts';`,
      'packages/engine/src/c.ts': `import { a } from './a.ts';`,
    },
    expected: ['cycle packages/engine/src/a.ts'],
  },
  {
    name: 'a type closes no circle',
    files: {
      'packages/engine/src/a.ts': `import { b } from './b.ts';`,
      'packages/engine/src/b.ts': `import type { A } from './a.ts';\nimport { type C } from './a.ts';`,
    },
    expected: [],
  },
  {
    name: 'a check imports the model and its own examples only',
    files: {
      [s3Check]: `import { pass } from '@kumomori/model';\nimport { examples } from './bucket-versioning.examples.ts';\nimport { check } from './bucket-logging.ts';`,
    },
    expected: [`check-alone ${s3Check}`],
  },
  {
    name: 'no cast in content; as const is none',
    files: { [s3Check]: `export const a = ['x'] as const;\nexport const b = JSON.parse('1') as number;` },
    expected: [`no-cast-in-content ${s3Check}`],
  },
  {
    name: 'no any, not even nested in a type',
    files: { 'packages/app/src/store/rows.ts': `export type Row = ReadonlyMap<string, readonly any[]>;\nexport const any = 1;` },
    expected: ['no-any packages/app/src/store/rows.ts'],
  },
  {
    name: 'no decision by the text of an error message',
    files: {
      'packages/app/src/store/open.ts': `if (error.message.includes('EACCES')) a(); if (err.message === 'x') b(); if (/busy/.test(cause.message)) c(); report(error.message);`,
    },
    expected: Array.from({ length: 3 }, () => 'no-message-branching packages/app/src/store/open.ts'),
  },
  ...impure('console.log(1)', 'process.env.HOME', 'Date.now()', 'new Date()', 'Math.random()', 'await fetch(url)', 'setTimeout(run, 5)'),
  ...impure(`require('node:fs')`, `eval('1')`, `new Function('return 1')`, 'globalThis.name', 'performance.now()', 'import.meta.url'),
  ...pure('new Date(text)', 'value.process', '({ console: 1 })', 'const fetch = (a) => a; fetch(1)', 'interface A { process: string }'),
];

function impure(...codes: readonly string[]): readonly Case[] {
  const path = 'packages/model/src/time.ts';
  return codes.map((code) => ({ name: `${code} is not pure`, files: { [path]: code }, expected: [`purity ${path}`] }));
}

function pure(...codes: readonly string[]): readonly Case[] {
  return codes.map((code) => ({ name: `${code} is pure`, files: { 'packages/model/src/time.ts': code }, expected: [] }));
}

for (const { name, files, expected } of cases) {
  test(`boundary rules: ${name}`, () => {
    const planted: readonly ModuleFile[] = Object.entries(files).map(([path, text]) => ({ path, text }));
    assert.deepEqual(
      boundaryViolations(planted).map(({ rule, path }) => `${rule} ${path}`),
      expected,
    );
  });
}
