/** Values of a root module's variables from variable files and the command line, and how declared variables take them. */
import type { Range, Source, Value } from '@kumomori/model';
import { stringValue, unknownValue } from '@kumomori/model';
import type { Expression, HclFile } from '../hcl/index.ts';
import { parseHclExpression } from '../hcl/index.ts';
import { isFailure } from './access.ts';
import type { Declaration } from './declarations.ts';
import type { ModuleSource } from './loader.ts';
import { joinPath } from './paths.ts';
import type { Scope } from './scope.ts';
import { rangeOf } from './scope.ts';
import type { TypeConstraint } from './type-constraint.ts';
import { convertToType, readType } from './type-constraint.ts';

/** What the user gave for a variable: an expression in a variable file, or the raw text of `--var`. */
export type GivenVariable = { readonly expression: Expression; readonly source: Source } | { readonly text: string };

export interface VariableOptions {
  readonly varFiles: readonly string[];
  readonly variables: ReadonlyMap<string, string>;
}

/** By name, later sources over earlier ones: terraform.tfvars, auto files in lexical order, `varFiles` in order, `variables`. */
export function givenVariables(
  dir: string,
  loader: ModuleSource,
  { varFiles, variables }: VariableOptions,
): ReadonlyMap<string, GivenVariable> {
  const given = new Map<string, GivenVariable>();
  const files = loader.variableFiles(dir);
  for (const path of files) addFile(loader.parsed(path), given);
  for (const path of varFiles) {
    const local = joinPath(dir, path);
    addFile(loader.parsed(loader.exists(local) ? local : path), given);
  }
  for (const [name, text] of variables) given.set(name, { text });
  return given;
}

function addFile(file: HclFile | null, given: Map<string, GivenVariable>): void {
  if (file === null) return;
  for (const attribute of file.body.attributes) given.set(attribute.name, { expression: attribute.value, source: file.source });
}

/** The constraint of a declared variable; any when there is none. */
export function variableType({ body }: Declaration, scope: Scope): TypeConstraint {
  const type = body.attributes.get('type');
  return (type && readType(type.attribute.value, { ...scope, source: type.source })) ?? { kind: 'any' };
}

export interface VariableInput {
  readonly declaration: Declaration;
  /** What was given, not converted yet; null when nothing was. */
  readonly given: Value | null;
  readonly scope: Scope;
}

/**
 * The value a module sees: what was given, else the default, else unknown. A null is replaced by the default where the variable is not
 * nullable. A value of the wrong type is a diagnostic and stays as it is.
 */
export function variableValue({ declaration, given, scope }: VariableInput): Value {
  const { body, block } = declaration;
  const name = block.labels[0] ?? '';
  const here = { ...scope, source: declaration.source };
  const isSet = given !== null && !(given.kind === 'null' && flag(body, 'nullable', here) === false);
  const raw = isSet ? given : defaultValue(declaration, here);
  if (raw === null)
    return marked(unknownValue('unset-variable', `variable "${name}" has no value`, rangeOf(here, block.head)), declaration, here);
  const converted = convertToType(raw, variableType(declaration, here));
  if (isFailure(converted) && !isFailure(raw)) {
    const at = raw.range ?? rangeOf(here, block.head);
    here.run.report(at, {
      code: 'variable-type',
      message: `the value of variable "${name}" does not fit its type: ${converted.reason.detail}`,
    });
    return marked(raw, declaration, here);
  }
  return marked(converted, declaration, here);
}

function marked(value: Value, { body }: Declaration, scope: Scope): Value {
  return flag(body, 'sensitive', scope) === true && !value.sensitive ? { ...value, sensitive: true } : value;
}

function flag(body: Declaration['body'], name: string, scope: Scope): boolean | null {
  const sourced = body.attributes.get(name);
  if (sourced === undefined) return null;
  const value = scope.run.evaluate(sourced.attribute.value, { ...scope, source: sourced.source });
  return value.kind === 'bool' ? value.value : null;
}

function defaultValue({ body }: Declaration, scope: Scope): Value | null {
  const fallback = body.attributes.get('default');
  return fallback ? scope.run.evaluate(fallback.attribute.value, { ...scope, source: fallback.source, isolated: true }) : null;
}

/**
 * A given variable as a value. Raw text stands for itself where the type is a primitive or not declared, and is an expression
 * otherwise, as on Terraform's command line.
 */
export function evaluateGiven(given: GivenVariable, declaration: Declaration, scope: Scope): Value {
  if ('expression' in given) return scope.run.evaluate(given.expression, { ...scope, source: given.source, isolated: true });
  const name = declaration.block.labels[0] ?? '';
  const source: Source = { path: `--var ${name}`, text: given.text };
  const range: Range = { source, start: 0, end: given.text.length };
  const { kind } = variableType(declaration, scope);
  const isText = kind === 'string' || kind === 'number' || kind === 'bool' || !declaration.body.attributes.has('type');
  if (isText) return stringValue(given.text, range);
  const { value, diagnostics } = parseHclExpression(source);
  const [problem] = diagnostics;
  if (problem) scope.run.addDiagnostic(problem);
  return problem ? stringValue(given.text, range) : scope.run.evaluate(value, { ...scope, source, isolated: true });
}
