/** JSON texts too large to be held as a tree: what is asked for is read, the rest is passed over. */
import type { Diagnostic, Source } from '@kumomori/model';
import type { JsonNode } from './ast.ts';
import type { JsonOptions } from './parse-json.ts';
import { nextElement, openJson, parseNode, skipNested } from './parse-json.ts';
import type { JsonReader } from './scan.ts';
import { readJsonString, reportJson, skipJsonBlanks } from './scan.ts';

/** Keys from the top; `*` stands for the elements of an array. */
export type JsonPath = readonly string[];

export interface JsonVisitor {
  /** `enter`: ask again for each member; `read`: hand the value over; `skip`: pass it over. */
  decide(path: JsonPath): 'enter' | 'read' | 'skip';
  value(path: JsonPath, node: JsonNode): void;
}

/** Never throws: what is wrong is a diagnostic. O(length); memory of one value at a time. */
export function walkJson(source: Source, visitor: JsonVisitor, options: JsonOptions = {}): readonly Diagnostic[] {
  const opened = openJson(source, options);
  if (!('reader' in opened)) return opened.diagnostics;
  visit(opened.reader, [], visitor);
  return opened.reader.diagnostics;
}

function visit(reader: JsonReader, path: JsonPath, visitor: JsonVisitor): void {
  const open = reader.text.charCodeAt(reader.pos);
  const decision = visitor.decide(path);
  if (decision === 'enter' && open === 123) return enter(reader, 125, path, visitor);
  if (decision === 'enter' && open === 91) return enter(reader, 93, path, visitor);
  if (decision === 'skip' && (open === 123 || open === 91)) return skipNested(reader);
  const node = parseNode(reader);
  if (node && decision === 'read') visitor.value(path, node);
}

function enter(reader: JsonReader, close: number, path: JsonPath, visitor: JsonVisitor): void {
  const { text } = reader;
  reader.pos++;
  skipJsonBlanks(reader);
  while (reader.pos < reader.end && text.charCodeAt(reader.pos) !== close) {
    if (close === 93) visit(reader, [...path, '*'], visitor);
    else if (text.charCodeAt(reader.pos) === 34) {
      const key = readJsonString(reader);
      skipJsonBlanks(reader);
      if (text.charCodeAt(reader.pos) === 58) {
        reader.pos++;
        skipJsonBlanks(reader);
        visit(reader, [...path, key], visitor);
      }
    }
    if (!nextElement(reader, close)) break;
  }
  if (text.charCodeAt(reader.pos) === close) reader.pos++;
  else if (reader.pos >= reader.end) reportJson(reader, reader.end, `"${String.fromCharCode(close)}" expected, found the end of the file`);
}
