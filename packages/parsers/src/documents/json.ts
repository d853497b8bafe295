/** JSON files into values. */
import type { Range, Source, Value } from '@kumomori/model';
import { boolValue, listValue, nullValue, numberValue, stringValue } from '@kumomori/model';
import type { JsonNode, JsonOptions } from '../json/index.ts';
import { parseJson } from '../json/index.ts';
import type { ReadDocuments } from './document.ts';
import { writtenMap } from './written.ts';

/** The one document of a JSON text (comments and trailing commas are accepted). Never throws. O(length). */
export function readJsonDocument(source: Source, options: JsonOptions = {}): ReadDocuments {
  const { value, diagnostics } = parseJson(source, options);
  if (value === null) return { documents: [], comments: [], diagnostics };
  const range: Range = { source, start: value.start, end: value.end };
  return { documents: [{ value: jsonValue(value, source), range }], comments: [], diagnostics };
}

/** Of a key given twice the last counts, as in JSON.parse. */
export function jsonValue(node: JsonNode, source: Source): Value {
  const range: Range = { source, start: node.start, end: node.end };
  switch (node.kind) {
    case 'object':
      return writtenMap(
        node.members.map(({ key, keyStart, keyEnd, value }) => ({
          key,
          keyRange: { source, start: keyStart, end: keyEnd },
          value: jsonValue(value, source),
        })),
        range,
      );
    case 'array':
      return listValue(
        node.items.map((item) => jsonValue(item, source)),
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
