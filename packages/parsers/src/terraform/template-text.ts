/** Template files and other texts that are templates without being expressions. */
import type { Range, Value } from '@kumomori/model';
import { unknownValue } from '@kumomori/model';
import { parseTemplate } from '../hcl/index.ts';
import type { Frame, Scope } from './scope.ts';
import { NO_INSTANCE } from './scope.ts';
import { renderParts } from './templates.ts';

/** Templates in templates are rare, and each takes many stack frames. */
const FRAMES_OF_TEMPLATE = 20;

export interface TemplateText {
  readonly text: string;
  readonly path: string;
  readonly variables: ReadonlyMap<string, Value>;
}

/** A template file sees its own variables and functions, nothing of the module. */
export function renderTemplateText({ text, path, variables }: TemplateText, scope: Scope, range: Range): Value {
  const source = { path, text };
  const { parts, diagnostics } = parseTemplate(source);
  const [problem] = diagnostics;
  if (problem) return unknownValue('failed-function', `template ${path}: ${problem.message}`, range);
  let frame: Frame | null = null;
  for (const [name, value] of variables) frame = { name, value, iterator: false, next: frame };
  if (scope.run.depth >= scope.run.limits.depth) return unknownValue('limit', 'templates are nested too deeply', range);
  scope.run.depth += FRAMES_OF_TEMPLATE;
  const rendered = renderParts(parts, { ...scope, source, frame, instance: NO_INSTANCE, isolated: true }, range);
  scope.run.depth -= FRAMES_OF_TEMPLATE;
  return rendered;
}
