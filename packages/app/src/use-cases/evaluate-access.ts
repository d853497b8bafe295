/** `iam evaluate`: one JSON object a line in, one answer a line out, in the same order. */
import type { AccessCondition, ActionCatalogue, Because, DecisionName, PrincipalInput } from '@kumomori/engine';
import { evaluateAccess, printCondition } from '@kumomori/engine';
import type { Language } from '@kumomori/model';
import type { Messages } from '../i18n/index.ts';
import { messagesIn } from '../i18n/index.ts';
import { accessInputSchema } from './access-input.ts';
import { actionCatalogue } from './action-catalogue.ts';
import type { InputLine } from './json-lines.ts';
import { inputLines } from './json-lines.ts';

export interface EvaluateAccessOptions {
  readonly cwd: string;
  readonly language: Language;
  /** What the file `-` reads. */
  readonly stdin: AsyncIterable<Uint8Array> | null;
}

export interface AccessDecision {
  readonly id: string | number | null;
  readonly decision: DecisionName;
  readonly conditional: AccessCondition | null;
  /** The condition in one line; absent where there is none. */
  readonly condition?: string;
  readonly because: readonly AccessStep[];
}

/** A step of the explanation; `condition` is its `conditional` in one line. */
export interface AccessStep extends Because {
  readonly condition?: string;
}

export interface AccessLineError {
  readonly id: string | number | null;
  readonly error: { readonly line: number; readonly message: string };
}

export interface AccessAnswer {
  readonly answer: AccessDecision | AccessLineError;
  /** Null for a line that could not be read. */
  readonly asked: { readonly principal: string; readonly action: string; readonly resource: string } | null;
}

/** Answers as they are made; a bad line becomes an error in its place. Throws AppError `target-unreadable`. */
export async function* evaluateAccessFile(file: string, options: EvaluateAccessOptions): AsyncGenerator<AccessAnswer> {
  const messages = messagesIn(options.language);
  const catalogue = await actionCatalogue();
  for await (const line of inputLines(file, { cwd: options.cwd, messages, stdin: options.stdin })) {
    yield answerTo(line, catalogue, messages);
  }
}

function answerTo({ number, text }: InputLine, catalogue: ActionCatalogue | null, messages: Messages): AccessAnswer {
  const texts = messages.iam.evaluate.lines;
  const failed = (id: string | number | null, message: string): AccessAnswer => ({
    answer: { id, error: { line: number, message } },
    asked: null,
  });
  if (text === null) return failed(null, texts.tooLong);
  const value = parseJson(text);
  if (value === undefined) return failed(null, texts.notJson);
  const parsed = accessInputSchema.safeParse(value);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    return failed(idOf(value), texts.invalid(issue?.path.join('.') ?? ''));
  }
  const { id = null, ...input } = parsed.data;
  const { decision, conditional, because } = evaluateAccess(input, catalogue);
  const condition = conditional === null ? {} : { condition: printCondition(conditional) };
  const { principal, action, resource } = input.request;
  return {
    answer: { id, decision, conditional, ...condition, because: because.map(withCondition) },
    asked: { principal: nameOf(principal), action, resource },
  };
}

function withCondition(step: Because): AccessStep {
  return step.conditional === undefined ? step : { ...step, condition: printCondition(step.conditional) };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function idOf(value: unknown): string | number | null {
  const id: unknown = typeof value === 'object' && value !== null && 'id' in value ? value.id : null;
  return typeof id === 'string' || typeof id === 'number' ? id : null;
}

function nameOf(principal: PrincipalInput): string {
  return typeof principal === 'string' ? principal : (principal.id ?? principal.type);
}
