/** A template's parameters and outputs: no resources of Azure, but people put secrets there. Declared as one resource for each template. */
import type { DeclaredAttribute, DeclaredResource, Range, Value } from '@kumomori/model';
import { boolValue, listValue, mapValue, stringValue, unknownValue } from '@kumomori/model';
import type { Scope } from './scope.ts';
import { entriesOf, itemsOf, member, textOf } from './values.ts';

/** The type of such a resource; no type of Azure is a single word. */
const TEMPLATE_TYPE = 'deploymentTemplate';

interface TemplatePlace {
  readonly path: string;
  readonly moduleAddress: string;
  readonly rootDir: string;
}

/** Null for a template without parameters and outputs. O(text of both). */
export function declareTemplate(template: Value, scope: Scope, { path, moduleAddress, rootDir }: TemplatePlace): DeclaredResource | null {
  const parts = [member(template, 'parameters'), member(template, 'outputs')];
  const head = headOf(parts.find((part) => entriesOf(part).size > 0));
  const range = template.range ?? head;
  if (!head || !range) return null;
  const [parameters, outputs] = parts;
  const attribute = (value: Value): DeclaredAttribute => ({ value, range: value.range ?? head });
  const attributes = new Map([
    ['name', attribute(stringValue(path, head))],
    ['parameters', attribute(listValue([...entriesOf(parameters)].map(parameterOf(scope)), parameters?.range ?? head))],
    ['outputs', attribute(listValue([...entriesOf(outputs)].map(outputOf(scope)), outputs?.range ?? head))],
  ]);
  return {
    mode: 'managed',
    type: TEMPLATE_TYPE,
    name: 'template',
    address: moduleAddress === '' ? 'template' : `${moduleAddress}/template`,
    reference: `${TEMPLATE_TYPE.toLowerCase()}|${moduleAddress}`,
    moduleAddress,
    moduleDir: path,
    rootDir,
    key: null,
    block: { type: 'template', range, head, attributes, blocks: [], uncertain: false, via: null },
    provider: 'azurerm',
    region: unknownValue('computed', 'a template has no location', head),
  };
}

/** The first character: the whole object would be a page of code. */
function headOf(part: Value | undefined): Range | null {
  return part?.range ? { ...part.range, end: Math.min(part.range.start + 1, part.range.end) } : null;
}

type Entry = readonly [string, Value];

function parameterOf(scope: Scope): (entry: Entry) => Value {
  return ([name, declared]) => {
    const { range } = declared;
    const written = member(declared, 'defaultValue');
    // A new GUID for each deployment is no value that anybody could read here.
    const isGenerated = /\bnewGuid\s*\(/i.test(textOf(written) ?? '');
    const parts: Entry[] = [
      ['name', stringValue(name, range)],
      ['type', stringValue((textOf(member(declared, 'type')) ?? '').toLowerCase(), range)],
      ['isSecure', boolValue(isSecure(declared), range)],
    ];
    if (written && !isGenerated) parts.push(['defaultValue', { ...scope.evaluate(written), sensitive: isSecure(declared) }]);
    return mapValue(new Map(parts), range);
  };
}

function outputOf(scope: Scope): (entry: Entry) => Value {
  return ([name, declared]) => {
    const written = member(member(declared, 'copy'), 'input') ?? member(declared, 'value');
    const reveals = written !== undefined && (callsList(written, 0) || isSensitive(scope.evaluate(written), 0));
    return mapValue(
      new Map<string, Value>([
        ['name', stringValue(name, declared.range)],
        ['isSecure', boolValue(isSecure(declared), declared.range)],
        ['revealsSecret', boolValue(reveals, written?.range ?? declared.range)],
      ]),
      declared.range,
    );
  };
}

function isSecure(declared: Value): boolean {
  return /^secure/i.test(textOf(member(declared, 'type')) ?? '');
}

const MAX_DEPTH = 50;

/** `listKeys()` and its like answer with secrets. */
function callsList(written: Value, depth: number): boolean {
  const text = textOf(written);
  if (text !== null) return text.startsWith('[') && /\blist[A-Z]\w*\s*\(/.test(text);
  return depth < MAX_DEPTH && partsOf(written).some((part) => callsList(part, depth + 1));
}

function isSensitive(value: Value, depth: number): boolean {
  return value.sensitive || (depth < MAX_DEPTH && partsOf(value).some((part) => isSensitive(part, depth + 1)));
}

function partsOf(value: Value): readonly Value[] {
  return [...entriesOf(value).values(), ...itemsOf(value)];
}
