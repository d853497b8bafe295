import { Found } from './found.ts';
import { readJsonText } from './json-text.ts';
import { readTextLines } from './text-lines.ts';
import type { LogHint, LogText, SkippedFile } from './types.ts';

/**
 * The events in the text of a log file or object, in their order, in every form of docs/logs.md. What a text is, its content says: a name is asked only
 * where the content leaves two answers. Never throws: what cannot be read is a problem with line and offset, and the rest is kept. Time and
 * memory are linear in the text.
 */
export function readLogText(text: string, hint: LogHint = {}): LogText {
  const found = new Found(hint);
  const name = hint.name ?? '';
  const skipped = skippedByName(name);
  const body = text.charCodeAt(0) === 0xfeff ? text.slice(1) : text;
  const first = /\S/.exec(body)?.[0];
  if (skipped !== null || first === undefined) found.skip(skipped ?? 'empty');
  else if (first === '{' || first === '[' || first === '\u001e') readJsonText(body, found);
  else readTextLines(body, name, found);
  return found.result();
}

/** Files that lie beside logs in the same buckets. */
const NAMES: readonly (readonly [RegExp, SkippedFile])[] = [
  [/\/CloudTrail-Digest\/|_CloudTrail-Digest_/, 'cloudtrail-digest'],
  [/\.head\.json$/, 'object-head'],
  [/\/Config\/|ConfigWritabilityCheckFile/, 'aws-config'],
  [/ELBAccessLogTestFile|\/AWSLogs\/aws-programmatic-access-test-object$/, 'test-file'],
];

function skippedByName(name: string): SkippedFile | null {
  const path = name.replaceAll('\\', '/');
  return NAMES.find(([pattern]) => pattern.test(path))?.[1] ?? null;
}
