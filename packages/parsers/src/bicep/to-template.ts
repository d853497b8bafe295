/** Bicep as the ARM template it stands for: its expressions become template expressions, every value keeps its place in the Bicep file. */
import type { Range, Source, Value } from '@kumomori/model';
import { boolValue, listValue, mapValue, nullValue, numberValue, stringValue } from '@kumomori/model';
import type { BicepExpression, BicepNamed, BicepProperty, BicepResource, ParsedBicep } from './ast.ts';

/** A template value as `evaluateArm` reads it from JSON. */
export function templateOf(parsed: ParsedBicep, source: Source): Value {
  const translator = new Translator(parsed, source);
  const whole: Range = { source, start: 0, end: source.text.length };
  const named = (list: readonly BicepNamed[], member: string): Value => {
    const all = list.map(({ name, type, value, isSecure, start, end }) => {
      const entries = new Map<string, Value>([['type', stringValue(isSecure ? 'secureString' : type)]]);
      if (value) entries.set(member, translator.value(value, noLoops));
      return [name, mapValue(entries, { source, start, end })] as const;
    });
    return mapValue(new Map(all), whole);
  };
  return mapValue(
    new Map<string, Value>([
      ['parameters', named(parsed.parameters, 'defaultValue')],
      ['outputs', named(parsed.outputs, 'value')],
      [
        'variables',
        translator.members(
          parsed.variables.map(({ name, value }) => ({ key: name, value })),
          noLoops,
          whole,
        ),
      ],
      ['resources', translator.resources(parsed.resources, noLoops)],
    ]),
    whole,
  );
}

/** Parameters of a `.bicepparam` file as a parameter file has them. */
export function parametersOf(parsed: ParsedBicep, source: Source): Value {
  const translator = new Translator(parsed, source);
  const entries = parsed.parameters.flatMap(({ name, value, start, end }) =>
    value ? [[name, mapValue(new Map([['value', translator.value(value, noLoops)]]), { source, start, end })] as const] : [],
  );
  return mapValue(new Map(entries));
}

/** Chains (`a.b.c`, `a + b + c`) nest as deep as they are long. */
const MAX_DEPTH = 300;
/** Of one expression: loops over loops write the outer list again in the inner one. UTF-16 code units. */
const MAX_TEXT = 100_000;
const UNSUPPORTED = 'unsupported()';

/** Names of loops → what they stand for in a template expression. */
type Loops = ReadonlyMap<string, string>;
const noLoops: Loops = new Map();

const BINARY: Readonly<Record<string, string>> = {
  '??': 'coalesce',
  '||': 'or',
  '&&': 'and',
  '==': 'equals',
  '<': 'less',
  '>': 'greater',
  '<=': 'lessOrEquals',
  '>=': 'greaterOrEquals',
  '+': 'add',
  '-': 'sub',
  '*': 'mul',
  '/': 'div',
  '%': 'mod',
};

class Translator {
  readonly #source: Source;
  readonly #parameters: ReadonlySet<string>;
  readonly #variables: ReadonlySet<string>;
  readonly #resources: ReadonlyMap<string, BicepResource>;
  #loopCount = 0;
  #depth = 0;

  constructor(parsed: ParsedBicep, source: Source) {
    this.#source = source;
    this.#parameters = new Set(parsed.parameters.map(({ name }) => name));
    this.#variables = new Set(parsed.variables.map(({ name }) => name));
    this.#resources = new Map(allResources(parsed.resources).map((resource) => [resource.symbol, resource]));
  }

  #range({ start, end }: { readonly start: number; readonly end: number }): Range {
    return { source: this.#source, start, end };
  }

  /** A value of the template; what is no literal becomes a template expression. */
  value(expression: BicepExpression, loops: Loops): Value {
    const range = this.#range(expression);
    switch (expression.kind) {
      case 'literal': {
        const { value } = expression;
        return value === null ? nullValue(range) : typeof value === 'number' ? numberValue(value, range) : boolValue(value, range);
      }
      case 'string': {
        const [only] = expression.parts;
        if (expression.parts.length === 1 && typeof only === 'string') return stringValue(only.startsWith('[') ? `[${only}` : only, range);
        break;
      }
      case 'object':
        return this.members(expression.properties, loops, range);
      case 'array':
        return listValue(
          expression.items.map((item) => this.value(item, loops)),
          range,
        );
      case 'guarded':
        return this.value(expression.body, loops);
      default:
        break;
    }
    return stringValue(`[${this.#text(expression, loops)}]`, range);
  }

  /** Properties whose value is a loop become entries of `copy`. */
  members(properties: readonly Pick<BicepProperty, 'key' | 'value'>[], loops: Loops, range: Range): Value {
    const entries = new Map<string, Value>();
    const copies: Value[] = [];
    for (const { key, value } of properties) {
      if (value.kind !== 'loop') entries.set(key, this.value(value, loops));
      else {
        const { count, inner } = this.#loop(value, key, loops);
        const loop = new Map<string, Value>([
          ['name', stringValue(key, this.#range(value))],
          ['count', stringValue(`[${count}]`, this.#range(value.over))],
          ['input', this.value(value.body, inner)],
        ]);
        copies.push(mapValue(loop, this.#range(value)));
      }
    }
    if (copies.length > 0) entries.set('copy', listValue(copies, range));
    return mapValue(entries, range);
  }

  #loop(
    { item, index, over }: Extract<BicepExpression, { kind: 'loop' }>,
    name: string,
    loops: Loops,
  ): { readonly count: string; readonly inner: Loops } {
    const list = this.#text(over, loops);
    const position = `copyIndex(${quoted(name)})`;
    const inner = new Map([...loops, [item, `${list}[${position}]`]]);
    if (index !== null) inner.set(index, position);
    return { count: `length(${list})`, inner };
  }

  resources(resources: readonly BicepResource[], loops: Loops): Value {
    return mapValue(new Map(resources.map((resource) => [resource.symbol, this.#resource(resource, loops)])));
  }

  #resource(resource: BicepResource, outer: Loops): Value {
    const entries = new Map<string, Value>();
    let { body } = resource;
    let loops = outer;
    if (body.kind === 'loop') {
      const name = `loop${this.#loopCount++}`;
      const { count, inner } = this.#loop(body, name, loops);
      entries.set(
        'copy',
        mapValue(
          new Map<string, Value>([
            ['name', stringValue(name)],
            ['count', stringValue(`[${count}]`)],
          ]),
          this.#range(body.over),
        ),
      );
      loops = inner;
      ({ body } = body);
    }
    if (body.kind === 'guarded') {
      entries.set('condition', this.value(body.test, loops));
      ({ body } = body);
    }
    const type = this.#range(resource);
    entries.set('type', stringValue(resource.isModule ? 'Microsoft.Resources/deployments' : resource.type.replace(/@.*$/, ''), type));
    if (resource.isExisting) entries.set('existing', boolValue(true, type));
    if (body.kind !== 'object') return mapValue(entries, { ...type, end: body.end });
    const properties = body.properties.filter(({ key }) => key !== 'parent' && key !== 'dependsOn');
    if (resource.isModule) this.#module(resource, properties, entries, loops);
    else
      for (const [key, value] of (this.members(properties, loops, this.#range(body)) as Extract<Value, { kind: 'map' }>).entries)
        if (key !== 'copy' || !entries.has('copy')) entries.set(key, value);
    const name = this.#nameOf(resource, loops, 0);
    if (name) entries.set('name', name);
    if (body.resources.length > 0) entries.set('resources', this.resources(body.resources, loops));
    return mapValue(entries, { ...type, end: body.end });
  }

  #module(
    { type: path, start, end }: BicepResource,
    properties: readonly BicepProperty[],
    entries: Map<string, Value>,
    loops: Loops,
  ): void {
    const params = properties.find(({ key }) => key === 'params')?.value;
    const given =
      params?.kind === 'object'
        ? params.properties.map(
            ({ key, value }) => [key, mapValue(new Map([['value', this.value(value, loops)]]), this.#range(value))] as const,
          )
        : [];
    const link = mapValue(new Map([['relativePath', stringValue(path, this.#range({ start, end }))]]), this.#range({ start, end }));
    entries.set(
      'properties',
      mapValue(
        new Map<string, Value>([
          ['templateLink', link],
          ['parameters', mapValue(new Map(given))],
        ]),
        this.#range({ start, end }),
      ),
    );
  }

  /** With the names of its parents before; null when there is none. */
  #nameOf(resource: BicepResource, loops: Loops, depth: number): Value | null {
    const body = bodyOf(resource.body);
    const own = property(body, 'name');
    const parent = property(body, 'parent');
    if (!own) return null;
    if (parent?.kind !== 'name' || depth > 10) return this.value(own, loops);
    const above = this.#resources.get(parent.name);
    const name = above && this.#nameText(above, loops, depth + 1);
    return name === undefined ? this.value(own, loops) : stringValue(`[concat(${name}, '/', ${this.#text(own, loops)})]`, this.#range(own));
  }

  #nameText(resource: BicepResource, loops: Loops, depth: number): string | undefined {
    const body = bodyOf(resource.body);
    const own = property(body, 'name');
    const parent = property(body, 'parent');
    if (!own || depth > 10) return undefined;
    const text = this.#text(own, loops);
    const above = parent?.kind === 'name' ? this.#resources.get(parent.name) : undefined;
    const outer = above && this.#nameText(above, loops, depth + 1);
    return outer === undefined ? text : `concat(${outer}, '/', ${text})`;
  }

  /** A template expression without its brackets. */
  #text(expression: BicepExpression, loops: Loops): string {
    if (this.#depth > MAX_DEPTH) return UNSUPPORTED;
    this.#depth++;
    const text = this.#textOf(expression, loops);
    this.#depth--;
    return text.length > MAX_TEXT ? UNSUPPORTED : text;
  }

  #textOf(expression: BicepExpression, loops: Loops): string {
    const text = (each: BicepExpression): string => this.#text(each, loops);
    switch (expression.kind) {
      case 'literal':
        return typeof expression.value === 'number' ? String(expression.value) : `${String(expression.value)}()`;
      case 'string':
        return this.#format(expression.parts, loops);
      case 'name':
        return this.#name(expression.name, loops);
      case 'member':
        return isIdentifier(expression.name)
          ? `${text(expression.of)}.${expression.name}`
          : `${text(expression.of)}[${quoted(expression.name)}]`;
      case 'index':
        return `${text(expression.of)}[${text(expression.index)}]`;
      case 'call':
        return this.#call(expression, loops);
      case 'binary':
        return this.#binary(expression, loops);
      case 'unary':
        return expression.operator === '!' ? `not(${text(expression.of)})` : `sub(0, ${text(expression.of)})`;
      case 'condition':
        return `if(${text(expression.test)}, ${text(expression.yes)}, ${text(expression.no)})`;
      case 'object':
        return `createObject(${expression.properties.flatMap(({ key, value }) => [quoted(key), text(value)]).join(', ')})`;
      case 'array':
        return `createArray(${expression.items.map(text).join(', ')})`;
      case 'guarded':
        return text(expression.body);
      case 'loop':
      case 'unsupported':
        return UNSUPPORTED;
    }
  }

  #format(parts: readonly (string | BicepExpression)[], loops: Loops): string {
    if (parts.every((part) => typeof part === 'string')) return quoted(parts.join(''));
    const args: string[] = [];
    const pattern = parts.map((part) =>
      typeof part === 'string' ? part.replaceAll('{', '{{').replaceAll('}', '}}') : `{${args.push(this.#text(part, loops)) - 1}}`,
    );
    return `format(${quoted(pattern.join(''))}, ${args.join(', ')})`;
  }

  #name(name: string, loops: Loops): string {
    const loop = loops.get(name);
    if (loop !== undefined) return loop;
    if (this.#parameters.has(name)) return `parameters(${quoted(name)})`;
    if (this.#variables.has(name)) return `variables(${quoted(name)})`;
    return this.#resources.has(name) ? `reference(${quoted(name)})` : `unsupported(${quoted(name)})`;
  }

  #call({ of, name, args }: Extract<BicepExpression, { kind: 'call' }>, loops: Loops): string {
    const values = args.map((arg) => this.#text(arg, loops));
    const isNamespace = of?.kind === 'name' && (of.name === 'az' || of.name === 'sys');
    if (of !== null && !isNamespace) values.unshift(this.#text(of, loops));
    return `${name}(${values.join(', ')})`;
  }

  #binary({ operator, left, right }: Extract<BicepExpression, { kind: 'binary' }>, loops: Loops): string {
    const both = `${this.#text(left, loops)}, ${this.#text(right, loops)}`;
    if (operator === '!=' || operator === '!~') return `not(equals(${both}))`;
    return `${BINARY[operator] ?? 'equals'}(${both})`;
  }
}

function allResources(resources: readonly BicepResource[]): readonly BicepResource[] {
  return resources.flatMap((resource) => {
    const body = bodyOf(resource.body);
    return [resource, ...(body.kind === 'object' ? allResources(body.resources) : [])];
  });
}

function bodyOf(expression: BicepExpression): BicepExpression {
  return expression.kind === 'loop' || expression.kind === 'guarded' ? bodyOf(expression.body) : expression;
}

function property(body: BicepExpression, key: string): BicepExpression | undefined {
  return body.kind === 'object' ? body.properties.find((each) => each.key === key)?.value : undefined;
}

function quoted(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}

function isIdentifier(name: string): boolean {
  return /^[A-Za-z_]\w*$/.test(name);
}
