/** The common part of kustomize: resources, patches, names, labels, images, generators. Remote bases, plugins and replacements are not read. */
export { kustomize } from './build.ts';
export type { Files, Kustomized, Overlay } from './build.ts';
export { isKustomizationFile } from './kustomization.ts';
