/** HCL text from a grammar, by fast-check: valid syntax in every combination, meaningless otherwise. */
import fc from 'fast-check';

const name = fc.constantFrom(
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
const space = fc.constantFrom('', ' ', '\n', ' # c\n', '/* c */', '\t');
const number = fc.oneof(
  fc.integer().map(String),
  fc.double({ noNaN: true, noDefaultInfinity: true }).map((value) => String(Math.abs(value))),
  fc.constantFrom('0', '1e6', '1E-3', '007', '1.', '1e400'),
);
const quotedText = fc.string({ maxLength: 12 }).map((text) => text.replaceAll(/["\\\n\r]/g, '').replaceAll(/[$%]\{/g, ''));
const escape = fc.constantFrom('\\n', '\\"', '\\\\', '\\u00e9', '\\U0001F600', '$${', '%%{', '$', '%');

interface Pieces {
  readonly expression: string;
  readonly template: string;
  readonly body: string;
}

const { body } = fc.letrec<Pieces>((tie) => ({
  expression: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    fc.oneof(number, name, fc.constantFrom('true', 'null', '""', '[]', '{}')),
    tie('template').map((text) => `"${text}"`),
    tie('template').map((text) => `<<EOT\n${text.replaceAll('\n', ' ')}\nEOT\n`),
    fc
      .tuple(tie('expression'), fc.constantFrom('+', '-', '*', '/', '%', '==', '!=', '<', '>=', '&&', '||'), tie('expression'))
      .map(([left, operator, right]) => `${left} ${operator} ${right}`),
    fc.tuple(fc.constantFrom('-', '!', '--', '!!'), tie('expression')).map(([operator, operand]) => operator + operand),
    tie('expression').map((inner) => `(${inner})`),
    fc.tuple(tie('expression'), tie('expression'), tie('expression')).map(([test, then, otherwise]) => `${test} ? ${then} : ${otherwise}`),
    fc.array(tie('expression'), { maxLength: 3 }).chain((items) => space.map((gap) => `[${gap}${items.join(`,${gap}`)}${gap}]`)),
    fc
      .array(
        fc.tuple(
          fc.oneof(
            name,
            tie('expression').map((key) => `(${key})`),
          ),
          tie('expression'),
        ),
        { maxLength: 3 },
      )
      .map((entries) => `{ ${entries.map(([key, value]) => `${key} = ${value}`).join(', ')} }`),
    fc
      .tuple(name, fc.array(tie('expression'), { maxLength: 3 }), fc.constantFrom('', '...'))
      .map(([called, args, dots]) => `${called}(${args.join(', ')}${args.length > 0 ? dots : ''})`),
    fc.tuple(tie('expression'), name).map(([target, attribute]) => `${target}.${attribute}`),
    fc.tuple(tie('expression'), tie('expression')).map(([target, key]) => `${target}[${key}]`),
    fc.tuple(tie('expression'), fc.constantFrom('[*]', '.*', '[*].a', '.*.b.0', '.0', '.1.2')).map(([target, rest]) => target + rest),
    fc
      .tuple(name, tie('expression'), tie('expression'), fc.constantFrom('', ' if true'))
      .map(([item, collection, value, filter]) => `[for ${item} in ${collection} : ${value}${filter}]`),
    fc
      .tuple(name, name, tie('expression'), tie('expression'), fc.constantFrom('', '...'))
      .map(([key, item, collection, value, dots]) => `{for ${key}, ${item} in ${collection} : ${key} => ${value}${dots}}`),
  ),
  template: fc.oneof(
    { depthSize: 'small' },
    quotedText,
    fc.array(fc.oneof(quotedText, escape), { maxLength: 4 }).map((parts) => parts.join('')),
    fc.tuple(quotedText, tie('expression'), fc.constantFrom('', '~')).map(([text, value, trim]) => `${text}\${${trim}${value}${trim}}`),
    fc
      .tuple(tie('expression'), tie('template'), tie('template'))
      .map(([test, then, otherwise]) => `%{ if ${test} }${then}%{ else }${otherwise}%{ endif }`),
    fc
      .tuple(name, tie('expression'), tie('template'))
      .map(([item, collection, text]) => `%{ for ${item} in ${collection} ~}${text}%{ endfor }`),
  ),
  body: fc
    .array(
      fc.oneof(
        { depthSize: 'small' },
        fc.tuple(name, tie('expression')).map(([attribute, value]) => `${attribute} = ${value}\n`),
        fc
          .tuple(name, fc.array(quotedText, { maxLength: 2 }), tie('body'))
          .map(([type, labels, inner]) => `${type} ${labels.map((label) => `"${label}"`).join(' ')} {\n${inner}}\n`),
      ),
      { maxLength: 4 },
    )
    .map((items) => items.join('')),
}));

/** `count` bodies of a file; the same seed gives the same texts. */
export function grammarTexts(seed: number, count: number): readonly string[] {
  return fc.sample(body, { seed, numRuns: count });
}
