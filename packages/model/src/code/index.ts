/** Declared blocks → nodes of the model: what a resource type's readers (`terraform.ts`, `cloudformation.ts` …) are written with. Parsing and evaluating is parsers'. */
export * from '../node.ts';
export { BlockReader, HOLE, absentAt, firstPresent, stringList, textLeaf, toTextWithHoles } from './block-reader.ts';
export { elementsOf, flattened } from './elements.ts';
export { countOf, hasItems } from './lists.ts';
export { nameOf, policyNode, policyOf } from './policy.ts';
export { structureOf } from './structure.ts';
export { remarkOf } from './remark.ts';
export { identityOf } from './identity.ts';
export {
  defineArm,
  defineCloudFormation,
  defineCompose,
  defineDockerfile,
  defineKubernetes,
  defineLive,
  defineTerraform,
  defineText,
} from './reader.ts';
export type { CodeReader, ReaderContext, RegisteredReader, TerraformProvider } from './reader.ts';
export { bareAddress, blockType, referenceOf } from './address.ts';
export { readerFor } from './reader-choice.ts';
export { normalizeCode } from './normalize.ts';
export { ResourcesOnDemand } from './resources-on-demand.ts';
export type { CodeRoot } from './normalize.ts';
export { knownTags } from './default-tags.ts';
export { worldsOf } from './worlds.ts';
export type { Worlds } from './worlds.ts';
