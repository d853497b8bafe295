/** What zod found wrong → one sentence in the language of the user, with the place. */
import type { z } from 'zod';
import type { Messages } from '../i18n/index.ts';
import { suggest } from '../suggest.ts';
import type { ConfigDocument, ConfigPath, Position } from './document.ts';
import { knownKeys } from './schema.ts';

export interface DescribedIssue {
  readonly position: Position;
  readonly message: string;
}

/** The issue that stands first in the text; a misspelt key goes before what is then missing. */
export function firstIssue(issues: readonly z.core.$ZodIssue[], document: ConfigDocument, messages: Messages): DescribedIssue {
  const misspelt = issues.filter((issue) => issue.code === 'unrecognized_keys');
  const described = (misspelt.length > 0 ? misspelt : issues).map((issue) => describe(issue, document, messages));
  const [first] = described.sort((a, b) => a.position.line - b.position.line || a.position.column - b.position.column);
  return first ?? { position: { line: 1, column: 1 }, message: messages.config.invalid };
}

function describe(issue: z.core.$ZodIssue, document: ConfigDocument, { config: texts }: Messages): DescribedIssue {
  const path: ConfigPath = issue.path.filter((part) => typeof part !== 'symbol');
  const position = document.positionOf(path);
  const name = path.length === 0 ? 'kumomori.yaml' : writtenPath(path);
  switch (issue.code) {
    case 'unrecognized_keys': {
      const [key = ''] = issue.keys;
      const known = knownKeys[path.map((part) => (typeof part === 'number' ? '*' : part)).join('.')] ?? [];
      return { position: document.positionOfKey(path, key), message: texts.unknownKey(key, suggest(key, known), known) };
    }
    case 'invalid_type':
      if (issue.input === undefined && isMissing(path, document.value)) return { position, message: texts.missing(name) };
      return { position, message: texts.expected(name, texts.kinds[kindOf(issue.expected)]) };
    case 'invalid_value':
      if (isMissing(path, document.value)) return { position, message: texts.missing(name) };
      return { position, message: texts.oneOf(name, issue.values.map(String)) };
    case 'too_small':
      return { position, message: texts.empty(name) };
    case 'custom':
      return { position, message: texts.expected(name, texts.kinds.date) };
    default:
      return { position, message: texts.expected(name, texts.kinds.other) };
  }
}

function writtenPath(path: ConfigPath): string {
  return path.map((part, index) => (typeof part === 'number' ? `[${part}]` : index === 0 ? part : `.${part}`)).join('');
}

function isMissing(path: ConfigPath, value: unknown): boolean {
  let at = value;
  for (const part of path) at = typeof at === 'object' && at !== null ? Reflect.get(at, part) : undefined;
  return at === undefined;
}

function kindOf(expected: string): keyof Messages['config']['kinds'] {
  if (expected === 'string' || expected === 'number' || expected === 'array') return expected;
  return expected === 'object' || expected === 'record' ? 'object' : 'other';
}
