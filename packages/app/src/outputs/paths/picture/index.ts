/** The picture of attack paths as SVG. Which paths it shows is decided here; what they say is not. */
export { MAX_NODES, mergePaths } from './merge.ts';
export type { PictureGraph } from './merge.ts';
export { picture, pictureStyle, shortType } from './svg.ts';
