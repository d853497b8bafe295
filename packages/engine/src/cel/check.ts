/** The type checker: what an expression may ask of what it is given. Wrong names come with a suggestion. */
import type { CelComprehension, CelDeclarations, CelExpr, CelLiteral, CelProblem, CelType } from '@kumomori/model';
import { celList, celMap, celOptional, celType, celTypeName, suggest } from '@kumomori/model';
import { isTypeName } from './compile.ts';
import { functionNames, functionsNamed } from './functions/index.ts';
import { presentWhen } from './guards.ts';
import { pathOf } from './guards.ts';
import { problems } from './problems.ts';
import { joined, matches, substituted } from './type-matching.ts';

export interface CheckedCel {
  readonly type: CelType;
  /** In the order of the text; warnings too. */
  readonly problems: readonly CelProblem[];
}

/** Checks every part; one mistake does not hide the next. O(nodes · overloads). */
export function checkCel(expression: CelExpr, declarations: CelDeclarations): CheckedCel {
  const checker = new Checker(declarations);
  const type = checker.check(expression, { variables: declarations.variables, present: new Set() });
  return { type, problems: checker.found.toSorted((a, b) => a.start - b.start) };
}

interface Context {
  readonly variables: ReadonlyMap<string, CelType>;
  /** Paths of fields that are certainly there, because something around asks for them. */
  readonly present: ReadonlySet<string>;
}

const dyn = celType('dyn');
const bool = celType('bool');

class Checker {
  readonly found: CelProblem[] = [];
  readonly #declarations: CelDeclarations;

  constructor(declarations: CelDeclarations) {
    this.#declarations = declarations;
  }

  check(expression: CelExpr, context: Context): CelType {
    switch (expression.kind) {
      case 'literal':
        return celType(literalKind(expression.value));
      case 'name':
        return this.#name(expression, context);
      case 'select':
        return this.#select(expression, context);
      case 'index':
        return this.#index(expression, context);
      case 'call':
        return this.#call(expression, context);
      case 'and':
      case 'or':
        return this.#logic(expression, context);
      case 'not':
        this.#condition(expression.operand, context);
        return bool;
      case 'negate':
        return this.#negate(expression.operand, context);
      case 'binary':
        return this.#binary(expression, context);
      case 'conditional': {
        this.#condition(expression.test, context);
        const yes = this.check(expression.yes, knowing(context, presentWhen(expression.test, true)));
        const no = this.check(expression.no, knowing(context, presentWhen(expression.test, false)));
        return joined([yes, no]);
      }
      case 'list':
        return celList(joined(expression.items.map((item) => this.check(item, context))));
      case 'map': {
        const keys = expression.entries.map(([key]) => this.check(key, context));
        return celMap(joined(expression.entries.map(([, value]) => this.check(value, context))), joined(keys));
      }
      case 'has':
        return this.#has(expression, context);
      case 'bind': {
        const type = this.check(expression.value, context);
        return this.check(expression.body, declaring(context, [[expression.variable, type]]));
      }
      case 'comprehension':
        return this.#comprehension(expression, context);
    }
  }

  #problem(problem: CelProblem): CelType {
    const repeated = this.found.some((each) => each.start === problem.start && each.message.en === problem.message.en);
    if (!repeated) this.found.push(problem);
    return dyn;
  }

  #name(expression: Extract<CelExpr, { kind: 'name' }>, { variables }: Context): CelType {
    const type = variables.get(expression.name);
    if (type) return type;
    if (isTypeName(expression.name)) return celType('type');
    return this.#problem(
      problems.name(expression, expression.name, { suggestion: suggest(expression.name, variables.keys()), known: variables.keys() }),
    );
  }

  #select(expression: Extract<CelExpr, { kind: 'select' }>, context: Context): CelType {
    const of = this.check(expression.of, context);
    if (of.kind !== 'optional' && !expression.optional) return this.#field(of, expression, context);
    const inner = of.kind === 'optional' ? of.of : of;
    return celOptional(this.#field(inner, expression, { ...context, present: everything }));
  }

  #field(of: CelType, at: Extract<CelExpr, { kind: 'select' | 'has' }>, { present }: Context): CelType {
    const place = { start: at.fieldAt, end: at.fieldAt + at.field.length };
    const path = pathOf(at);
    const maybe = path !== null && at.kind === 'select' && present !== everything && !present.has(path);
    if (of.kind === 'dyn') return dyn;
    if (of.kind === 'map') {
      if (maybe) this.#problem(problems.maybeMissing(place, { name: at.field, path: path ?? at.field }));
      return of.of;
    }
    if (of.kind !== 'object') return this.#problem(problems.noFields(place, at.field, celTypeName(of)));
    const object = this.#declarations.object(of.name);
    if (!object) return dyn;
    const field = object.fields.get(at.field);
    if (!field) {
      if (object.open) return dyn;
      const known = [...object.fields.keys()];
      return this.#problem(problems.field(place, { name: at.field, type: of.name, suggestion: suggest(at.field, known), known }));
    }
    if (field.optional && maybe) this.#problem(problems.maybeMissing(place, { name: at.field, path: path ?? at.field }));
    return field.type;
  }

  #has(expression: Extract<CelExpr, { kind: 'has' }>, context: Context): CelType {
    const of = this.check(expression.of, context);
    this.#field(of.kind === 'optional' ? of.of : of, expression, context);
    return bool;
  }

  #index(expression: Extract<CelExpr, { kind: 'index' }>, context: Context): CelType {
    const outer = this.check(expression.of, context);
    const index = this.check(expression.index, context);
    const of = outer.kind === 'optional' ? outer.of : outer;
    const isOptional = expression.optional || outer.kind === 'optional';
    const wrap = (type: CelType): CelType => (isOptional ? celOptional(type) : type);
    if (of.kind === 'dyn') return wrap(dyn);
    if (of.kind === 'list') {
      if (!isNumber(index)) this.#problem(problems.types(expression.index, 'number', celTypeName(index)));
      return wrap(of.of);
    }
    if (of.kind === 'map') {
      if (!matches(of.key, index)) this.#problem(problems.types(expression.index, celTypeName(of.key), celTypeName(index)));
      const path = pathOf(expression);
      if (path !== null && !isOptional && !context.present.has(path))
        this.#problem(
          problems.maybeMissing(expression.index, {
            name: String(expression.index.kind === 'literal' ? expression.index.value : ''),
            path,
          }),
        );
      return wrap(of.of);
    }
    return this.#problem(problems.noIndex(expression, celTypeName(of)));
  }

  #condition(expression: CelExpr, context: Context): void {
    const type = this.check(expression, context);
    if (type.kind !== 'bool' && type.kind !== 'dyn') this.#problem(problems.types(expression, 'bool', celTypeName(type)));
  }

  #logic(expression: Extract<CelExpr, { kind: 'and' | 'or' }>, context: Context): CelType {
    const known = expression.operands.map((operand) => presentWhen(operand, expression.kind === 'and'));
    for (const [index, operand] of expression.operands.entries()) {
      const others = known.flatMap((paths, at) => (at === index ? [] : paths));
      this.#condition(operand, knowing(context, others));
    }
    return bool;
  }

  #negate(operand: CelExpr, context: Context): CelType {
    const type = this.check(operand, context);
    if (['int', 'double', 'number', 'duration', 'dyn'].includes(type.kind)) return type;
    return this.#problem(problems.types(operand, 'number', celTypeName(type)));
  }

  #binary(expression: Extract<CelExpr, { kind: 'binary' }>, context: Context): CelType {
    const left = this.check(expression.left, context);
    const right = this.check(expression.right, context);
    const { operator } = expression;
    const wrong = (): CelType =>
      this.#problem(problems.operator(expression, { operator, left: celTypeName(left), right: celTypeName(right) }));
    switch (operator) {
      case '==':
      case '!=':
        if (left.kind === 'null' || right.kind === 'null') return this.#nullComparison(expression, left.kind === 'null' ? right : left);
        if (!matches(left, right) && !matches(right, left)) wrong();
        return bool;
      case 'in': {
        const inner = right.kind === 'list' ? right.of : right.kind === 'map' ? right.key : right;
        if (right.kind !== 'list' && right.kind !== 'map' && right.kind !== 'dyn') wrong();
        else if (!matches(inner, left) && !matches(left, inner)) wrong();
        return bool;
      }
      case '<':
      case '<=':
      case '>':
      case '>=':
        if (
          !(isNumber(left) && isNumber(right)) &&
          !(isOrdered(left) && isOrdered(right) && (matches(left, right) || matches(right, left)))
        )
          wrong();
        return bool;
      default:
        return arithmeticType(operator, left, right) ?? wrong();
    }
  }

  #nullComparison(expression: CelExpr, type: CelType): CelType {
    if (!['null', 'dyn', 'optional'].includes(type.kind)) this.#problem(problems.neverNull(expression));
    return bool;
  }

  #call(expression: Extract<CelExpr, { kind: 'call' }>, context: Context): CelType {
    const { name, receiver, args } = expression;
    const types = [...(receiver ? [receiver] : []), ...args].map((each) => this.check(each, context));
    const place = { start: expression.nameAt, end: expression.nameAt + name.length };
    // Of what has no type, an authorizer say, nobody can tell which methods it has.
    const overloads = functionsNamed(name, receiver !== null);
    if (overloads.length === 0) {
      if (types[0]?.kind === 'dyn' && receiver) return dyn;
      return this.#problem(problems.noFunction(place, { name, suggestion: suggest(name, functionNames(receiver !== null)) }));
    }
    const results = overloads.flatMap(({ params, result }) => {
      const bound = new Map<string, CelType>();
      const fits = params.length === types.length && params.every((param, index) => matches(param, types[index] ?? dyn, bound));
      return fits ? [substituted(result, bound)] : [];
    });
    if (results.length > 0) return types.some(({ kind }) => kind === 'dyn') ? joined(results) : (results[0] ?? dyn);
    const known = overloads.map(({ signature }) => signature);
    return this.#problem(problems.call(place, { name, types: types.map(celTypeName), signatures: known }));
  }

  #comprehension(expression: CelComprehension, context: Context): CelType {
    const { macro, variables, condition, result } = expression;
    const over = this.check(expression.over, context);
    const [first = '', second] = variables;
    if (macro === 'optMap' || macro === 'optFlatMap') {
      if (over.kind !== 'optional' && over.kind !== 'dyn') this.#problem(problems.types(expression.over, 'optional', celTypeName(over)));
      const made = result ? this.check(result, declaring(context, [[first, over.kind === 'optional' ? over.of : dyn]])) : dyn;
      return macro === 'optMap' || made.kind === 'dyn' ? celOptional(made) : made;
    }
    if (over.kind !== 'list' && over.kind !== 'map' && over.kind !== 'dyn')
      this.#problem(problems.types(expression.over, 'list', celTypeName(over)));
    const key = over.kind === 'map' ? over.key : over.kind === 'list' ? celType('int') : dyn;
    const value = over.kind === 'list' || over.kind === 'map' ? over.of : dyn;
    const single = over.kind === 'map' ? key : value;
    const inner = declaring(
      context,
      second === undefined
        ? [[first, single]]
        : [
            [first, key],
            [second, value],
          ],
    );
    if (condition) this.#condition(condition, inner);
    const known = condition && result ? knowing(inner, presentWhen(condition, true)) : inner;
    const made = result ? this.check(result, known) : single;
    if (macro === 'filter' || macro === 'map' || macro === 'transformList') return celList(made);
    return macro === 'transformMap' ? celMap(made, key) : bool;
  }
}

/** Where nothing has to be asked for: `.?` asks. */
const everything: ReadonlySet<string> = new Set();

function knowing(context: Context, paths: readonly string[]): Context {
  return paths.length === 0 ? context : { ...context, present: new Set([...context.present, ...paths]) };
}

/** Variables of a macro hide what is known of others of their name. */
function declaring(context: Context, variables: readonly (readonly [string, CelType])[]): Context {
  const names = variables.map(([name]) => name);
  const present = [...context.present].filter((path) => !names.includes(path.split(/[.[]/)[0] ?? ''));
  return { variables: new Map([...context.variables, ...variables]), present: new Set(present) };
}

function literalKind(value: CelLiteral): 'string' | 'int' | 'double' | 'bool' | 'null' | 'bytes' | 'uint' {
  if (typeof value === 'string') return 'string';
  if (typeof value === 'bigint') return 'int';
  if (typeof value === 'number') return 'double';
  if (typeof value === 'boolean') return 'bool';
  if (value === null) return 'null';
  return value instanceof Uint8Array ? 'bytes' : 'uint';
}

function isNumber({ kind }: CelType): boolean {
  return kind === 'int' || kind === 'uint' || kind === 'double' || kind === 'number' || kind === 'dyn';
}

function isOrdered({ kind }: CelType): boolean {
  return ['string', 'bool', 'bytes', 'timestamp', 'duration', 'dyn'].includes(kind);
}

/** Undefined: the types do not go together. */
function arithmeticType(operator: string, left: CelType, right: CelType): CelType | undefined {
  if (left.kind === 'dyn' || right.kind === 'dyn') return dyn;
  if (isNumber(left) && isNumber(right)) {
    if (left.kind === right.kind) return operator === '%' && left.kind === 'double' ? undefined : left;
    return left.kind === 'number' || right.kind === 'number' ? celType('number') : undefined;
  }
  if (operator === '+') {
    if (left.kind === right.kind && (left.kind === 'string' || left.kind === 'bytes' || left.kind === 'duration')) return left;
    if (left.kind === 'list' && right.kind === 'list') return joined([left, right]);
    if (left.kind === 'timestamp' && right.kind === 'duration') return left;
    return left.kind === 'duration' && right.kind === 'timestamp' ? right : undefined;
  }
  if (operator !== '-') return undefined;
  if (left.kind === 'timestamp' && right.kind === 'timestamp') return celType('duration');
  return (left.kind === 'timestamp' || left.kind === 'duration') && right.kind === 'duration' ? left : undefined;
}
