/** Quoted strings, heredocs and template files: literal text, interpolations and the directives `if` and `for`. */
import type { Range, Source, UnknownValue, Value } from '@kumomori/model';
import { unknownValue, withDependencies } from '@kumomori/model';
import type { Expression, TemplatePart } from '../hcl/index.ts';
import { describeKind, failure } from './access.ts';
import type { Structure } from '../values/index.ts';
import { mayBeJson, opensJson, structureOfText, toBoolValue, withWay } from '../values/index.ts';
import type { TextPiece } from './functions/index.ts';
import { textFromPieces, textPieces } from './functions/index.ts';
import { iterate } from './iterate.ts';
import type { Scope } from './scope.ts';
import { rangeOf, withFrame } from './scope.ts';
import { TextPlaces } from './text-places.ts';

type TemplateNode = Extract<Expression, { kind: 'template' }>;

interface Output {
  readonly pieces: TextPiece[];
  /** What was written into it, for sensitivity and references. */
  readonly inputs: Value[];
  /** The first value written into it that was not written on the spot. */
  source: Value | null;
  /** Where the pieces stand; kept only for what may become JSON. */
  readonly places: TextPlaces | null;
  length: number;
}

/** The text, a text with unknown parts, or, for a lone interpolation, its value unconverted. A part without text fails the whole. */
export function evaluateTemplate(node: TemplateNode, scope: Scope): Value {
  const [only] = node.parts;
  if (node.parts.length === 1 && only?.kind === 'interpolation') return scope.run.evaluate(only.value, scope);
  return renderParts(node.parts, scope, { range: rangeOf(scope, node), source: scope.source });
}

export interface Rendering {
  /** Of the whole result. */
  readonly range: Range;
  /** The file the texts of the parts stand in; null when they stand in none. */
  readonly source: Source | null;
}

/** The same for parts that do not stand in an expression (template files). JSON gets its structure. */
export function renderParts(parts: readonly TemplatePart[], scope: Scope, { range, source }: Rendering): Value {
  const [first] = parts;
  const places = source !== null && first?.kind === 'text' && opensJson(first.text) ? new TextPlaces(source) : null;
  const output: Output = { pieces: [], inputs: [], source: null, places, length: 0 };
  const problem = write(parts, scope, output);
  const structure = places && !problem && mayBeJson(output.pieces) ? readStructure(output, places, { scope, range }) : null;
  const text = problem ?? textFromPieces(output.pieces, range, structure);
  // What a document says does not come from the first value that was put into it: its parts know their own ways.
  const traced = structure === null && output.source ? withWay(text, [output.source]) : text;
  return withDependencies(traced, output.inputs);
}

function readStructure(output: Output, places: TextPlaces, { scope, range }: { scope: Scope; range: Range }): Structure | null {
  return scope.run.spend(output.length >> 6, range) ? structureOfText(output.pieces, places) : null;
}

function write(parts: readonly TemplatePart[], scope: Scope, output: Output): UnknownValue | null {
  for (const part of parts) {
    const problem = writePart(part, scope, output);
    if (problem) return problem;
  }
  return null;
}

function writePart(part: TemplatePart, scope: Scope, output: Output): UnknownValue | null {
  switch (part.kind) {
    case 'text':
      output.places?.addText(output.length, part.start, part.marks);
      return append(output, part.text, scope);
    case 'interpolation':
      return writeValue(scope.run.evaluate(part.value, scope), rangeOf(scope, part.value), { scope, output });
    case 'if':
      return writeChoice(part, scope, output);
    case 'for':
      return writeLoop(part, scope, output);
  }
}

function append(output: Output, piece: TextPiece, scope: Scope): UnknownValue | null {
  output.pieces.push(piece);
  output.length += typeof piece === 'string' ? piece.length : 1;
  return output.length > scope.run.limits.stringLength ? unknownValue('limit', 'the text is too long') : null;
}

function writeValue(value: Value, range: Range, { scope, output }: { scope: Scope; output: Output }): UnknownValue | null {
  if (value.sensitive || value.refs.length > 0) output.inputs.push(value);
  if (value.via !== null) output.source ??= value;
  output.places?.addInput(output.length, range, value);
  if (value.kind === 'null') return failure('null cannot be part of a text', range);
  const pieces = textPieces(value);
  if (pieces === null) return failure(`${describeKind(value)} cannot be part of a text`, range);
  for (const piece of pieces) {
    const problem = append(output, piece, scope);
    if (problem) return problem;
  }
  return null;
}

function writeChoice(part: Extract<TemplatePart, { kind: 'if' }>, scope: Scope, output: Output): UnknownValue | null {
  const test = toBoolValue(scope.run.evaluate(part.test, scope));
  output.inputs.push(test);
  if (test.kind === 'bool') return write(test.value ? part.then : part.else, scope, output);
  if (test.kind === 'unknown') return append(output, test, scope);
  return failure('the test of a template directive is null', rangeOf(scope, part.test));
}

function writeLoop(part: Extract<TemplatePart, { kind: 'for' }>, scope: Scope, output: Output): UnknownValue | null {
  const range = rangeOf(scope, part.collection);
  const collection = scope.run.evaluate(part.collection, scope);
  const elements = iterate(collection, range);
  output.inputs.push(collection);
  if (elements.failed) return elements.failed;
  for (const { key, value } of elements.items) {
    if (!scope.run.spend(1, range)) return unknownValue('limit', 'the step limit of the evaluation was reached', range);
    const withKey = part.keyName === null ? scope : withFrame(scope, part.keyName, key);
    const problem = write(part.body, withFrame(withKey, part.valueName, value), output);
    if (problem) return problem;
  }
  return elements.rest ? append(output, elements.rest, scope) : null;
}
