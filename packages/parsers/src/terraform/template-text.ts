/** Template files and other texts that are templates without being expressions. */
import type { Range, Source, Value } from '@kumomori/model';
import { unknownValue } from '@kumomori/model';
import type { ParsedTemplate } from '../hcl/index.ts';
import { parseTemplate } from '../hcl/index.ts';
import type { Frame, Scope } from './scope.ts';
import { NO_INSTANCE } from './scope.ts';
import { renderParts } from './templates.ts';

/** Templates in templates are rare, and each takes many stack frames. */
const FRAMES_OF_TEMPLATE = 20;

export interface TemplateText {
  readonly source: Source;
  /** False for a text that was computed: its places mean nothing to a reader. */
  readonly isFile: boolean;
  readonly variables: ReadonlyMap<string, Value>;
}

/** Of files: one is rendered for each instance of what uses it. */
const parsed = new WeakMap<Source, ParsedTemplate>();

function parse(source: Source): ParsedTemplate {
  const known = parsed.get(source);
  if (known) return known;
  const template = parseTemplate(source);
  parsed.set(source, template);
  return template;
}

/** A template file sees its own variables and functions, nothing of the module. */
export function renderTemplateText({ source, isFile, variables }: TemplateText, scope: Scope, range: Range): Value {
  const { parts, diagnostics } = parse(source);
  const [problem] = diagnostics;
  if (problem) return unknownValue('failed-function', `template ${source.path}: ${problem.message}`, range);
  let frame: Frame | null = null;
  for (const [name, value] of variables) frame = { name, value, iterator: false, next: frame };
  if (scope.run.depth >= scope.run.limits.depth) return unknownValue('limit', 'templates are nested too deeply', range);
  scope.run.depth += FRAMES_OF_TEMPLATE;
  const inside: Scope = { ...scope, source, frame, instance: NO_INSTANCE, isolated: true };
  const rendered = renderParts(parts, inside, { range, source: isFile ? source : null });
  scope.run.depth -= FRAMES_OF_TEMPLATE;
  return rendered;
}
