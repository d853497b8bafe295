/** HCL text from a grammar, by fast-check: valid syntax in every combination, meaningless otherwise. */
import { array, constantFrom, double, integer, letrec, oneof, sample, string, tuple } from 'fast-check';

const name = constantFrom(
  'a',
  'b',
  'var',
  'local',
  'each',
  'count',
  'module',
  'data',
  'bucket-1',
  'ünïcode',
  'for',
  'in',
  'if',
  'null',
  'true',
  'content',
  'dynamic',
);
const space = constantFrom('', ' ', '\n', ' # c\n', '/* c */', '\t');
const number = oneof(
  integer().map(String),
  double({ noNaN: true, noDefaultInfinity: true }).map((value) => String(Math.abs(value))),
  constantFrom('0', '1e6', '1E-3', '007', '1.', '1e400'),
);
const quotedText = string({ maxLength: 12 }).map((text) => text.replaceAll(/["\\\n\r]/g, '').replaceAll(/[$%]\{/g, ''));
const escape = constantFrom('\\n', '\\"', '\\\\', '\\u00e9', '\\U0001F600', '$${', '%%{', '$', '%');

// A type alias, because letrec wants an index signature, which interfaces lack.
type Pieces = {
  readonly expression: string;
  readonly template: string;
  readonly body: string;
};

const { body } = letrec<Pieces>((tie) => ({
  expression: oneof(
    { depthSize: 'small', withCrossShrink: true },
    oneof(number, name, constantFrom('true', 'null', '""', '[]', '{}')),
    tie('template').map((text) => `"${text}"`),
    tie('template').map((text) => `<<EOT\n${text.replaceAll('\n', ' ')}\nEOT\n`),
    tuple(tie('expression'), constantFrom('+', '-', '*', '/', '%', '==', '!=', '<', '>=', '&&', '||'), tie('expression')).map(
      ([left, operator, right]) => `${left} ${operator} ${right}`,
    ),
    tuple(constantFrom('-', '!', '--', '!!'), tie('expression')).map(([operator, operand]) => operator + operand),
    tie('expression').map((inner) => `(${inner})`),
    tuple(tie('expression'), tie('expression'), tie('expression')).map(([test, then, otherwise]) => `${test} ? ${then} : ${otherwise}`),
    array(tie('expression'), { maxLength: 3 }).chain((items) => space.map((gap) => `[${gap}${items.join(`,${gap}`)}${gap}]`)),
    array(
      tuple(
        oneof(
          name,
          tie('expression').map((key) => `(${key})`),
        ),
        tie('expression'),
      ),
      { maxLength: 3 },
    ).map((entries) => `{ ${entries.map(([key, value]) => `${key} = ${value}`).join(', ')} }`),
    tuple(name, array(tie('expression'), { maxLength: 3 }), constantFrom('', '...')).map(
      ([called, args, dots]) => `${called}(${args.join(', ')}${args.length > 0 ? dots : ''})`,
    ),
    tuple(tie('expression'), name).map(([target, attribute]) => `${target}.${attribute}`),
    tuple(tie('expression'), tie('expression')).map(([target, key]) => `${target}[${key}]`),
    tuple(tie('expression'), constantFrom('[*]', '.*', '[*].a', '.*.b.0', '.0', '.1.2')).map(([target, rest]) => target + rest),
    tuple(name, tie('expression'), tie('expression'), constantFrom('', ' if true')).map(
      ([item, collection, value, filter]) => `[for ${item} in ${collection} : ${value}${filter}]`,
    ),
    tuple(name, name, tie('expression'), tie('expression'), constantFrom('', '...')).map(
      ([key, item, collection, value, dots]) => `{for ${key}, ${item} in ${collection} : ${key} => ${value}${dots}}`,
    ),
  ),
  template: oneof(
    { depthSize: 'small' },
    quotedText,
    array(oneof(quotedText, escape), { maxLength: 4 }).map((parts) => parts.join('')),
    tuple(quotedText, tie('expression'), constantFrom('', '~')).map(([text, value, trim]) => `${text}\${${trim}${value}${trim}}`),
    tuple(tie('expression'), tie('template'), tie('template')).map(
      ([test, then, otherwise]) => `%{ if ${test} }${then}%{ else }${otherwise}%{ endif }`,
    ),
    tuple(name, tie('expression'), tie('template')).map(
      ([item, collection, text]) => `%{ for ${item} in ${collection} ~}${text}%{ endfor }`,
    ),
  ),
  body: array(
    oneof(
      { depthSize: 'small' },
      tuple(name, tie('expression')).map(([attribute, value]) => `${attribute} = ${value}\n`),
      tuple(name, array(quotedText, { maxLength: 2 }), tie('body')).map(
        ([type, labels, inner]) => `${type} ${labels.map((label) => `"${label}"`).join(' ')} {\n${inner}}\n`,
      ),
    ),
    { maxLength: 4 },
  ).map((items) => items.join('')),
}));

/** `count` bodies of a file; the same seed gives the same texts. */
export function grammarTexts(seed: number, count: number): readonly string[] {
  return sample(body, { seed, numRuns: count });
}
