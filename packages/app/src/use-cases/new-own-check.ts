/** A ready file for a check of one's own, with a condition and examples that hold: `checks new`. */
import { existsSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import type { CatalogueEntry, Check, Language, ReaderName, Resource, Status } from '@kumomori/model';
import { Unanswered, readerNames } from '@kumomori/model';
import { evaluateCheck } from '@kumomori/engine';
import { productCatalogue } from '../catalogue/index.ts';
import { AppError } from '../errors.ts';
import { messagesIn } from '../i18n/index.ts';
import { makeFolder } from '../write-files.ts';
import { describeShape } from './describe-shape.ts';
import { exampleResources } from './example-resources.ts';

export interface NewCheckOptions {
  readonly id: string;
  readonly type: string;
  readonly typescript: boolean;
  /** Default `checks`. */
  readonly folder: string;
  readonly cwd: string;
  readonly language: Language;
}

/** Writes the file and returns its path. Throws AppError `usage`, `unknown-id`, `output-failed`. */
export async function newOwnCheck({ id, type, typescript, folder, cwd, language }: NewCheckOptions): Promise<string> {
  const texts = messagesIn(language).ownChecks;
  if (!/^[a-z0-9]+(?:-[a-z0-9]+)+$/.test(id)) throw new AppError('usage', { message: texts.badId(id) });
  if (productCatalogue().idOf(id) !== null) throw new AppError('usage', { message: texts.taken(id) });
  const shape = await describeShape(type, language);
  const switches = shape.fields
    .filter((field) => field.type === 'bool' && !field.optional && !field.path.includes('[]'))
    .map(({ path }) => path);
  const scaffold = scaffoldFor(type, switches);
  const file = join(folder, `${id}.${typescript ? 'ts' : 'yaml'}`);
  const path = resolve(cwd, file);
  if (existsSync(path)) throw new AppError('output-failed', { message: texts.cli.exists(file) });
  const text = typescript ? typescriptText(id, type, scaffold) : yamlText(id, type, scaffold);
  try {
    makeFolder(dirname(path));
    writeFileSync(path, text, { flag: 'wx' });
  } catch (cause) {
    throw new AppError('output-failed', { message: messagesIn(language).cli.cannotWrite(file), cause });
  }
  return file;
}

interface Scaffold {
  /** `resource.objectLock` */
  readonly path: string;
  readonly examples: readonly { readonly status: Status; readonly format: ReaderName; readonly text: string }[];
}

const MAX_SOURCES = 40;
const MAX_LINES = 40;

/** A switch of the type, and code of the product's own examples that has it on and off. */
function scaffoldFor(type: string, switches: readonly string[]): Scaffold {
  const sources = codeOf(type);
  let best: Scaffold = { path: 'resource.name', examples: [] };
  for (const path of switches) {
    const found = new Map<Status, Scaffold['examples'][number]>();
    for (const { format, text, resources } of sources) {
      const status = statusOf(resources, path);
      if (status !== null && !found.has(status)) found.set(status, { status, format, text });
    }
    const examples = (['fail', 'pass'] as const).flatMap((status) => found.get(status) ?? []);
    if (examples.length > best.examples.length) best = { path, examples };
    if (examples.length === 2) break;
  }
  return best.examples.length > 0 || switches[0] === undefined ? best : { path: switches[0], examples: [] };
}

interface CodeOfType {
  readonly format: ReaderName;
  readonly text: string;
  readonly resources: readonly Resource[];
}

function codeOf(type: string): readonly CodeOfType[] {
  const entries: readonly CatalogueEntry[] = productCatalogue().checks.filter(({ check }) => check.on === type);
  const texts = entries.flatMap(({ check }) =>
    check.examples.flatMap(({ sources }) =>
      readerNames.flatMap((format) => {
        const text = sources[format];
        return typeof text === 'string' && text.split('\n').length <= MAX_LINES ? [{ format, text }] : [];
      }),
    ),
  );
  const shortest = texts.toSorted((a, b) => readerNames.indexOf(a.format) - readerNames.indexOf(b.format) || a.text.length - b.text.length);
  return shortest.slice(0, MAX_SOURCES).map(({ format, text }) => {
    return { format, text, resources: exampleResources(format, text, type).filter((resource) => resource.type === type) };
  });
}

/** The verdict of the plain question for a switch; null when the resources do not agree on one. */
function statusOf(resources: readonly Resource[], path: string): Status | null {
  const statuses = new Set(resources.map((resource) => evaluateCheck(switchCheck(path), resource, { lookup: () => undefined }).status));
  const [only] = statuses;
  return statuses.size === 1 && only !== undefined ? only : null;
}

function switchCheck(path: string): Check {
  const names = path.split('.').slice(1);
  const text = { en: '', ja: '' };
  return {
    ...{ title: text, why: text, severity: 'low', priority: 'P2', controlType: 'preventive', fix: { summary: text } },
    ...{ on: 'aws.s3.bucket', references: [], equivalents: [], examples: [] },
    evaluate(view) {
      let value: unknown = view;
      for (const name of names) value = typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;
      if (typeof value !== 'boolean')
        throw new Unanswered('unresolved', path, { code: 'computed', detail: '' }, { range: null, via: null });
      return value ? { status: 'pass' } : { status: 'fail', message: text, at: null };
    },
  };
}

function yamlText(id: string, type: string, { path, examples }: Scaffold): string {
  const condition = path === 'resource.name' ? "resource.name != ''" : path;
  const lines = [
    `# ${type}: kumomori checks shape ${type} prints what a condition may ask. Try it: kumomori checks test .`,
    `id: ${id}`,
    'title:',
    `  en: ${titleOf(type, path)} is on`,
    `  ja: ${titleOf(type, path)} が有効である`,
    'severity: medium',
    `resourceType: ${type}`,
    '# Only resources for which this is true are judged; leave it out to judge all.',
    '# when: resource.name.startsWith("prod-")',
    '# What must hold. Unknown values stay unknown; what may be missing is asked for with has() or .?',
    `condition: ${condition}`,
    'message:',
    `  en: '{{resource.name}}: ${path.replace('resource.', '')} is {{${path}}}'`,
    `  ja: '{{resource.name}}: ${path.replace('resource.', '')} が {{${path}}} です'`,
    'why:',
    '  en: Say what goes wrong without it.',
    '  ja: これがないと何が起きるかを書きます。',
    'fix:',
    '  en: Say what to change.',
    '  ja: 何を変えるかを書きます。',
    '# frameworks: [cis-aws@5.0:2.1.1]',
    'examples:',
    ...(examples.length === 0 ? ['  []'] : []),
    ...examples.flatMap(({ status, format, text }) => [
      `  - name: ${status === 'pass' ? 'it is on' : 'it is off'}`,
      `    expect: ${status}`,
      `    ${format}: |`,
      ...text.split('\n').map((line) => (line === '' ? '' : `      ${line}`)),
    ]),
  ];
  return `${lines.join('\n').trimEnd()}\n`;
}

function typescriptText(id: string, type: string, { path, examples }: Scaffold): string {
  const field = path.replace('resource.', '');
  const texts = examples.map(({ status, format, text }) => {
    const name = status === 'pass' ? 'it is on' : 'it is off';
    const make = status === 'pass' ? 'passes' : 'fails';
    return `    ${make}('${name}', { ${format}: ${JSON.stringify(text)} }),`;
  });
  const condition = path === 'resource.name' ? "resource.name !== ''" : path;
  return `import { defineCheck, fail, fails, pass, passes } from 'kumomori/checks';

/** ${id}: kumomori checks shape ${type} prints what a check may read. */
export const check = defineCheck({
  title: { en: '${titleOf(type, path)} is on', ja: '${titleOf(type, path)} が有効である' },
  severity: 'medium',
  priority: 'P1',
  controlType: 'preventive',
  on: '${type}',
  why: { en: 'Say what goes wrong without it.', ja: 'これがないと何が起きるかを書きます。' },
  fix: { summary: { en: 'Say what to change.', ja: '何を変えるかを書きます。' } },
  references: [],
  equivalents: [],
  evaluate(resource) {
    if (${condition}) return pass();
    return fail({ en: \`\${resource.name}: ${field} is off\`, ja: \`\${resource.name}: ${field} が有効になっていません\` });
  },
  examples: [
${texts.join('\n')}
  ],
});
`;
}

function titleOf(type: string, path: string): string {
  const [, , name = 'resource'] = type.split('.');
  return `${name} ${path.replace('resource.', '')}`.slice(0, 60);
}
