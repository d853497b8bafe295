/** Templates inside templates: the body of a stack set, as a mapping or as a text. */
import type { Range, Source, Value } from '@kumomori/model';
import { listValue } from '@kumomori/model';
import { membersOf, writtenMap } from '../documents/index.ts';
import type { Template } from './template.ts';
import { readTemplate, templateOf } from './template.ts';

/** The template that a value holds; null when it is none. Places are those of the outer file, as exact as its way of writing allows. */
export function inlineTemplate(written: Value, body: Value, outer: Template): Template | null {
  if (written.kind === 'map' && body.kind === 'map') return templateOf(written, { source: outer.source, comments: [], diagnostics: [] });
  if (body.kind !== 'string') return null;
  const block = written.kind === 'string' && written.range ? blockText(written.range) : null;
  if (block !== null) return readTemplate({ path: outer.path, text: block });
  const { sections, ...template } = readTemplate({ path: outer.path, text: body.value });
  const range = written.range ?? body.range;
  if (range === null) return null;
  const section = (name: keyof Template['sections']): Template['sections'][typeof name] => {
    const placed = placedAt(sections[name], range);
    return placed.kind === 'map' ? placed : sections[name];
  };
  return {
    ...template,
    source: outer.source,
    sections: {
      Parameters: section('Parameters'),
      Mappings: section('Mappings'),
      Conditions: section('Conditions'),
      Resources: section('Resources'),
      Outputs: section('Outputs'),
      Globals: section('Globals'),
    },
    comments: [],
    diagnostics: [],
  };
}

/** A literal block (`|`) is the file with everything outside of the block blanked out, so that offsets stay what they are. */
function blockText({ source, start, end }: Range): string | null {
  if (source.text.charAt(start) !== '|') return null;
  const body = source.text.indexOf('\n', start) + 1;
  return body > 0 && body <= end ? blanks(source, body) + source.text.slice(body, end) : null;
}

function blanks({ text }: Source, end: number): string {
  return text.slice(0, end).replaceAll(/[^\n]/g, ' ');
}

/** All of it stands where the text stands. Nesting is bounded by the reader. */
function placedAt(value: Value, range: Range): Value {
  if (value.kind === 'map')
    return writtenMap(
      membersOf(value).map(({ key, value: inner }) => ({ key, keyRange: range, value: placedAt(inner, range) })),
      range,
    );
  if (value.kind === 'list')
    return listValue(
      value.items.map((item) => placedAt(item, range)),
      range,
    );
  return { ...value, range };
}
