/** What every input goes through, and the properties that must hold. A violated one throws; the worker turns it into a failure. */
import assert from 'node:assert/strict';
import type { Diagnostic } from '@kumomori/model';
import { childExpressions, parseHcl } from '../../packages/parsers/src/hcl/index.ts';
import type { Body, Expression, HclFile } from '../../packages/parsers/src/hcl/index.ts';
import type { Files } from './programs.ts';

/** A diagnostic is one clear line for a person. */
const MAX_MESSAGE = 1000;

export function runTarget(files: Files): void {
  for (const [path, text] of files) {
    if (path.endsWith('.json')) continue;
    const file = parseHcl({ path, text });
    checkTree(file);
    checkDiagnostics(file.diagnostics);
  }
}

/** Positions are what every finding stands on: all spans lie inside the text, blocks and attributes inside their body. */
function checkTree({ source, body }: HclFile): void {
  const expressions: Expression[] = [];
  const bodies: Body[] = [body];
  for (let at = bodies.pop(); at !== undefined; at = bodies.pop()) {
    checkSpan(at, 0, source.text.length);
    for (const attribute of at.attributes) {
      checkSpan(attribute, at.start, at.end);
      checkSpan(attribute.nameSpan, attribute.start, attribute.end);
      expressions.push(attribute.value);
    }
    for (const block of at.blocks) {
      checkSpan(block, at.start, at.end);
      checkSpan(block.head, block.start, block.end);
      bodies.push(block.body);
    }
  }
  for (let at = expressions.pop(); at !== undefined; at = expressions.pop()) {
    checkSpan(at, 0, source.text.length);
    for (const child of childExpressions(at)) expressions.push(child);
  }
}

function checkSpan({ start, end }: { readonly start: number; readonly end: number }, from: number, to: number): void {
  if (!(from <= start && start <= end && end <= to)) assert.fail(`span ${start}–${end} is outside ${from}–${to}`);
}

function checkDiagnostics(diagnostics: readonly Diagnostic[]): void {
  for (const { message, line, column, code } of diagnostics) {
    if (message.length > MAX_MESSAGE) assert.fail(`message of ${code} has ${message.length} characters`);
    if (/[\n\r]/.test(message)) assert.fail(`message of ${code} has more than one line: ${JSON.stringify(message.slice(0, 200))}`);
    if ((line !== null && !(line >= 1)) || (column !== null && !(column >= 1))) assert.fail(`position ${line}:${column} of ${code}`);
  }
}
