/** JSON files into values. */
import type { Diagnostic, MapValue, Range, Source, Value } from '@kumomori/model';
import { boolValue, diagnosticAt, listValue, mapValue, nullValue, numberValue, stringValue } from '@kumomori/model';
import type { JsonNode, JsonObject, JsonOptions } from '../json/index.ts';
import { parseJson } from '../json/index.ts';
import type { ReadDocuments } from './document.ts';
import type { WrittenMember } from './written.ts';
import { repeatedKey, repeatedMembers, writtenMap } from './written.ts';

const MAX_WARNINGS = 20;

/** The one document of a JSON text (comments and trailing commas are accepted). Never throws. O(length). */
export function readJsonDocument(source: Source, options: JsonOptions = {}): ReadDocuments {
  const { value, diagnostics } = parseJson(source, options);
  if (value === null) return { documents: [], comments: [], diagnostics };
  const range: Range = { source, start: value.start, end: value.end };
  const repeated: Diagnostic[] = [];
  const warn = ({ key, keyRange }: WrittenMember): void => {
    if (keyRange && repeated.length < MAX_WARNINGS)
      repeated.push(diagnosticAt(source, keyRange.start, { ...repeatedKey(key), severity: 'warning' }));
  };
  const document = { value: valueOf(value, source, (...object) => mapWithKeys(object, warn)), range };
  return { documents: [document], comments: [], diagnostics: [...diagnostics, ...repeated] };
}

/** Of a key given twice the last counts, as in JSON.parse. Where keys stand is not remembered: of plans and states nobody asks that. */
export function jsonValue(node: JsonNode, source: Source): Value {
  return valueOf(node, source, ({ members }, toValue, range) =>
    mapValue(new Map(members.map(({ key, value }) => [key, toValue(value)])), range),
  );
}

type ObjectParts = readonly [object: JsonObject, toValue: (node: JsonNode) => Value, range: Range];

/** `onRepeated` is told of keys given twice. */
function mapWithKeys([{ members }, toValue, range]: ObjectParts, onRepeated: (member: WrittenMember) => void): MapValue {
  const map = writtenMap(
    members.map(({ key, keyStart, keyEnd, value }) => ({
      key,
      keyRange: { ...range, start: keyStart, end: keyEnd },
      value: toValue(value),
    })),
    range,
  );
  for (const member of repeatedMembers(map)) onRepeated(member);
  return map;
}

function valueOf(node: JsonNode, source: Source, toMap: (...object: ObjectParts) => MapValue): Value {
  const range: Range = { source, start: node.start, end: node.end };
  switch (node.kind) {
    case 'object':
      return toMap(node, (inner) => valueOf(inner, source, toMap), range);
    case 'array':
      return listValue(
        node.items.map((item) => valueOf(item, source, toMap)),
        range,
      );
    case 'string':
      return stringValue(node.value, range);
    case 'number':
      return numberValue(node.value, range);
    case 'boolean':
      return boolValue(node.value, range);
    case 'null':
      return nullValue(range);
  }
}
