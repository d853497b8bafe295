/** The common part of kustomize: resources, patches, names, labels, images, generators. Remote bases, plugins and replacements are read from the output of the program, where that is there. */
export { BUILT_KUSTOMIZATION, kustomize } from './build.ts';
export type { Files, Kustomized, Overlay } from './build.ts';
export { isKustomizationFile } from './kustomization.ts';
