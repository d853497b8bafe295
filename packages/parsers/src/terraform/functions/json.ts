/** jsonencode, yamlencode and their counterparts, which keep the structure (and so the positions) of what was encoded. */
import { withDependencies } from '@kumomori/model';
import type { Range, Value } from '@kumomori/model';
import { selectChild } from '../access.ts';
import { readJson, samePlace, jsonPieces, textFromPieces, textPieces } from '../../values/index.ts';
import type { Failure, FunctionTable } from './context.ts';
import { deepDependencies, define, fail, tooLarge } from './support.ts';
import { decodeYaml } from './yaml-decode.ts';
import { encodeYaml } from './yaml-encode.ts';

export const jsonFunctions: FunctionTable = {
  jsonencode: define(['value'], ([value], { range }) => encodeJson(value, range)),
  yamlencode: define(['value'], ([value], { range }) => encodeYaml(value, range)),
  yamldecode: define(['value'], ([value], { range }) => decodeYaml(value, range)),
  jsondecode: define(['value'], ([value], { range }) => decodeJson(value, range)),
};

/** The JSON text of a value; the text knows the value as its `structure`. Unknown values inside become unknown parts of the text. */
function encodeJson(value: Value, range: Range | null): Value | Failure {
  if (value.kind === 'unknown') return value;
  const pieces = jsonPieces(value);
  if (pieces === null) return tooLarge('the JSON text is too long or too deep');
  const text = textFromPieces(pieces, range, value);
  return withDependencies(text, [deepDependencies([value])]);
}

function decodeJson(value: Value, range: Range | null): Value | Failure {
  if (value.kind === 'unknown') return value;
  const pieces = textPieces(value);
  if (pieces === null) return fail('argument 1 must be a string');
  const read = readJson(pieces, { places: samePlace(range ?? value.range) });
  if (read === null) return fail('the text is not valid JSON');
  // The structure was read more leniently, but knows where its parts are written.
  const structure = value.kind === 'string' || value.kind === 'template' ? value.structure : null;
  return structure === null ? read : selectChild(value, structure);
}
