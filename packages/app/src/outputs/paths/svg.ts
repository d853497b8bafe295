/** The picture alone, for slides and documents: follows the reader's light or dark setting. */
import { messagesIn } from '../../i18n/index.ts';
import { mergePaths, picture, pictureStyle } from './picture/index.ts';
import type { PathEntry, PathNode, PathsFormat, PathsOutputContext } from './report.ts';

const LIGHT =
  '--bg:#ffffff;--card:#ffffff;--line:#d5d9ea;--text:#1f2440;--dim:#565e7e;--accent:#4650c8;--accent-soft:#e8eafc;--critical:#b01657;--critical-soft:#fbe6ef;--high:#d8442f;--high-soft:#fdeae6;--medium:#b87a08;--medium-soft:#fcf2da;--low:#2f7fc2;--low-soft:#e4f0fa;--info:#76809c;--info-soft:#eceef4;--pass:#2c9a6b;';
const DARK =
  '--bg:#0f1224;--card:#181c35;--line:#2f365c;--text:#e6e9fa;--dim:#a4accd;--accent:#a3acff;--accent-soft:#262c57;--critical:#f0659b;--critical-soft:#401a31;--high:#ff8168;--high-soft:#43221f;--medium:#e8b34a;--medium-soft:#3a2f17;--low:#69b1ee;--low-soft:#172f47;--info:#9aa4c4;--info-soft:#262b45;--pass:#4cc38f;';
const FONT = '--font:system-ui,"Hiragino Sans","Yu Gothic UI",Meiryo,"Noto Sans JP","Noto Sans CJK JP",sans-serif;';
const style = `svg.pic{${LIGHT}${FONT}background:var(--bg)}@media(prefers-color-scheme:dark){svg.pic{${DARK}}}${pictureStyle}`;

export const svg: PathsFormat = {
  name: 'svg',
  render: ({ paths, nodes }, context) => alone(paths, nodes, context),
  renderDiff: ({ opened, nodes }, context) => alone(opened, nodes, context),
};

function alone(paths: readonly PathEntry[], nodes: Readonly<Record<string, PathNode>>, { language }: PathsOutputContext): string {
  const { words } = messagesIn(language).paths;
  const drawn = picture(mergePaths(paths, nodes), { language, prefix: 'all', label: paths.length === 0 ? words.none : words.pictureAll });
  return `<?xml version="1.0" encoding="UTF-8"?>\n${drawn.replace('>', `><style>${style}</style>`)}\n`;
}
