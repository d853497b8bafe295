import type {
  Example,
  ExampleSource,
  Fix,
  Language,
  MapValue,
  Parameter,
  Parameters,
  ReaderName,
  Source,
  Text,
  Value,
} from '@kumomori/model';
import { readerNames, severities } from '@kumomori/model';
import { readYamlDocuments } from '../documents/index.ts';
import { Reading } from './reading.ts';
import { words } from './words.ts';
import type { OwnCheckFile, WrittenCheck } from './written-check.ts';

const MAX_CHECKS = 500;

const CHECK_KEYS = [
  ...['id', 'title', 'severity', 'priority', 'controlType', 'resourceType', 'when', 'condition', 'message', 'why', 'fix', 'references'],
  ...['equivalents', 'frameworks', 'params', 'examples'],
];
const FIX_KEYS = ['summary', ...readerNames, 'cli', 'console'];
const EXAMPLE_KEYS = ['name', 'expect', 'params', ...readerNames];

/**
 * Reads a YAML text of one check, of several documents, or of one mapping with `checks: [...]`. Never throws: a check with a mistake is left
 * out, and the mistake is a diagnostic with its place (`check-invalid`, `cel-…`, `yaml-syntax`).
 */
export function readCheckFile(source: Source, language: Language): OwnCheckFile {
  const { documents, diagnostics } = readYamlDocuments(source);
  const reading = new Reading(source, language);
  const written = documents.flatMap(({ value }) => {
    const several = value.kind === 'map' && value.entries.has('checks') ? value.entries.get('checks') : undefined;
    if (several && value.kind === 'map') reading.knownKeys(value, ['checks', 'version']);
    return several ? reading.list(several, 'checks') : [value];
  });
  if (written.length === 0 && diagnostics.length === 0) reading.complain(words.nothing(), null);
  if (written.length > MAX_CHECKS) reading.complain(words.tooMany(MAX_CHECKS), written[MAX_CHECKS]?.range ?? null);
  const checks = written.slice(0, MAX_CHECKS).flatMap((value) => {
    const { result, isSound } = reading.watched(value.range, () => readCheck(reading, value));
    return result && isSound ? [result] : [];
  });
  return { checks, diagnostics: [...diagnostics, ...reading.diagnostics] };
}

function readCheck(reading: Reading, value: Value): WrittenCheck | null {
  const map = reading.map(value, 'check');
  if (!map) return null;
  reading.knownKeys(map, CHECK_KEYS);
  const { entries } = map;
  const of = (key: string): Value | undefined => entries.get(key);
  const id = reading.name(of('id'), 'id');
  if (id.name !== '' && !/^[a-z0-9]+(?:-[a-z0-9]+)+$/.test(id.name)) reading.complain(words.id(id.name), id.range);
  const title = reading.localized(of('title'), 'title') ?? missingText(reading, 'title');
  if (title.en.length > 80 || title.ja.length > 80) reading.complain(words.title(), of('title')?.range ?? null);
  const condition = reading.expression(of('condition'), 'condition');
  const when = of('when') ? reading.expression(of('when'), 'when') : null;
  const check = {
    id,
    resourceType: reading.name(of('resourceType'), 'resourceType'),
    title,
    severity: reading.oneOf(of('severity'), severities, { what: 'severity', otherwise: 'medium' }),
    priority: reading.oneOf(of('priority'), ['P0', 'P1', 'P2'], { what: 'priority', otherwise: 'P1' }),
    controlType: reading.oneOf(of('controlType'), ['preventive', 'detective'], { what: 'controlType', otherwise: 'preventive' }),
    when,
    message: readMessage(reading, of('message')),
    why: reading.localized(of('why'), 'why'),
    fix: readFix(reading, of('fix'), title),
    references: reading.names(of('references'), 'references').map(({ name }) => name),
    equivalents: reading.names(of('equivalents'), 'equivalents').map(({ name }) => name),
    frameworks: reading.names(of('frameworks'), 'frameworks'),
    params: readParameters(reading, of('params')),
    examples: reading.list(of('examples'), 'examples').flatMap((each, index) => readExample(reading, each, index)),
  };
  return condition && { ...check, condition };
}

function missingText(reading: Reading, what: string): Text {
  reading.complain(words.missing(what), null);
  return { en: '', ja: '' };
}

function readMessage(reading: Reading, value: Value | undefined): WrittenCheck['message'] {
  const texts = reading.localized(value, 'message');
  if (!texts || !value) return null;
  if (value.kind !== 'map') {
    const both = reading.template(value, texts.en);
    return { en: both, ja: both };
  }
  const [en, ja] = [
    value.entries.get('en') ?? value.entries.get('ja') ?? value,
    value.entries.get('ja') ?? value.entries.get('en') ?? value,
  ];
  return { en: reading.template(en, texts.en), ja: reading.template(ja, texts.ja) };
}

/** A sentence, or a sentence with snippets. */
function readFix(reading: Reading, value: Value | undefined, title: Text): Fix {
  if (!value || value.kind === 'null') return { summary: title };
  if (value.kind !== 'map') return { summary: reading.localized(value, 'fix') ?? title };
  if (value.entries.has('en') || value.entries.has('ja')) return { summary: reading.localized(value, 'fix') ?? title };
  reading.knownKeys(value, FIX_KEYS);
  const summary = reading.localized(value.entries.get('summary'), 'fix.summary') ?? title;
  const steps = reading.localized(value.entries.get('console'), 'fix.console');
  const snippets = [...readerNames, 'cli' as const].flatMap((name) => {
    const text = reading.optionalText(value.entries.get(name), `fix.${name}`);
    return text === null ? [] : [[name, text] as const];
  });
  return { summary, ...Object.fromEntries(snippets), ...(steps && { console: steps }) };
}

/** `minDays: 30`, `regions: [a, b]`, or a mapping with default, min and description. */
function readParameters(reading: Reading, value: Value | undefined): Parameters {
  const map = value && value.kind !== 'null' ? reading.map(value, 'params') : null;
  if (!map) return {};
  return Object.fromEntries(
    [...map.entries].flatMap(([name, each]) => {
      const parameter = readParameter(reading, name, each);
      return parameter ? [[name, parameter] as const] : [];
    }),
  );
}

function readParameter(reading: Reading, name: string, value: Value): Parameter | null {
  const wrapped = value.kind === 'map' ? value : null;
  if (wrapped) reading.knownKeys(wrapped, ['default', 'min', 'description']);
  const standard = wrapped ? wrapped.entries.get('default') : value;
  const description = (wrapped && reading.localized(wrapped.entries.get('description'), `params.${name}.description`)) ?? {
    en: name,
    ja: name,
  };
  if (standard?.kind === 'number') {
    const min = wrapped?.entries.get('min');
    return { type: 'number', default: standard.value, description, ...(min?.kind === 'number' && { min: min.value }) };
  }
  if (standard?.kind !== 'list') return reading.complain(words.parameter(name), standard?.range ?? value.range);
  return { type: 'strings', default: reading.names(standard, `params.${name}`).map((each) => each.name), description };
}

function readExample(reading: Reading, value: Value, index: number): readonly Example[] {
  const map = reading.map(value, `examples[${index}]`);
  if (!map) return [];
  reading.knownKeys(map, EXAMPLE_KEYS);
  const expect = reading.oneOf(map.entries.get('expect'), ['pass', 'fail', 'unknown', 'not-applicable'], {
    what: 'expect',
    otherwise: 'pass',
  });
  if (!map.entries.has('expect')) reading.complain(words.missing('expect'), map.range);
  const sources = readerNames.flatMap((name) => {
    const source = map.entries.get(name);
    return source ? [[name, readCode(reading, source, name)] as const] : [];
  });
  if (sources.length === 0) reading.complain(words.exampleSource(readerNames), map.range);
  const name = reading.optionalText(map.entries.get('name'), 'name') ?? `${index + 1}`;
  const params = map.entries.get('params');
  return [
    { name, expect, sources: Object.fromEntries(sources), ...(params?.kind === 'map' && { params: exampleParameters(reading, params) }) },
  ];
}

/** The text of a file, or files by path. */
function readCode(reading: Reading, value: Value, name: ReaderName): Extract<ExampleSource, string | Readonly<Record<string, string>>> {
  if (value.kind !== 'map') return reading.text(value, name);
  return Object.fromEntries([...value.entries].map(([path, text]) => [path, reading.text(text, path)]));
}

function exampleParameters(reading: Reading, map: MapValue): Readonly<Record<string, number | readonly string[]>> {
  return Object.fromEntries(
    [...map.entries].map(([name, value]) => [
      name,
      value.kind === 'number' ? value.value : reading.names(value, `params.${name}`).map((each) => each.name),
    ]),
  );
}
