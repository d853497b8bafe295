/** Attack paths for a pull request: one table, one mermaid picture, one block for each path. */
import { messagesIn } from '../../i18n/index.ts';
import { messagesFor } from '../messages.ts';
import { code, inline, tableCode, visible } from '../markdown-text.ts';
import { mergePaths } from './picture/index.ts';
import type { ExposureEntry, PathEntry, PathNode, PathsFormat, PathsOutputContext } from './report.ts';
import { edgeText, evidenceText, nodeText, portsText, reasonsText, severitiesText } from './text.ts';

/** GitHub refuses comments over 65,536 characters, and pictures of many lines. */
const MAX_CHARACTERS = 60_000;
const MAX_PATHS = 20;
const MAX_PICTURE_NODES = 30;
const MAX_ROWS = 50;

export const markdown: PathsFormat = {
  name: 'markdown',
  render(report, context) {
    const messages = messagesIn(context.language);
    const { words, title } = messages.paths;
    const { summary, paths, nodes } = report;
    const counts = severitiesText(summary.bySeverity, context);
    const closes = report.fixes
      .slice(0, 5)
      .map(({ summary: what, breaksPaths }) => `- ${inline(what)} (${words.closes(breaksPaths, paths.length)})`);
    return sections([
      `## ${title}`,
      paths.length === 0
        ? `${words.none} ${words.noneNote}`
        : `${words.found(summary.paths, summary.resources, summary.principals)}${counts === '' ? '' : ` (${counts})`}`,
      words.exposed(summary.exposed, summary.exposureUnknown),
      ...(summary.unreadGrants > 0 ? [words.unread(summary.unreadGrants)] : []),
      ...picture(paths, nodes, context),
      ...(closes.length > 0 && paths.length > 1 ? [`### ${words.bestFixes}`, closes.join('\n')] : []),
      ...listed(paths, context),
      ...exposureTable(
        words.exposure,
        report.exposure.filter(({ reachable }) => reachable !== false),
        context,
      ),
    ]);
  },
  renderDiff(diff, context) {
    const { diff: texts } = messagesIn(context.language).paths;
    const isQuiet = diff.opened.length + diff.closed.length + diff.exposed.length + diff.noLongerExposed.length === 0;
    return sections([
      `## ${texts.title}`,
      isQuiet ? texts.nothing : [texts.opened(diff.opened.length), texts.closed(diff.closed.length), texts.kept(diff.kept)].join(' · '),
      ...picture(diff.opened, diff.nodes, context),
      ...(diff.opened.length === 0 ? [] : [`### ${texts.opened(diff.opened.length)}`, ...listed(diff.opened, context)]),
      ...(diff.closed.length === 0
        ? []
        : [`### ${texts.closed(diff.closed.length)}`, diff.closed.map((path) => `- ${headline(path, context)}`).join('\n')]),
      ...exposureTable(texts.exposed, diff.exposed, context),
      ...exposureTable(texts.noLongerExposed, diff.noLongerExposed, context),
    ]);
  },
};

function sections(parts: readonly string[]): string {
  return `${parts.filter((part) => part !== '').join('\n\n')}\n`;
}

function headline(path: PathEntry, { language }: PathsOutputContext): string {
  return `**${messagesFor(language).severity[path.severity]}** ${inline(path.title)}`;
}

function listed(paths: readonly PathEntry[], context: PathsOutputContext): readonly string[] {
  const { words } = messagesIn(context.language).paths;
  const blocks: string[] = [];
  let size = 0;
  for (const path of paths.slice(0, MAX_PATHS)) {
    const text = block(path, paths.length, context);
    size += text.length;
    if (size > MAX_CHARACTERS / 2) break;
    blocks.push(text);
  }
  const rest = paths.length - blocks.length;
  return [...blocks, ...(rest > 0 ? [words.more(rest)] : [])];
}

function block(path: PathEntry, all: number, context: PathsOutputContext): string {
  const messages = messagesIn(context.language);
  const { words } = messages.paths;
  const listOf = (way: PathEntry['steps']) =>
    way
      .map((step, index) => {
        const notes = [
          inline(step.because),
          ...step.requires.map((each) => `${words.requires}: ${inline(each)}`),
          ...(step.condition === null ? [] : [`${words.condition}: ${inline(step.condition)}`]),
          ...(step.evidence.length === 0 ? [] : [code(evidenceText(step.evidence))]),
        ];
        const [from, to] = [nodeText(step.from, messages), nodeText(step.to, messages)].map(code);
        return `${index + 1}. ${from} — ${edgeText(step.edge, messages)} → ${to}<br>${notes.join('<br>')}`;
      })
      .join('\n');
  const facts = path.sideFacts.map(
    ({ text, evidence }) => `- ${inline(text)}${evidence.length === 0 ? '' : ` ${code(evidenceText(evidence))}`}`,
  );
  const fixes = path.fixes.slice(0, 5).map(({ summary, breaksPaths }) => `- ${inline(summary)} (${words.closes(breaksPaths, all)})`);
  return `<details><summary>${headline(path, context).replace(/\*\*(.+?)\*\*/, '<b>$1</b>')} · ${words.score(path.score)}</summary>\n\n${sections(
    [
      listOf(path.steps),
      ...(facts.length === 0 ? [] : [`**${words.sideFacts}**`, facts.join('\n')]),
      ...(fixes.length === 0 ? [] : [`**${words.fixes}**`, fixes.join('\n')]),
      ...path.fixes
        .slice(0, 5)
        .flatMap(({ summary, patch }) => (patch === null ? [] : [`${words.patch}: ${inline(summary)}`, fenced(patch)])),
      ...(path.alternatives === 0 ? [] : [words.alternatives(path.alternatives, path.fixes.length)]),
      ...(path.otherWays ?? []).flatMap((way, index) => [`**${words.otherWay(index + 2)}**`, listOf(way)]),
      ...(path.alsoFrom.length === 0 ? [] : [inline(words.alsoFrom(path.alsoFrom))]),
      ...(path.alsoReaches.length === 0 ? [] : [inline(words.alsoReaches(path.alsoReaches))]),
    ],
  )}\n</details>`;
}

/** A fence that no line of it ends. */
function fenced(patch: string): string {
  const longest = Math.max(2, ...(patch.match(/`+/g) ?? []).map((each) => each.length));
  const fence = '`'.repeat(longest + 1);
  return `${fence}diff\n${patch.trimEnd()}\n${fence}`;
}

function exposureTable(title: string, exposure: readonly ExposureEntry[], { language }: PathsOutputContext): readonly string[] {
  if (exposure.length === 0) return [];
  const messages = messagesIn(language);
  const { words } = messages.paths;
  const rows = exposure
    .slice(0, MAX_ROWS)
    .map(
      (each) =>
        `| ${tableCode(each.node)} | ${each.reachable === 'unknown' ? words.undecided : portsText(each.ports, messages)} | ${inline(reasonsText(each, messages))} |`,
    );
  return [`### ${title}`, [`| ${words.resource} | ${words.ports} | ${words.because} |`, '|---|---|---|', ...rows].join('\n')];
}

/** GitHub, GitLab and others draw this themselves. */
function picture(
  paths: readonly PathEntry[],
  nodes: Readonly<Record<string, PathNode>>,
  { language }: PathsOutputContext,
): readonly string[] {
  if (paths.length === 0) return [];
  const messages = messagesIn(language);
  const graph = mergePaths(paths, nodes, MAX_PICTURE_NODES);
  const ids = new Map(graph.nodes.map(({ id }, index) => [id, `n${index}`]));
  const shapes: Readonly<Record<string, readonly [string, string]>> = {
    internet: ['((', '))'],
    data: ['[(', ')]'],
    admin: ['{{', '}}'],
    principal: ['([', '])'],
  };
  const boxes = graph.nodes.map(({ id, node }) => {
    const [open, close] = shapes[node.kind] ?? ['[', ']'];
    return `  ${ids.get(id)}${open}"${mermaidText(id === 'internet' || id === 'admin' ? nodeText(id, messages) : node.name)}"${close}`;
  });
  const lines = graph.edges.map(
    ({ from, to, kinds, isConditional }) =>
      `  ${ids.get(from)} ${isConditional ? '-.->' : '-->'}|"${mermaidText(kinds.map((kind) => edgeText(kind, messages)).join(' / '))}"| ${ids.get(to)}`,
  );
  const note = graph.drawn < paths.length ? [messages.paths.words.pictureCut(graph.drawn, paths.length)] : [];
  return [['```mermaid', 'flowchart LR', ...boxes, ...lines, '```'].join('\n'), ...note];
}

/** Inside quotes: no quote, no markup, no entity. */
function mermaidText(text: string): string {
  return visible(text).replaceAll(/["<>#&;`\\]/g, ' ');
}
