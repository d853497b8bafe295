/** yamldecode: YAML texts as values, with the place of every part when the text is that of a file. */
import type { Range, Source, Value } from '@kumomori/model';
import { selectChild } from '../access.ts';
import { parseJsonWithHoles, samePlace, textPieces } from '../../values/index.ts';
import { callStep } from '../structure.ts';
import { TextPlaces } from '../text-places.ts';
import type { Failure } from './context.ts';
import { fileOf } from './file-source.ts';
import { fail, isFailure } from './support.ts';
import { readYaml } from './yaml-read.ts';

/**
 * What a text says: its structure when it was encoded or is JSON, otherwise what is read from it. Parts have their place in the file, or
 * the given one.
 */
export function decodeYaml(value: Value, range: Range | null): Value | Failure {
  if (value.kind === 'unknown') return value;
  if ((value.kind === 'string' || value.kind === 'template') && value.structure) return selectChild(value, value.structure);
  const pieces = textPieces(value);
  if (pieces === null) return fail('argument 1 must be a string');
  const file = value.kind === 'string' ? fileOf(value) : null;
  if (file === null) return parseJsonWithHoles(pieces, range ?? value.range) ?? readYaml(pieces, samePlace(range ?? value.range));
  const read = readFile(file);
  return isFailure(read) ? read : selectChild(value, { ...read, via: callStep('file', file.path, value.range) });
}

const ofFiles = new WeakMap<Source, Value | Failure>();

/** Files are decoded again for each instance of a module, but say the same each time. */
function readFile(source: Source): Value | Failure {
  const known = ofFiles.get(source);
  if (known !== undefined) return known;
  const places = new TextPlaces(source);
  places.addText(0, 0, null);
  const read = readYaml([source.text], places);
  ofFiles.set(source, read);
  return read;
}
