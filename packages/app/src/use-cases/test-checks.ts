/** Runs the examples of checks and the catalogue's invariants (house-style.md): what `npm test` and `checks test` share. */
import type { CatalogueEntry, Example, Resource, Status, TerraformRoot } from '@kumomori/model';
import { normalizeTerraform, resourceReaders, severities } from '@kumomori/model';
import type { Evaluation } from '@kumomori/engine';
import { evaluateCheck, evaluateIn } from '@kumomori/engine';
import { evaluateTerraform } from '@kumomori/parsers';
import { resourceSet } from './evaluate-checks.ts';

export interface ExampleResult {
  readonly name: string;
  /** What is wrong with the example; empty when all is right. */
  readonly problems: readonly string[];
}

interface Judged {
  readonly resource: Resource;
  readonly evaluation: Evaluation;
}

/** Every problem of one check, each as one sentence. Pure: example texts only, no files. */
export function testCheck(entry: CatalogueEntry): readonly string[] {
  const { check } = entry;
  const problems = metadataProblems(entry);
  const seen = new Set<string>();
  for (const example of check.examples) {
    const text = JSON.stringify([example.terraform, example.params]);
    if (seen.has(text)) problems.push(`example "${example.name}" is there twice`);
    seen.add(text);
    problems.push(...exampleProblems(entry, example).map((problem) => `example "${example.name}": ${problem}`));
  }
  problems.push(...emptyProblems(entry));
  if (isComplete(check.fix.terraform)) {
    const status = judge(entry, { name: 'fix', expect: 'pass', terraform: check.fix.terraform }).map(({ evaluation }) => evaluation.status);
    if (overall(status) !== 'pass') problems.push(`the fix does not pass the check: ${overall(status)}`);
  }
  return problems;
}

function metadataProblems({ id, check }: CatalogueEntry): string[] {
  const problems: string[] = [];
  for (const language of ['en', 'ja'] as const) {
    const title = check.title[language];
    if (title.length === 0 || title.length > 80) problems.push(`title (${language}) must have 1 to 80 characters`);
    if (/[.。]$/.test(title)) problems.push(`title (${language}) ends with a full stop`);
    for (const [name, text] of Object.entries({ why: check.why, 'fix.summary': check.fix.summary, 'fix.console': check.fix.console })) {
      if (text[language].trim() === '') problems.push(`${name} (${language}) is empty`);
    }
  }
  if (check.references.length === 0) problems.push('no reference');
  if (!severities.includes(check.severity)) problems.push(`severity ${check.severity} is not known`);
  if ((check.aliases ?? []).includes(id)) problems.push('its own id is an alias');
  if (new Set(check.equivalents).size !== check.equivalents.length) problems.push('an equivalent is listed twice');
  if (check.deprecated && !check.deprecated.replacedBy) problems.push('deprecated without replacedBy');
  for (const expect of ['pass', 'fail'] as const) {
    if (!check.examples.some((example) => example.expect === expect)) problems.push(`no example that must ${expect}`);
  }
  if (!/^[a-z0-9]+(-[a-z0-9]+)+$/.test(id)) problems.push('the id is not kebab-case');
  return problems;
}

function exampleProblems(entry: CatalogueEntry, example: Example): string[] {
  const problems: string[] = [];
  const judged = judge(entry, example);
  const status = overall(judged.map(({ evaluation }) => evaluation.status));
  if (status !== example.expect) {
    const found = judged.map(
      ({ resource, evaluation }) => `${resource.origin.address}: ${evaluation.status} ${evaluation.message?.en ?? ''}`,
    );
    problems.push(`expected ${example.expect}, got ${status} (${found.join('; ') || `no ${entry.check.on} in it`})`);
  }
  for (const { resource, evaluation } of judged) {
    if (evaluation.status !== 'fail') continue;
    if (!evaluation.evidence.some(({ file, line }) => isWritten(example, file, line)))
      problems.push(`${resource.origin.address} fails without evidence that has a line of the example`);
    for (const language of ['en', 'ja'] as const) {
      if (!evaluation.message?.[language].includes(resource.name))
        problems.push(`the message (${language}) does not name ${resource.name}`);
    }
  }
  return problems.concat(flipProblems(entry, example), stabilityProblems(entry, example, judged));
}

function isWritten({ terraform }: Example, file: string | null, line: number | null): boolean {
  if (file === null || line === null) return false;
  const text = typeof terraform === 'string' ? terraform : terraform[file];
  return text !== undefined && line >= 1 && line <= text.split('\n').length;
}

/** Resources of which nothing is written but that they are there, and companions of ones that are not. */
function emptyProblems(entry: CatalogueEntry): string[] {
  const reader = resourceReaders.find(({ type }) => type === entry.check.on)?.terraform;
  const blocks = [...(reader?.types ?? []), ...Object.keys(reader?.satellites ?? {})];
  const problems: string[] = [];
  for (const block of blocks) {
    const terraform = block.startsWith('data.') ? `data "${block.slice(5)}" "empty" {}` : `resource "${block}" "empty" {}`;
    try {
      judge(entry, { name: 'empty', expect: 'unknown', terraform });
    } catch (error) {
      problems.push(`an empty ${block} makes it throw: ${error instanceof Error ? error.message : String(error)}`);
    }
  }
  return problems;
}

/** Hiding any attribute that was read keeps the verdict or makes it unknown. */
function flipProblems(entry: CatalogueEntry, example: Example): string[] {
  const resources = resourcesOf(example);
  const lookup = lookupIn(resources);
  const params = example.params ?? {};
  const problems: string[] = [];
  for (const resource of resources.filter(({ type }) => type === entry.check.on)) {
    const open = evaluateCheck(entry.check, resource, { lookup, params });
    for (const path of open.readPaths) {
      const { status } = evaluateCheck(entry.check, resource, { lookup, params, hidden: new Set([path]) });
      if (status !== open.status && status !== 'unknown')
        problems.push(`hiding ${path} flips ${open.status} to ${status} at ${resource.origin.address}`);
    }
  }
  return problems;
}

function stabilityProblems(entry: CatalogueEntry, example: Example, judged: readonly Judged[]): string[] {
  const again = judge(entry, example).map(({ evaluation }) => [evaluation.status, evaluation.message]);
  const before = judged.map(({ evaluation }) => [evaluation.status, evaluation.message]);
  return JSON.stringify(again) === JSON.stringify(before) ? [] : ['gives another result the second time'];
}

function judge(entry: CatalogueEntry, example: Example): readonly Judged[] {
  return rootsOf(example).flatMap((root) => {
    const resources = normalizeTerraform(root, resourceReaders);
    const set = resourceSet(resources, root, resourceReaders);
    return resources
      .filter(({ type }) => type === entry.check.on)
      .map((resource) => ({ resource, evaluation: evaluateIn(set, entry.check, resource, { params: example.params ?? {} }) }));
  });
}

/** All resources of an example, in every root module of it. */
export function resourcesOf(example: Pick<Example, 'terraform'>): readonly Resource[] {
  return rootsOf(example).flatMap((root) => normalizeTerraform(root, resourceReaders));
}

function rootsOf({ terraform }: Pick<Example, 'terraform'>): readonly TerraformRoot[] {
  const files = typeof terraform === 'string' ? { 'main.tf': terraform } : terraform;
  return evaluateTerraform({
    root: 'example',
    paths: Object.keys(files),
    read: (path) => (files[path] === undefined ? { kind: 'missing' } : { kind: 'text', text: files[path] }),
  }).roots;
}

function lookupIn(resources: readonly Resource[]): (key: string) => Resource | undefined {
  const byKey = new Map(resources.map((resource) => [resource.key, resource]));
  return (key) => byKey.get(key);
}

/** The verdict of an example as a whole: the worst of its resources; not-applicable when there is none. */
function overall(statuses: readonly Status[]): Status {
  return (['fail', 'unknown', 'pass'] as const).find((status) => statuses.includes(status)) ?? 'not-applicable';
}

/** A fix snippet that holds a whole resource, not just the attribute to change. */
function isComplete(terraform: string): boolean {
  return /^resource "/m.test(terraform) && !terraform.includes('...');
}
