/** STIX 2.1 patterns (OASIS, STIX 2.1 §9) as a tree. `at` is the offset in the text, in UTF-16 units. */

export type StixConstant =
  | { readonly kind: 'string' | 'timestamp' | 'hex' | 'binary'; readonly value: string }
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'boolean'; readonly value: boolean };

/** `file:hashes.'SHA-256'`: an index, `*` for any element, or a key. */
export interface StixPath {
  readonly type: string;
  readonly steps: readonly StixStep[];
}
export type StixStep = { readonly key: string } | { readonly index: number | '*' };

export type StixOperator = '=' | '!=' | '<' | '>' | '<=' | '>=' | 'IN' | 'LIKE' | 'MATCHES' | 'ISSUBSET' | 'ISSUPERSET';

export interface StixTest {
  readonly op: 'test';
  readonly path: StixPath;
  readonly operator: StixOperator;
  readonly negated: boolean;
  /** One value; several only for IN. */
  readonly values: readonly StixConstant[];
  readonly at: number;
}

/** What must hold of one observation. */
export type StixComparison =
  | StixTest
  | { readonly op: 'exists'; readonly path: StixPath; readonly negated: boolean; readonly at: number }
  | { readonly op: 'and' | 'or'; readonly items: readonly StixComparison[]; readonly at: number };

/** What must hold of several observations. */
export type StixObservation =
  | { readonly op: 'observe'; readonly test: StixComparison; readonly at: number }
  | { readonly op: 'and' | 'or' | 'followed-by'; readonly items: readonly StixObservation[]; readonly at: number }
  | { readonly op: 'within'; readonly item: StixObservation; readonly seconds: number; readonly at: number }
  | { readonly op: 'repeats'; readonly item: StixObservation; readonly times: number; readonly at: number }
  | { readonly op: 'between'; readonly item: StixObservation; readonly start: string; readonly stop: string; readonly at: number };

/** The path as patterns write it. */
export function stixPathText({ type, steps }: StixPath): string {
  const text = steps.map((step, index) => {
    if ('index' in step) return `[${step.index}]`;
    const key = /^[A-Za-z_][A-Za-z0-9_-]*$/.test(step.key) && (index > 0 || !step.key.includes('-')) ? step.key : quoted(step.key);
    return index === 0 ? key : `.${key}`;
  });
  return `${type}:${text.join('')}`;
}

function quoted(text: string): string {
  return `'${text.replaceAll('\\', '\\\\').replaceAll("'", String.raw`\'`)}'`;
}

function constantText(constant: StixConstant): string {
  if (constant.kind === 'number' || constant.kind === 'boolean') return String(constant.value);
  const prefix = { string: '', timestamp: 't', hex: 'h', binary: 'b' }[constant.kind];
  return `${prefix}${quoted(constant.value)}`;
}

function comparisonText(comparison: StixComparison, inside: boolean): string {
  if (comparison.op === 'exists') return `${comparison.negated ? 'NOT ' : ''}EXISTS ${stixPathText(comparison.path)}`;
  if (comparison.op === 'test') {
    const { path, operator, negated, values } = comparison;
    const texts = values.map((value) => constantText(value));
    return `${stixPathText(path)} ${negated ? 'NOT ' : ''}${operator} ${operator === 'IN' ? `(${texts.join(', ')})` : (texts[0] ?? '')}`;
  }
  const text = comparison.items.map((item) => comparisonText(item, true)).join(comparison.op === 'and' ? ' AND ' : ' OR ');
  return inside ? `(${text})` : text;
}

/** The pattern as text: reading it again gives the same tree but for offsets. */
export function stixPatternText(node: StixObservation, inside = false): string {
  switch (node.op) {
    case 'observe':
      return `[${comparisonText(node.test, false)}]`;
    case 'within':
      return `${stixPatternText(node.item, true)} WITHIN ${node.seconds} SECONDS`;
    case 'repeats':
      return `${stixPatternText(node.item, true)} REPEATS ${node.times} TIMES`;
    case 'between':
      return `${stixPatternText(node.item, true)} START t'${node.start}' STOP t'${node.stop}'`;
    case 'and':
    case 'or':
    case 'followed-by': {
      const word = { and: ' AND ', or: ' OR ', 'followed-by': ' FOLLOWEDBY ' }[node.op];
      const text = node.items.map((item) => stixPatternText(item, true)).join(word);
      return inside ? `(${text})` : text;
    }
  }
}
