/** The picture of paths: boxes in layers, one line for each step. No script, no font, no request; every text of others is escaped. */
import { messagesIn } from '../../../i18n/index.ts';
import { escapeHtml as text } from '../../html/index.ts';
import { cut, textWidth } from '../../terminal/index.ts';
import type { PathsOutputContext } from '../report.ts';
import { glyphs } from './glyphs.ts';
import type { Laid, Point } from './layout.ts';
import { BOX, layOut } from './layout.ts';
import type { PictureGraph } from './merge.ts';

export interface PictureOptions extends Pick<PathsOutputContext, 'language'> {
  /** Makes ids of markers unique when several pictures stand in one page. */
  readonly prefix: string;
  /** Said to those who cannot see it. */
  readonly label: string;
}

/** Colors are variables that {@link pictureStyle} or the page sets. */
export const pictureStyle = `
.pic text { font-family: var(--font); } .pic .name { font-size: 13px; font-weight: 600; fill: var(--text); } .pic .kind { font-size: 11px; fill: var(--dim); }
.pic .box { fill: var(--card); stroke: var(--line); } .pic .entry .box, .pic .goal .box { stroke: var(--tone); stroke-width: 2; }
.pic .disc { fill: var(--soft); } .pic .glyph { fill: none; stroke: var(--tone); stroke-width: 1.7; stroke-linecap: round; stroke-linejoin: round; }
.pic .line { fill: none; stroke-width: 1.8; stroke: var(--tone); } .pic .maybe { stroke-dasharray: 6 4; } .pic .head { fill: var(--tone); }
.pic .label { font-size: 11px; fill: var(--dim); text-anchor: middle; } .pic .label-back { fill: var(--bg); }
.pic .k-internet { --tone: var(--high); --soft: var(--high-soft); } .pic .k-principal { --tone: var(--accent); --soft: var(--accent-soft); }
.pic .k-workload { --tone: var(--low); --soft: var(--low-soft); } .pic .k-data { --tone: var(--medium); --soft: var(--medium-soft); }
.pic .k-admin { --tone: var(--critical); --soft: var(--critical-soft); } .pic .k-network, .pic .k-other { --tone: var(--info); --soft: var(--info-soft); }
.pic .k-delivery { --tone: var(--pass); --soft: var(--info-soft); }
.pic .s-critical { --tone: var(--critical); } .pic .s-high { --tone: var(--high); } .pic .s-medium { --tone: var(--medium); } .pic .s-low { --tone: var(--low); } .pic .s-info { --tone: var(--info); }
`;

/** Wider pictures keep their size and are scrolled: made smaller nobody could read them. */
const WIDE = 1500;
const NAME_COLUMNS = 17;
/** Characters of a long name's end that stay. */
const TAIL = 8;
const KIND_COLUMNS = 25;

/** An `<svg>` element. O(nodes + edges) plus the layout. */
export function picture(graph: PictureGraph, { language, prefix, label }: PictureOptions): string {
  const { paths } = messagesIn(language);
  const edges: Readonly<Record<string, string>> = paths.edges;
  const laid = layOut(
    graph,
    ({ kinds, paths: count }) => `${kinds.map((kind) => edges[kind] ?? kind).join(' / ')}${count > 1 ? ` ×${count}` : ''}`,
  );
  const severities = [...new Set(graph.edges.map(({ severity }) => severity))];
  return `<svg class="pic${laid.width > WIDE ? ' wide' : ''}" xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${laid.width} ${laid.height}" width="${laid.width}" height="${laid.height}" role="img" aria-label="${text(label)}">
<defs>${severities.map((severity) => `<marker id="${prefix}-${severity}" class="s-${severity}" viewBox="0 0 10 10" refX="8.5" refY="5" markerWidth="7" markerHeight="7" orient="auto"><path class="head" d="M0 0L10 5L0 10z"/></marker>`).join('')}</defs>
${laid.lines.map((line) => lineOf(line, prefix)).join('\n')}
${laid.boxes.map((box) => boxOf(box, language)).join('\n')}
</svg>`;
}

function lineOf({ edge, points, label, text: words }: Laid['lines'][number], prefix: string): string {
  const width = wide(words);
  return `<g class="s-${edge.severity}"><path class="line${edge.isConditional ? ' maybe' : ''}" d="${curve(points)}" marker-end="url(#${prefix}-${edge.severity})"/>
<rect class="label-back" x="${round(label.x - width / 2)}" y="${round(label.y - 9)}" width="${round(width)}" height="18" rx="6"/><text class="label" x="${round(label.x)}" y="${round(label.y + 4)}">${text(words)}</text></g>`;
}

function boxOf({ x, y, node: { id, node, isEntry, isGoal } }: Laid['boxes'][number], language: PictureOptions['language']): string {
  const { paths } = messagesIn(language);
  const [left, top] = [round(x - BOX.width / 2), round(y - BOX.height / 2)];
  const name = id === 'internet' ? paths.internet : id === 'admin' ? paths.admin : node.name;
  const kind = [paths.kinds[node.kind], node.type === null ? '' : shortType(node.type)].filter((each) => each !== '').join(' · ');
  return `<g class="k-${node.kind}${isEntry ? ' entry' : ''}${isGoal ? ' goal' : ''}" transform="translate(${left} ${top})"><title>${text(id)}</title>
<rect class="box" width="${BOX.width}" height="${BOX.height}" rx="14"/><circle class="disc" cx="29" cy="29" r="18"/><path class="glyph" transform="translate(17 17)" d="${glyphs[node.kind]}"/>
<text class="name" x="56" y="${kind.toLowerCase() === name.toLowerCase() ? 34 : 26}">${text(shortened(name))}</text>${kind.toLowerCase() === name.toLowerCase() ? '' : `<text class="kind" x="56" y="43">${text(cut(kind, KIND_COLUMNS))}</text>`}</g>`;
}

/** `aws_iam_role` → `iam role`, `AWS::IAM::Role` → `IAM Role`, `Microsoft.Storage/storageAccounts` → `storageAccounts`. */
export function shortType(type: string): string {
  if (type.includes('::')) return type.split('::').slice(1).join(' ');
  if (type.includes('/')) return type.slice(type.lastIndexOf('/') + 1);
  return type.replace(/^(?:data\.)?(?:aws|azurerm|azuread|google|kubernetes)_/, '').replaceAll('_', ' ');
}

/** Names differ at both ends, so the middle goes. */
function shortened(name: string): string {
  if (textWidth(name) <= NAME_COLUMNS) return name;
  const tail = [...name].slice(-TAIL).join('');
  return `${cut(name, NAME_COLUMNS - textWidth(tail))}${tail}`;
}

/** Pixels of a label. */
function wide(words: string): number {
  let width = 12;
  for (const char of words) width += char.charCodeAt(0) > 0x2e80 ? 11.2 : 6;
  return width;
}

/** A smooth line through all points. */
function curve(points: readonly Point[]): string {
  const [first, ...others] = points;
  if (!first) return '';
  let path = `M${round(first.x)} ${round(first.y)}`;
  for (const [index, point] of others.entries()) {
    const next = others[index + 1];
    if (!next) path += `L${round(point.x)} ${round(point.y)}`;
    else path += `Q${round(point.x)} ${round(point.y)} ${round((point.x + next.x) / 2)} ${round((point.y + next.y) / 2)}`;
  }
  return path;
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
