/** YAML as such, in the places where it is read: anchors and aliases that multiply, merge keys, tags, scalars of all styles, many documents. */
import type { Random } from '../../bench/estate/random.ts';
import { mutateBytes, mutateTokens } from './mutate.ts';
import type { Files } from './programs.ts';

const NAMES = ['template.yaml', 'all.yaml', 'compose.yaml', 'kustomization.yaml', 'kumomori.yaml', 'all.json'];

const HEADS = [
  'AWSTemplateFormatVersion: "2010-09-09"\nResources: { R: { Type: AWS::S3::Bucket, Properties: *a } }\n',
  'apiVersion: v1\nkind: Pod\nmetadata: { name: a }\nspec: *a\n',
  'services: { web: *a, db: { <<: *a, image: x } }\n',
  'version: 1\n',
  '',
];

const PIECES = [
  'key: value',
  "\"key\": 'it''s'",
  '? complex\n: value',
  '? [a, b]\n: {c: d}',
  '- item\n- - nested\n  - {a: b}',
  'text: |\n  line\n    deeper\n',
  'text: >-2\n    folded\n',
  'text: |+\n\n\n',
  'plain: a\n  second line',
  'a: &a [1, 2]\nb: *a',
  'a: &a {b: *a}',
  '<<: *a',
  '<<: [*a, *b, {c: 1}]',
  '!Sub "${A}-${!B}"',
  '!!set {a, b}',
  '!!omap [a: 1]',
  '!<tag:yaml.org,2002:str> 1',
  'n: [0x1F, 0o17, 1e3, .inf, -.INF, .nan, 1_000, 012, ~, null, yes, 2026-01-01]',
  '"\\x41\\u00e9\\U0001F600\\e\\N"',
  '# kumomori:ignore aws-s3-bucket-versioning reason="x"',
  '%YAML 1.1\n---',
  '%TAG ! tag:example.com,2000:\n---',
  '---\n',
  '...\n',
  '\t- tab',
  'a:\n\tb: 1',
  '[a, b',
  '{a: b',
  "'open",
  '"open',
  '@x',
  '`x`',
  '- - - - - -',
  ': : :',
  '? ? ?',
  'key: key: key',
  '\uFEFFa: b',
  'a: b\r\nc: d\r',
];

export function documents(random: Random): Files {
  return new Map([[random.pick(NAMES), text(random)]]);
}

function text(random: Random): string {
  const shape = random.int(0, 9);
  if (shape === 0) return multiplied(random);
  if (shape === 1) return deep(random);
  const head = random.pick(HEADS);
  const pieces = Array.from({ length: random.int(1, 12) }, () => indented(random.pick(PIECES), random));
  const whole = `${head.includes('*a') ? 'x: &a { image: a, b: { c: [d] } }\n' : ''}${head}${pieces.join('\n')}\n`;
  if (shape < 5) return mutateBytes(whole, random.pick(PIECES), random);
  return shape < 8 ? mutateTokens(whole, random) : whole;
}

function indented(piece: string, random: Random): string {
  const margin = ' '.repeat(random.pick([0, 0, 0, 2, 2, 4]));
  return piece.replaceAll(/^/gm, margin);
}

/** Anchors each made of the one before, many times: 9^levels of whatever walks a tree. */
function multiplied(random: Random): string {
  const levels = random.int(2, 30);
  const width = random.int(2, 9);
  const isMap = random.chance(0.5);
  const of = (level: number): string =>
    Array.from({ length: width }, (_, at) => (isMap ? `k${at}: *a${level - 1}` : `*a${level - 1}`)).join(', ');
  const wrap = (inner: string): string => (isMap ? `{ ${inner} }` : `[${inner}]`);
  const lines = Array.from(
    { length: levels },
    (_, level) => `x${level}: &a${level} ${level === 0 ? wrap(isMap ? 'a: b' : 'b') : wrap(of(level))}`,
  );
  return `${lines.join('\n')}\n${random.pick(HEADS).replaceAll('*a', `*a${levels - 1}`)}`;
}

function deep(random: Random): string {
  const levels = random.pick([50, 500, 5000, 20_000]);
  const head = random.pick(HEADS).replaceAll('*a', 'x');
  switch (random.int(0, 5)) {
    case 0:
      return `${head}z: ${'['.repeat(levels)}${']'.repeat(levels)}\n`;
    case 1:
      return `${head}z: ${'{a: '.repeat(levels)}${'}'.repeat(levels)}\n`;
    case 2:
      return `${head}z:\n  ${'- '.repeat(levels)}a\n`;
    case 3:
      return `${head}${Array.from({ length: Math.min(levels, 1500) }, (_, at) => `${' '.repeat(at)}a:`).join('\n')}\n`;
    case 4:
      return `${head}${'? '.repeat(levels)}a\n`;
    default:
      return `${head}${'a: b\n---\n'.repeat(Math.min(levels, 3000))}`;
  }
}
