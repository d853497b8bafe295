/** JSON files into values. */
import type { Diagnostic, Range, Source, Value } from '@kumomori/model';
import { boolValue, diagnosticAt, listValue, nullValue, numberValue, stringValue } from '@kumomori/model';
import type { JsonNode, JsonOptions } from '../json/index.ts';
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
  const document = { value: jsonValue(value, source, warn), range };
  return { documents: [document], comments: [], diagnostics: [...diagnostics, ...repeated] };
}

/** Of a key given twice the last counts, as in JSON.parse; `onRepeated` is told of it. */
export function jsonValue(node: JsonNode, source: Source, onRepeated?: (member: WrittenMember) => void): Value {
  const range: Range = { source, start: node.start, end: node.end };
  switch (node.kind) {
    case 'object': {
      const map = writtenMap(
        node.members.map(({ key, keyStart, keyEnd, value }) => ({
          key,
          keyRange: { source, start: keyStart, end: keyEnd },
          value: jsonValue(value, source, onRepeated),
        })),
        range,
      );
      if (onRepeated) for (const member of repeatedMembers(map)) onRepeated(member);
      return map;
    }
    case 'array':
      return listValue(
        node.items.map((item) => jsonValue(item, source, onRepeated)),
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
