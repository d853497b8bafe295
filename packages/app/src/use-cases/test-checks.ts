/** Runs the examples of checks and the catalogue's invariants (house-style.md): what `npm test` and `checks test` share. */
import type {
  CatalogueEntry,
  Example,
  ExampleFormat,
  ExampleSource,
  ExampleSources,
  ReaderName,
  Resource,
  Status,
  Text,
} from '@kumomori/model';
import { exampleFormats, normalizeCode, readerNames, resourceReaders, severities, snippetsOf } from '@kumomori/model';
import type { Evaluation } from '@kumomori/engine';
import { evaluateCheck, evaluateIn } from '@kumomori/engine';
import { resourceSet } from './evaluate-checks.ts';
import { exampleFiles, exampleResources, exampleRoots } from './example-resources.ts';
import { differences } from './parity.ts';

export interface ExampleResult {
  readonly name: string;
  /** What is wrong with the example; empty when all is right. */
  readonly problems: readonly string[];
}

/** What a check says of an example in one format. */
export interface ExampleVerdict {
  readonly status: Status;
  readonly message: Text | null;
  /** Lines of the deciding evidence, by file. */
  readonly lines: readonly { readonly file: string; readonly line: number }[];
}

/** Runs one example: the worst verdict of its resources, with the evidence that decided. */
export function runExample(entry: CatalogueEntry, format: ExampleFormat, { sources, params }: Example): ExampleVerdict {
  const judged = judge(entry, format, { code: sources[format] ?? '', ...(params && { params }) });
  const status = overall(judged.map(({ evaluation }) => evaluation.status));
  const decisive = judged.filter(({ evaluation }) => evaluation.status === status);
  const lines = decisive.flatMap(({ evaluation }) =>
    evaluation.evidence.flatMap(({ file, line }) => (file === null || line === null ? [] : [{ file, line }])),
  );
  return { status, message: decisive[0]?.evaluation.message ?? null, lines };
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
    const text = JSON.stringify([example.sources, example.params]);
    if (seen.has(text)) problems.push(`example "${example.name}" is there twice`);
    seen.add(text);
    problems.push(...exampleProblems(entry, example).map((problem) => `example "${example.name}": ${problem}`));
  }
  problems.push(...emptyProblems(entry));
  return problems.concat(coverageProblems(entry), fixProblems(entry));
}

function metadataProblems({ id, check }: CatalogueEntry): string[] {
  const problems: string[] = [];
  for (const language of ['en', 'ja'] as const) {
    const title = check.title[language];
    if (title.length === 0 || title.length > 80) problems.push(`title (${language}) must have 1 to 80 characters`);
    if (/[.。]$/.test(title)) problems.push(`title (${language}) ends with a full stop`);
    for (const [name, text] of Object.entries({ why: check.why, 'fix.summary': check.fix.summary, 'fix.console': check.fix.console })) {
      if (text?.[language].trim() === '') problems.push(`${name} (${language}) is empty`);
    }
  }
  if (check.references.length === 0) problems.push('no reference');
  if (!severities.includes(check.severity)) problems.push(`severity ${check.severity} is not known`);
  if ((check.aliases ?? []).includes(id)) problems.push('its own id is an alias');
  if (new Set(check.equivalents).size !== check.equivalents.length) problems.push('an equivalent is listed twice');
  if (check.deprecated && !check.deprecated.replacedBy) problems.push('deprecated without replacedBy');
  for (const expect of neededExamples(check)) {
    if (!check.examples.some((example) => example.expect === expect)) problems.push(`no example that must ${expect}`);
  }
  if (!/^[a-z0-9]+(-[a-z0-9]+)+$/.test(id)) problems.push('the id is not kebab-case');
  return problems;
}

/** Of a type that only mistakes are (a credential in a file) nothing passes: where there is none, nothing is judged. */
const onlyMistakes: ReadonlySet<string> = new Set(['repository.file.secret']);

function neededExamples({ on }: Pick<CatalogueEntry['check'], 'on'>): readonly Example['expect'][] {
  return onlyMistakes.has(on) ? ['fail', 'not-applicable'] : ['pass', 'fail'];
}

/**
 * Each reader of code of the type has an example that fails and one that passes. Recorded calls are wanted where only they can say it:
 * otherwise live resources are read by the very readers of templates.
 */
function coverageProblems({ check }: CatalogueEntry): readonly string[] {
  const formats = codeFormats(check);
  return (formats.length === 0 ? (['live'] as const) : formats).flatMap((name) => {
    return neededExamples(check).flatMap((expect) =>
      check.examples.some((example) => example.expect === expect && example.sources[name] !== undefined)
        ? []
        : [`no example in ${name} that must ${expect} (or say in \`without\` why the format cannot)`],
    );
  });
}

/** Formats of code in which the check can be decided; none for what only a live account can answer. */
function codeFormats({ on, without }: CatalogueEntry['check']): readonly ReaderName[] {
  const reader = resourceReaders.find(({ type }) => type === on);
  return readerNames.filter((name) => reader?.[name] && without?.[name] === undefined);
}

function fixProblems(entry: CatalogueEntry): readonly string[] {
  const { fix } = entry.check;
  const snippets = snippetsOf(fix);
  const problems = snippets.filter(isComplete).flatMap(({ format, text }) => {
    const status = overall(judge(entry, format, { code: text }).map(({ evaluation }) => evaluation.status));
    return status === 'pass' ? [] : [`the fix (${format}) does not pass the check: ${status}`];
  });
  const isLiveOnly = codeFormats(entry.check).length === 0;
  if (snippets.length === 0 && !(isLiveOnly && fix.cli)) problems.push('the fix has no snippet');
  return problems;
}

function exampleProblems(entry: CatalogueEntry, example: Example): string[] {
  const formats = exampleFormats.filter((name) => example.sources[name] !== undefined);
  const problems = formats.flatMap((format) =>
    problemsIn(entry, format, example).map((problem) => (formats.length === 1 ? problem : `${format}: ${problem}`)),
  );
  return problems.concat(parityProblems(entry, formats, example.sources));
}

/** The readers of the type see the same in each format of an example. */
function parityProblems(entry: CatalogueEntry, formats: readonly ExampleFormat[], sources: ExampleSources): readonly string[] {
  const [first, ...others] = formats.map((format) => ({
    format,
    resources: exampleResources(format, sources[format] ?? '', entry.check.on).filter(({ type }) => type === entry.check.on),
  }));
  return others.flatMap(({ format, resources }) => {
    if (!first || resources.length !== first.resources.length)
      return [`${first?.format} has ${first?.resources.length} ${entry.check.on}, ${format} ${resources.length}`];
    return resources.flatMap((resource, index) => {
      const same = first.resources[index];
      return same ? differences(same, resource).map((each) => `${first.format} and ${format} differ at ${each}`) : [];
    });
  });
}

function problemsIn(entry: CatalogueEntry, format: ExampleFormat, example: Example): string[] {
  const problems: string[] = [];
  const code = example.sources[format] ?? '';
  const asked = { code, ...(example.params && { params: example.params }) };
  const judged = judge(entry, format, asked);
  const status = overall(judged.map(({ evaluation }) => evaluation.status));
  if (status !== example.expect) {
    const found = judged.map(
      ({ resource, evaluation }) => `${resource.origin.address}: ${evaluation.status} ${evaluation.message?.en ?? ''}`,
    );
    problems.push(`expected ${example.expect}, got ${status} (${found.join('; ') || `no ${entry.check.on} in it`})`);
  }
  for (const { resource, evaluation } of judged) {
    if (evaluation.status !== 'fail') continue;
    if (!evaluation.evidence.some(({ file, line }) => isWritten(exampleFiles(format, code), file, line)))
      problems.push(`${resource.origin.address} fails without evidence that has a line of the example`);
    for (const language of ['en', 'ja'] as const) {
      if (!evaluation.message?.[language].includes(resource.name))
        problems.push(`the message (${language}) does not name ${resource.name}`);
    }
  }
  return problems.concat(flipProblems(entry, format, asked), stabilityProblems(entry, format, asked, judged));
}

function isWritten(files: Readonly<Record<string, string>>, file: string | null, line: number | null): boolean {
  if (file === null || line === null) return false;
  const text = files[file];
  return text !== undefined && line >= 1 && line <= text.split('\n').length;
}

/** Resources of which nothing is written but that they are there, and companions of ones that are not. */
function emptyProblems(entry: CatalogueEntry): string[] {
  const readers = resourceReaders.find(({ type }) => type === entry.check.on);
  return Object.entries(emptyText).flatMap(([format, textOf]) => {
    const name = format as keyof typeof emptyText; // the keys of the table
    const reader = readers?.[name];
    return [...(reader?.types ?? []), ...Object.keys(reader?.satellites ?? {})].flatMap((type) => {
      try {
        judge(entry, name, { code: textOf(type) });
        return [];
      } catch (error) {
        return [`an empty ${type} makes it throw: ${error instanceof Error ? error.message : String(error)}`];
      }
    });
  });
}

const emptyText = {
  terraform: (type: string): string => (type.startsWith('data.') ? `data "${type.slice(5)}" "empty" {}` : `resource "${type}" "empty" {}`),
  cloudformation: (type: string): string => JSON.stringify({ Resources: { Empty: { Type: type } } }),
  arm: (type: string): string => JSON.stringify({ $schema: 'deploymentTemplate.json#', resources: [{ type, name: 'empty' }] }),
} as const;

/** Hiding any attribute that was read keeps the verdict or makes it unknown. */
function flipProblems(entry: CatalogueEntry, format: ExampleFormat, asked: Asked): string[] {
  const resources = exampleResources(format, asked.code, entry.check.on);
  const lookup = lookupIn(resources);
  const params = asked.params ?? {};
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

function stabilityProblems(entry: CatalogueEntry, format: ExampleFormat, asked: Asked, judged: readonly Judged[]): string[] {
  const again = judge(entry, format, asked).map(({ evaluation }) => [evaluation.status, evaluation.message]);
  const before = judged.map(({ evaluation }) => [evaluation.status, evaluation.message]);
  return JSON.stringify(again) === JSON.stringify(before) ? [] : ['gives another result the second time'];
}

interface Asked extends Pick<Example, 'params'> {
  readonly code: ExampleSource;
}

function judge(entry: CatalogueEntry, format: ExampleFormat, { code, params = {} }: Asked): readonly Judged[] {
  return exampleRoots(format, code, entry.check.on).flatMap((root) => {
    const resources = normalizeCode(root, resourceReaders);
    const set = resourceSet(resources, root, resourceReaders);
    return resources
      .filter(({ type }) => type === entry.check.on)
      .map((resource) => ({ resource, evaluation: evaluateIn(set, entry.check, resource, { params }) }));
  });
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
function isComplete({ format, text }: { readonly format: ReaderName; readonly text: string }): boolean {
  return WHOLE[format].test(text) && !text.includes('...');
}

const WHOLE: Readonly<Record<ReaderName, RegExp>> = {
  terraform: /^resource "/m,
  cloudformation: /^Resources:/m,
  arm: /deploymentTemplate\.json/,
  kubernetes: /^apiVersion:/m,
  dockerfile: /^FROM /m,
  compose: /^services:/m,
  text: /^(?!)/,
};
