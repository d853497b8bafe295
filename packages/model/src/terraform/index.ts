/** Terraform blocks → nodes of the model: what a resource type's `terraform.ts` is written with. Parsing and evaluating is parsers'. */
export * from '../node.ts';
export { BlockReader, HOLE, absentAt, firstPresent, stringList, textLeaf, toTextWithHoles } from './block-reader.ts';
export { nameOf, policyNode, policyOf } from './policy.ts';
export { structureOf } from './structure.ts';
export { defineTerraform } from './reader.ts';
export type { ReaderContext, RegisteredReader, TerraformReader } from './reader.ts';
export { bareAddress } from './address.ts';
export { normalizeTerraform } from './normalize.ts';
export type { TerraformRoot } from './normalize.ts';
export { worldsOf } from './worlds.ts';
export type { Worlds } from './worlds.ts';
