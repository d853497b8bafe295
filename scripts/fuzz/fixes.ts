/** Code in every style of writing, with an edit to carry out on it. The edit stands in a file beside the code, so that a saved input is whole. */
import type { Random } from '../../bench/estate/random.ts';
import type { Files } from './programs.ts';

/** Names that begin with `b` hold maps (blocks), names with `a` values. */
type Tree = { readonly [name: string]: Scalar | readonly Scalar[] | readonly Tree[] };
type Scalar = string | number | boolean;

export const ORDER = 'order.json';

export function fixTexts(random: Random): Files {
  const style: Style = {
    random,
    eol: random.chance(0.2) ? '\r\n' : '\n',
    unit: random.pick(['  ', '  ', '    ', ' ']),
    comments: random.chance(0.6),
  };
  const tree = treeOf(random, 0);
  const format = random.pick(['terraform', 'kubernetes', 'cloudformation'] as const);
  const edit = editOf(random);
  const order = (file: string, address: string): string => JSON.stringify({ format, file, address, edit });
  const bom = random.chance(0.05) ? '\uFEFF' : '';
  if (format === 'terraform') {
    const text = `resource "aws_orders" "orders" {${style.eol}${hclLines(tree, style.unit, style)}}${random.pick(['', style.eol])}`;
    return new Map([
      ['main.tf', bom + text],
      [ORDER, order('main.tf', 'aws_orders.orders')],
    ]);
  }
  const whole =
    format === 'kubernetes'
      ? { kind: 'Deployment', metadata: [{ name: 'orders' }], ...tree }
      : { Resources: [{ Orders: [{ Type: 'AWS::Shop::Orders', Properties: [tree] }] }] };
  const address = format === 'kubernetes' ? 'default/Deployment/orders' : 'Stack/Orders';
  if (random.chance(0.3))
    return new Map([
      ['main.json', bom + JSON.stringify(plain(whole), null, random.pick([0, 2, 4])).replaceAll('\n', style.eol)],
      [ORDER, order('main.json', address)],
    ]);
  return new Map([
    ['main.yaml', bom + yamlLines(whole, '', style)],
    [ORDER, order('main.yaml', address)],
  ]);
}

interface Style {
  readonly random: Random;
  readonly eol: string;
  readonly unit: string;
  readonly comments: boolean;
}

const STRINGS = [
  'x',
  'a b',
  'yes',
  'null',
  '12',
  'a: b',
  '# no comment',
  "it's",
  'say "so"',
  'ア',
  '${no}',
  '%{no}',
  'a\\b',
  '-',
  '',
  '{',
  '0x1f',
  '1e3',
  '~',
  '&a',
  '!t',
];

function scalar(random: Random): Scalar {
  return random.pick<Scalar>([random.pick(STRINGS), random.int(-9, 99), random.chance(0.5)]);
}

function scalars(random: Random): readonly Scalar[] {
  return Array.from({ length: random.int(0, 4) }, () => scalar(random));
}

function treeOf(random: Random, depth: number): Tree {
  const names = Array.from({ length: random.int(depth === 0 ? 1 : 0, 4) }, () =>
    depth < 3 && random.chance(0.4) ? `b${random.int(1, 2)}` : `a${random.int(1, 4)}`,
  );
  return Object.fromEntries(
    names.map((name) => {
      if (name.startsWith('b')) return [name, Array.from({ length: random.chance(0.3) ? 2 : 1 }, () => treeOf(random, depth + 1))];
      return [name, name === 'a4' ? scalars(random) : scalar(random)];
    }),
  );
}

function editOf(random: Random): unknown {
  const steps = Array.from({ length: random.int(0, 2) }, () => `b${random.int(1, 2)}${random.chance(0.3) ? '[*]' : ''}`);
  const list = [...steps, 'a4'].join('.');
  const one = [...steps, `a${random.int(1, 3)}`].join('.');
  switch (random.int(0, 5)) {
    case 0:
      return { append: list, values: scalars(random) };
    case 1:
      return { drop: list, values: scalars(random) };
    case 2:
      return { remove: random.pick([one, list]) };
    case 3:
      return { set: list, value: scalars(random) };
    case 4:
      return { set: one, value: scalar(random), [random.pick(['unlessThere', 'ifThere'])]: true };
    default:
      return { set: one, value: scalar(random) };
  }
}

/** A tree as documents hold it: one map is a map, several are a list of maps. */
function plain(tree: Tree): unknown {
  return Object.fromEntries(Object.entries(tree).map(([name, value]) => [name, isMaps(name, value) ? plainMaps(value) : value]));
}

function plainMaps(maps: readonly Tree[]): unknown {
  const [only, ...others] = maps;
  return only && others.length === 0 ? plain(only) : maps.map(plain);
}

function isMaps(name: string, value: Tree[string]): value is readonly Tree[] {
  return /^(?:b\d|metadata|Resources|Orders|Properties)$/.test(name) && Array.isArray(value);
}

function comment({ random, comments }: Style, sign = '#'): string {
  return comments && random.chance(0.2) ? ` ${sign} note ${random.int(1, 99)}` : '';
}

function ownLine(indent: string, style: Style): string {
  const note = comment(style);
  return note === '' ? (style.random.chance(0.1) ? style.eol : '') : `${indent}${note.trim()}${style.eol}`;
}

function hclLines(tree: Tree, indent: string, style: Style): string {
  const { eol, unit, random } = style;
  const width = random.chance(0.5) ? 2 : random.int(2, 6);
  const lines = Object.entries(tree).map(([name, value]) => {
    if (!isMaps(name, value))
      return `${indent}${name.padEnd(width)} = ${hclValue(value, indent, style)}${comment(style, random.pick(['#', '//']))}${eol}`;
    return value
      .map((each) => {
        if (Object.keys(each).length === 0 && random.chance(0.5)) return `${indent}${name} {}${eol}`;
        return `${indent}${name} {${comment(style)}${eol}${hclLines(each, indent + unit, style)}${indent}}${comment(style)}${eol}`;
      })
      .join('');
  });
  return lines.map((each) => ownLine(indent, style) + each).join('') + ownLine(indent, style);
}

function hclValue(value: Scalar | readonly Scalar[] | readonly Tree[], indent: string, style: Style): string {
  const { random, eol, unit } = style;
  if (typeof value === 'string')
    return `"${value
      .replaceAll('\\', '\\\\')
      .replaceAll('"', '\\"')
      .replace(/([$%])\{/g, '$1$1{')}"`;
  if (!Array.isArray(value)) return String(value);
  const items = value.map((each) => hclValue(each as Scalar, indent, style)); // lists hold scalars, as the trees are made
  if (items.length === 0 || random.chance(0.5)) return `[${items.join(', ')}${random.chance(0.1) && items.length > 0 ? ',' : ''}]`;
  const lines = items.map(
    (each, at) => `${indent}${unit}${each}${at < items.length - 1 || random.chance(0.5) ? ',' : ''}${comment(style)}${eol}`,
  );
  return `[${eol}${lines.join('')}${indent}]`;
}

function yamlLines(tree: Tree, indent: string, style: Style): string {
  const { eol, random } = style;
  return Object.entries(tree)
    .map(([name, value]) => `${ownLine(indent, style)}${indent}${name}:${yamlValue(name, value, { indent, style })}`)
    .join('')
    .replace(/(?<!\n)$/, random.chance(0.9) || indent !== '' ? '' : eol);
}

interface YamlPlace {
  readonly indent: string;
  readonly style: Style;
}

/** What stands behind the colon, with the line end. */
function yamlValue(name: string, value: Tree[string], { indent, style }: YamlPlace): string {
  const { eol, random, unit } = style;
  const note = comment(style);
  if (!Array.isArray(value)) return ` ${yamlScalar(value as Scalar, style)}${note}${eol}`; // what is no list is a scalar
  if (!isMaps(name, value)) {
    const items = (value as readonly Scalar[]).map((each) => yamlScalar(each, style)); // other names hold scalars
    if (items.length === 0 || random.chance(0.5))
      return ` [${(value as readonly Scalar[]).map((each) => JSON.stringify(each)).join(', ')}]${note}${eol}`;
    const inner = random.chance(0.5) ? indent : indent + unit;
    return `${note}${eol}${items.map((each) => `${inner}- ${each}${comment(style)}${eol}`).join('')}`;
  }
  const [only, ...others] = value;
  if (!only || random.chance(0.15)) return ` ${JSON.stringify(plainMaps(value))}${note}${eol}`;
  if (others.length === 0)
    return Object.keys(only).length === 0 ? ` {}${note}${eol}` : `${note}${eol}${yamlLines(only, indent + unit, style)}`;
  const dash = random.chance(0.5) ? indent : indent + unit;
  const items = value.map((each) => {
    if (Object.keys(each).length === 0) return `${dash}- {}${eol}`;
    const lines = yamlLines(each, `${dash}  `, { ...style, comments: false }).replace(/^(?:[ \t]*\r?\n)+/, '');
    return `${dash}- ${lines.slice(dash.length + 2)}`;
  });
  return `${note}${eol}${items.join('')}`;
}

function yamlScalar(value: Scalar, { random }: Style): string {
  if (typeof value !== 'string') return String(value);
  if (/^[a-z]+$/.test(value) && !/^(?:yes|null|true|no)$/.test(value) && random.chance(0.7)) return value;
  return random.chance(0.5) && !value.includes("'") ? `'${value}'` : JSON.stringify(value);
}
