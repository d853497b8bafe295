/** What every input goes through, and the properties that must hold. A violated one throws; the worker turns it into a failure. */
import assert from 'node:assert/strict';
import { productCatalogue } from '../../packages/app/src/catalogue/index.ts';
import { readConfig } from '../../packages/app/src/config/read-config.ts';
import { AppError } from '../../packages/app/src/errors.ts';
import { messagesIn } from '../../packages/app/src/i18n/index.ts';
import { readDirectives } from '../../packages/app/src/suppressions/inline-syntax.ts';
import { parseBaseline } from '../../packages/app/src/suppressions/parse-baseline.ts';
import { checks } from '../../packages/content/src/index.ts';
import { evaluateCheck } from '../../packages/engine/src/index.ts';
import type { CatalogueEntry, Diagnostic, Resource } from '../../packages/model/src/index.ts';
import { normalizeCode, resourceReaders } from '../../packages/model/src/index.ts';
import { childExpressions } from '../../packages/parsers/src/hcl/index.ts';
import type { Body, Expression, HclFile, Span } from '../../packages/parsers/src/hcl/index.ts';
import type { FileTree } from '../../packages/parsers/src/index.ts';
import { parseJson } from '../../packages/parsers/src/json/index.ts';
import { evaluateCloudFormation } from '../../packages/parsers/src/cloudformation/index.ts';
import { kubernetesFormat } from '../../packages/parsers/src/kubernetes/index.ts';
import type { CodeEvaluation, DetectedInput } from '../../packages/parsers/src/index.ts';
import { evaluateTerraform } from '../../packages/parsers/src/terraform/index.ts';
import { MANIFESTS } from './manifests.ts';
import type { Files } from './programs.ts';

/** A diagnostic is one clear line for a person. */
const MAX_MESSAGE = 1000;

/** Parse, evaluate, read, check: the pure part of a scan over a small repository held in memory. `salt` picks what is hidden from the checks. */
export function runTarget(files: Files, salt: number): void {
  const tree: FileTree = {
    root: 'fuzz',
    paths: [...files.keys()].sort(),
    read: (path) => {
      const text = files.get(path);
      return text === undefined ? { kind: 'missing' } : { kind: 'text', text };
    },
  };
  for (const [path, text] of files) readOther(path, text);
  if (tree.paths.some((path) => path.startsWith(MANIFESTS))) {
    const inputs = tree.paths.map((path): DetectedInput => ({ path, kind: 'kubernetes', role: 'code', because: 'the fuzzer says so' }));
    runChecks(kubernetesFormat.evaluate(tree, inputs, {}), salt);
    return;
  }
  const templates = tree.paths.filter((path) => /\.ya?ml$/.test(path) && path !== 'kumomori.yaml');
  if (templates.length > 0) runChecks(evaluateCloudFormation(tree, templates), salt);
  else {
    const evaluation = evaluateTerraform(tree);
    for (const file of evaluation.files.values()) checkTree(file);
    runChecks(evaluation, salt);
  }
}

function runChecks({ roots, files, diagnostics }: Pick<CodeEvaluation, 'roots' | 'files' | 'diagnostics'>, salt: number): void {
  for (const file of files.values()) for (const { text } of file.comments) readDirectives(text);
  checkDiagnostics(diagnostics);
  for (const { block } of roots.flatMap((root) => root.resources)) {
    for (const { source, ...span } of [block.range, block.head, ...[...block.attributes.values()].map(({ range }) => range)])
      checkSpan(span, { start: 0, end: source.text.length });
  }
  const resources = roots.flatMap((root) => normalizeCode(root, resourceReaders));
  const byKey = new Map(resources.map((resource) => [resource.key, resource]));
  for (const resource of resources) {
    for (const entry of checksOf(resource.type)) checkVerdict(entry, resource, { byKey, salt });
  }
}

/** The readers of what lies beside the code: our own configuration, baselines, JSON in general. */
function readOther(path: string, text: string): void {
  if (path.endsWith('.json')) {
    parseBaseline(text);
    checkDiagnostics(parseJson({ path, text }).diagnostics);
  }
  if (path !== 'kumomori.yaml') return;
  try {
    readConfig(text, { file: path, catalogue: productCatalogue(), messages: messagesIn('en') });
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    if (error.message.length > MAX_MESSAGE || error.message.includes('\n'))
      assert.fail(`message of ${error.code} is no clear line: ${error.message.slice(0, 200)}`);
  }
}

const checksByType = new Map<string, readonly CatalogueEntry[]>();

function checksOf(type: string): readonly CatalogueEntry[] {
  const known = checksByType.get(type) ?? checks.filter(({ check }) => check.on === type);
  checksByType.set(type, known);
  return known;
}

interface Surroundings {
  readonly byKey: ReadonlyMap<string, Resource>;
  readonly salt: number;
}

/** Not knowing one thing that was read never turns a verdict into its opposite. */
function checkVerdict({ id, check }: CatalogueEntry, resource: Resource, { byKey, salt }: Surroundings): void {
  const lookup = (key: string): Resource | undefined => byKey.get(key);
  const { status, readPaths, evidence } = evaluateCheck(check, resource, { lookup });
  if (status === 'fail' && evidence.length === 0) assert.fail(`${id} fails without evidence`);
  const hidden = readPaths[salt % Math.max(1, readPaths.length)];
  if (hidden === undefined) return;
  const { status: blind } = evaluateCheck(check, resource, { lookup, hidden: new Set([hidden]) });
  if (blind !== status && blind !== 'unknown') assert.fail(`${id}: hiding ${hidden} flips ${status} to ${blind}`);
}

/** Positions are what every finding stands on: all spans lie inside the text and, in a sound file, inside their parent. */
function checkTree({ source, body, diagnostics }: HclFile): void {
  const isSound = diagnostics.length === 0;
  const within = (parent: Span): Span => (isSound ? parent : { start: 0, end: source.text.length });
  const expressions: Expression[] = [];
  const bodies: Body[] = [body];
  for (let at = bodies.pop(); at !== undefined; at = bodies.pop()) {
    checkSpan(at, { start: 0, end: source.text.length });
    for (const attribute of at.attributes) {
      checkSpan(attribute, within(at));
      checkSpan(attribute.nameSpan, within(attribute));
      expressions.push(attribute.value);
    }
    for (const block of at.blocks) {
      checkSpan(block, within(at));
      checkSpan(block.head, within(block));
      bodies.push(block.body);
    }
  }
  for (let at = expressions.pop(); at !== undefined; at = expressions.pop()) {
    checkSpan(at, { start: 0, end: source.text.length });
    for (const child of childExpressions(at)) expressions.push(child);
  }
}

function checkSpan({ start, end }: Span, within: Span): void {
  if (!(within.start <= start && start <= end && end <= within.end))
    assert.fail(`span ${start}–${end} is outside ${within.start}–${within.end}`);
}

function checkDiagnostics(diagnostics: readonly Diagnostic[]): void {
  for (const { message, line, column, code } of diagnostics) {
    if (message.length > MAX_MESSAGE) assert.fail(`message of ${code} has ${message.length} characters`);
    if (/[\n\r]/.test(message)) assert.fail(`message of ${code} has more than one line: ${JSON.stringify(message.slice(0, 200))}`);
    if ((line !== null && !(line >= 1)) || (column !== null && !(column >= 1))) assert.fail(`position ${line}:${column} of ${code}`);
  }
}
