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
import type { CatalogueEntry, CodeKind, DeclaredBlock, Diagnostic, Range, Resource, Value } from '../../packages/model/src/index.ts';
import { normalizeCode, partsOf, resourceReaders } from '../../packages/model/src/index.ts';
import { childExpressions } from '../../packages/parsers/src/hcl/index.ts';
import type { Body, Expression, HclFile, Span } from '../../packages/parsers/src/hcl/index.ts';
import type { FileTree } from '../../packages/parsers/src/index.ts';
import { parseJson } from '../../packages/parsers/src/json/index.ts';
import type { CodeEvaluation, CodeFile, DetectedInput } from '../../packages/parsers/src/index.ts';
import { detectInputs, evaluateCode } from '../../packages/parsers/src/index.ts';
import { formats } from '../../packages/parsers/src/code/formats.ts';
import { analyze } from './analyses.ts';
import { runFix } from './fix-target.ts';
import { runIntel, runLogs, runSigma } from './detection-target.ts';
import type { FuzzInput, Kind } from './inputs.ts';

/** A diagnostic is one clear line for a person. */
const MAX_MESSAGE = 1000;

/** Which of its inputs a run does twice: a difference between two runs is of the code, not of the input. */
const TWICE_EVERY = 8;

/** Which of its inputs a run hands to the analyses, those that run twice among them. */
const ANALYZED_EVERY = 4;

/** What a kind of input is read as when nothing in it says what it is (any more). */
const FORMAT_OF: Readonly<Partial<Record<Kind, CodeKind>>> = {
  plan: 'terraform-plan',
  state: 'terraform-state',
  cloudformation: 'cloudformation',
  arm: 'arm',
  bicep: 'arm',
  kubernetes: 'kubernetes',
  dockerfile: 'dockerfile',
  compose: 'compose',
};

/**
 * Parse, evaluate, read, check: the pure part of a scan over a small repository held in memory. `salt` picks what is hidden from the checks;
 * `restart` is told when a second run begins, which has a time of its own.
 */
export function runTarget(input: FuzzInput, salt: number, restart: () => void = () => {}): void {
  const said = runOnce(input, salt);
  if (salt % TWICE_EVERY !== 0) return;
  restart();
  assert.deepEqual(runOnce(input, salt), said, 'a second run says something else');
}

/** Everything that is said of the input: diagnostics and verdicts. */
function runOnce({ kind, files }: FuzzInput, salt: number): readonly string[] {
  if (kind === 'sigma') return runSigma(files);
  if (kind === 'logs') return runLogs(files, salt);
  if (kind === 'intel') return runIntel(files);
  if (kind === 'fix') return runFix(files);
  const tree: FileTree = {
    root: 'fuzz',
    paths: [...files.keys()].sort(),
    read: (path) => {
      const text = files.get(path);
      return text === undefined ? { kind: 'missing' } : { kind: 'text', text };
    },
  };
  for (const [path, text] of files) readOther(path, text);
  const said = runChecks(evaluateCode(tree), salt);
  const forced = formats.find((format) => format.kind === FORMAT_OF[kind]);
  if (!forced || detectInputs(tree).some((input) => input.kind === forced.kind)) return said;
  const inputs = tree.paths.map((path): DetectedInput => ({ path, kind: forced.kind, role: 'code', because: 'the fuzzer says so' }));
  return [...said, ...runChecks(forced.evaluate(tree, inputs, {}), salt)];
}

function runChecks({ roots, files, diagnostics }: CodeEvaluation, salt: number): readonly string[] {
  for (const file of files.values()) {
    for (const comment of file.comments) {
      checkSpan(comment, { start: 0, end: file.source.text.length });
      readDirectives(comment.text);
    }
    if (isHcl(file)) checkTree(file);
  }
  checkDiagnostics(diagnostics);
  const seen = new Set<Value>();
  for (const { block } of roots.flatMap((root) => root.resources)) checkBlock(block, seen);
  const resources = roots.flatMap((root) => normalizeCode(root, resourceReaders));
  const byKey = new Map(resources.map((resource) => [resource.key, resource]));
  const verdicts = resources.flatMap((resource, index) =>
    // A bomb makes thousands of resources that are all alike: hiding what was read of the first ones says enough.
    checksOf(resource.type).map((entry) => checkVerdict(entry, resource, { byKey, salt, hides: index < MAX_HIDING })),
  );
  const found = salt % ANALYZED_EVERY === 0 ? analyze(roots) : [];
  return [...diagnostics.map((each) => JSON.stringify(each)), ...verdicts, ...found];
}

/** Files of Terraform come with their trees. */
function isHcl(file: CodeFile): file is HclFile & CodeFile {
  return 'body' in file;
}

function checkBlock({ range, head, attributes, blocks }: DeclaredBlock, seen: Set<Value>): void {
  for (const each of [range, head]) checkRange(each);
  for (const attribute of attributes.values()) {
    checkRange(attribute.range);
    checkValue(attribute.value, seen);
  }
  for (const each of blocks) checkBlock(each, seen);
}

/** Values are shared: each is looked at once. */
function checkValue(value: Value, seen: Set<Value>): void {
  if (seen.has(value)) return;
  seen.add(value);
  checkRange(value.range);
  for (let step = value.via; step !== null; step = step.next) checkRange(step.range);
  for (const part of partsOf(value)) checkValue(part, seen);
}

function checkRange(range: Range | null): void {
  if (range !== null) checkSpan(range, { start: 0, end: range.source.text.length });
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

const MAX_HIDING = 200;

interface Surroundings {
  readonly byKey: ReadonlyMap<string, Resource>;
  readonly salt: number;
  /** Judge once more without something that was read. */
  readonly hides: boolean;
}

/** Not knowing one thing that was read never turns a verdict into its opposite. */
function checkVerdict({ id, check }: CatalogueEntry, resource: Resource, { byKey, salt, hides }: Surroundings): string {
  const lookup = (key: string): Resource | undefined => byKey.get(key);
  const verdict = evaluateCheck(check, resource, { lookup });
  const { status } = verdict;
  if (status === 'fail' && verdict.evidence.length === 0) assert.fail(`${id} fails without evidence`);
  const said = `${id} ${resource.key} ${status}`;
  if (!hides) return said;
  const { readPaths } = verdict;
  const hidden = readPaths[salt % Math.max(1, readPaths.length)];
  if (hidden === undefined) return said;
  const { status: blind } = evaluateCheck(check, resource, { lookup, hidden: new Set([hidden]) });
  if (blind !== status && blind !== 'unknown') assert.fail(`${id}: hiding ${hidden} flips ${status} to ${blind}`);
  return said;
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
