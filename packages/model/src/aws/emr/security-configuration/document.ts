/** The document of an EMR security configuration: JSON text in Terraform, an object or text in CloudFormation. */
import { BlockReader, structureOf } from '../../../code/index.ts';

/** Its part on encryption. */
export function encryption(resource: BlockReader, attribute: string): BlockReader {
  const value = resource.value(attribute);
  if (!value) return resource.block(attribute).block('EncryptionConfiguration');
  const place = resource.placeOf(attribute);
  const structure = structureOf(value);
  const [document] = structure ? BlockReader.ofValue(structure, place).readers : [];
  if (document) return document.block('EncryptionConfiguration');
  const reason = structure?.kind === 'unknown' ? structure.reason : ({ code: 'unsupported', detail: 'it is no JSON object' } as const);
  return new BlockReader({ kind: 'unsure', reason }, place, resource.resource);
}

/** Its part on data at rest. */
export function atRest(resource: BlockReader, attribute: string): BlockReader {
  return encryption(resource, attribute).block('AtRestEncryptionConfiguration');
}
