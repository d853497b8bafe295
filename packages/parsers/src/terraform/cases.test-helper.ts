/** Runs the evaluator over files in memory and prints what it found as short texts, for tests. */
import type { Provenance, Range, DeclaredBlock, DeclaredResource, Value } from '@kumomori/model';
import { startLine } from '@kumomori/model';
import type { TerraformEvaluation, TerraformOptions } from './evaluate-terraform.ts';
import { evaluateTerraform } from './evaluate-terraform.ts';
import type { FileTree } from '../file-tree.ts';

export interface EvaluationCase {
  readonly name: string;
  /** Path → text; a text alone is `main.tf`. */
  readonly files: string | Readonly<Record<string, string>>;
  readonly options?: TerraformOptions;
  /** All addresses, in order. */
  readonly resources?: readonly string[];
  readonly roots?: readonly string[];
  /**
   * Question → answer. `ADDRESS > attribute > attribute` is a value, with `block[0]` for nested blocks; `output NAME`; in front of
   * either `via`, `refs` or `structure`; `region ADDRESS`, `provider ADDRESS`, `uncertain ADDRESS`, `blocks ADDRESS`.
   */
  readonly expect?: Readonly<Record<string, string>>;
  /** Codes in order; none when left out. */
  readonly diagnostics?: readonly string[];
}

export function inMemory(files: Readonly<Record<string, string>>): FileTree {
  return {
    root: 'memory',
    paths: Object.keys(files),
    read: (path) => {
      const text = Object.hasOwn(files, path) ? files[path] : undefined;
      return text === undefined ? { kind: 'missing' } : { kind: 'text', text };
    },
  };
}

export function evaluateFiles(files: EvaluationCase['files'], options: TerraformOptions = {}): TerraformEvaluation {
  return evaluateTerraform(inMemory(typeof files === 'string' ? { 'main.tf': files } : files), options);
}

/** What a case gives beside what it should give, to be compared as wholes. */
export function outcome({ files, options, resources, roots, expect = {}, diagnostics = [] }: EvaluationCase): {
  actual: unknown;
  expected: unknown;
} {
  const evaluation = evaluateFiles(files, options);
  const answers = Object.fromEntries(Object.keys(expect).map((question) => [question, answer(evaluation, question)]));
  const actual = {
    answers,
    resources: resources && addresses(evaluation),
    roots: roots && evaluation.roots.map((root) => root.dir),
    diagnostics: evaluation.diagnostics.map(({ code }) => code),
  };
  return { actual, expected: { answers: expect, resources, roots, diagnostics } };
}

export function addresses(evaluation: TerraformEvaluation): readonly string[] {
  return evaluation.roots.flatMap((root) => root.resources.map(({ address }) => address));
}

function answer(evaluation: TerraformEvaluation, question: string): string {
  const [verb, rest] = /^(via|refs|structure|region|provider|uncertain|blocks) (.*)$/.exec(question)?.slice(1) ?? ['value', question];
  const subject = rest ?? '';
  if (verb === 'provider' || verb === 'region') {
    const resource = findResource(evaluation, subject);
    return resource === null ? ABSENT : verb === 'provider' ? resource.provider : printValue(resource.region);
  }
  if (verb === 'uncertain' || verb === 'blocks') return describeBlock(blockAt(evaluation, subject), verb);
  const value = findValue(evaluation, subject);
  if (value === null) return ABSENT;
  if (verb === 'via') return printWay(value);
  if (verb === 'refs')
    return value.refs.map(({ address, attribute }) => (attribute === '' ? address : `${address}.${attribute}`)).join(' ');
  if (verb === 'structure') return 'structure' in value && value.structure ? printValue(value.structure) : ABSENT;
  return printValue(value);
}

const ABSENT = '(absent)';

function describeBlock(block: DeclaredBlock | null, verb: 'uncertain' | 'blocks'): string {
  if (block === null) return ABSENT;
  if (verb === 'uncertain') return String(block.uncertain);
  return block.blocks.map((inner) => inner.type + (inner.uncertain ? '?' : '')).join(' ');
}

function findResource(evaluation: TerraformEvaluation, address: string): DeclaredResource | null {
  return evaluation.roots.flatMap((root) => root.resources).find((resource) => resource.address === address) ?? null;
}

function blockAt(evaluation: TerraformEvaluation, subject: string): DeclaredBlock | null {
  const [address = '', ...path] = subject.split(' > ');
  let block = findResource(evaluation, address)?.block ?? null;
  for (const step of path) block = block && nestedBlock(block, step);
  return block;
}

function nestedBlock(block: DeclaredBlock, step: string): DeclaredBlock | null {
  const [, type, index] = /^(.*)\[(\d+)\]$/.exec(step) ?? [];
  return block.blocks.filter((inner) => inner.type === type)[Number(index)] ?? null;
}

function findValue(evaluation: TerraformEvaluation, subject: string): Value | null {
  if (subject.startsWith('output '))
    return evaluation.roots.map((root) => root.outputs.get(subject.slice(7))).find((value) => value) ?? null;
  const steps = subject.split(' > ');
  const name = steps.pop() ?? '';
  return blockAt(evaluation, steps.join(' > '))?.attributes.get(name)?.value ?? null;
}

/** `"text"`, `5`, `[a, b, …]`, `{k: v}`; unknown as `<code: detail>`, parts of texts as `${address.attribute}`, sensitive in front. */
export function printValue(value: Value): string {
  const text = printPlain(value);
  return value.sensitive ? `sensitive ${text}` : text;
}

function printPlain(value: Value): string {
  switch (value.kind) {
    case 'null':
      return 'null';
    case 'unknown':
      return `<${value.reason.code}: ${value.reason.detail}>`;
    case 'template':
      return JSON.stringify(value.parts.map((part) => (typeof part === 'string' ? part : hole(part))).join(''));
    case 'list':
    case 'set':
      return `[${[...value.items.map(printValue), ...(value.rest ? ['…'] : [])].join(', ')}]`;
    case 'map':
      return `{${[...[...value.entries].map(([key, entry]) => `${key}: ${printValue(entry)}`), ...(value.rest ? ['…'] : [])].join(', ')}}`;
    case 'string':
      return JSON.stringify(value.value);
    default:
      return String(value.value);
  }
}

function hole(part: Value): string {
  const [ref] = part.refs;
  return `\${${ref ? `${ref.address}.${ref.attribute}` : part.kind === 'unknown' ? part.reason.code : ''}}`;
}

/** Newest step first: `var.acl main.tf:3 ← module.logs.acl main.tf:9 ← prod.tfvars:1`; the last one is where the value is written. */
function printWay(value: Value): string {
  const steps: string[] = [];
  for (let step: Provenance | null = value.via; step !== null; step = step.next) steps.push(`${step.name} ${place(step.range)}`);
  return [...steps, place(value.range)].join(' ← ');
}

function place(range: Range | null): string {
  return range ? `${range.source.path}:${startLine(range)}` : '-';
}
