/** Attack paths as one page that opens offline: no script, no request, every text of others escaped. */
import { messagesIn } from '../../i18n/index.ts';
import { escapeHtml as text, pageStyle, staticPage } from '../html/index.ts';
import { messagesFor } from '../messages.ts';
import { placeText } from '../place-text.ts';
import { mergePaths, picture, pictureStyle, shortType } from './picture/index.ts';
import type {
  ExposureEntry,
  PathEntry,
  PathFix,
  PathNode,
  PathStep,
  PathsDiff,
  PathsFormat,
  PathsOutputContext,
  PathsReport,
} from './report.ts';
import { edgeText, evidenceText, nodePlace, nodeText, portsText, reasonsText, severitiesText } from './text.ts';

const style = `${pageStyle}${pictureStyle}
main { max-width: 1160px; margin: 0 auto; padding: 32px 20px 64px; }
.hero { padding: 30px 34px; } .hero h1 { font-size: 28px; }
section { background: var(--card); border: 1px solid var(--line); border-radius: 16px; box-shadow: var(--shadow); padding: 18px 22px; margin-bottom: 18px; }
section > h2 { margin-bottom: 4px; } .scroll { overflow-x: auto; margin: 12px -22px 0; padding: 0 22px 6px; } .pic { display: block; max-width: 100%; height: auto; } .pic.wide { max-width: none; } .pic .label-back { fill: var(--card); }
.path > header { display: flex; flex-wrap: wrap; gap: 6px 12px; align-items: baseline; } .path h3 { margin: 0; font-size: 17px; line-height: 1.45; flex: 1 1 420px; }
.sev { border-radius: 999px; padding: 1px 12px; font-size: 12.5px; font-weight: 600; white-space: nowrap; } .sev.critical { background: var(--critical-soft); color: var(--critical); } .sev.high { background: var(--high-soft); color: var(--high); }
.sev.medium { background: var(--medium-soft); color: var(--medium); } .sev.low { background: var(--low-soft); color: var(--low); } .sev.info { background: var(--info-soft); color: var(--info); }
.way { margin: 14px 0 4px; } .way li { position: relative; padding: 0 0 14px 34px; } .way li::before { content: counter(step); counter-increment: step; position: absolute; left: 0; top: 1px; width: 22px; height: 22px; border-radius: 50%; background: var(--accent-soft); color: var(--accent); font-size: 12px; font-weight: 700; text-align: center; line-height: 22px; }
.way li:not(:last-child)::after { content: ""; position: absolute; left: 10.500px; top: 27px; bottom: 3px; border-left: 1.5px solid var(--line); } .way { counter-reset: step; }
.way .go { color: var(--accent); font-weight: 600; margin: 0 4px; } .way p { margin-top: 2px; } .way .where { font-family: var(--mono); font-size: 12.5px; color: var(--dim); }
.cond { display: inline-block; border-left: 3px solid var(--medium); padding-left: 8px; margin-top: 3px; } .need { border-left: 3px solid var(--accent-2); padding-left: 8px; margin-top: 3px; }
h4 { font-size: 13px; margin: 14px 0 4px; color: var(--dim); font-weight: 600; } .plain li { padding: 3px 0 3px 16px; position: relative; } .plain li::before { content: ""; position: absolute; left: 3px; top: 13px; width: 5px; height: 5px; border-radius: 50%; background: var(--dim); }
table { border-collapse: collapse; width: 100%; margin-top: 8px; font-size: 14px; } th, td { text-align: left; vertical-align: top; border-bottom: 1px solid var(--line); padding: 7px 12px 7px 0; } th { color: var(--dim); font-weight: 500; white-space: nowrap; } tr:last-child td { border-bottom: 0; }
.bar { display: inline-block; width: 120px; height: 8px; border-radius: 4px; background: var(--bg-2); overflow: hidden; vertical-align: middle; margin-right: 10px; } .bar svg { display: block; } .bar rect { fill: var(--pass); } td.num { white-space: nowrap; }
.patch { margin-top: 8px; } .patch summary { cursor: pointer; color: var(--accent); font-size: 14px; } .patch pre { overflow-x: auto; background: var(--bg-2); border-radius: 10px; padding: 12px 14px; margin: 6px 0 0; font-size: 12.5px; line-height: 1.5; } .patch .add { color: var(--pass); } .patch .del { color: var(--critical); } .patch .at { color: var(--dim); }
.open h2 { color: var(--high); } .shut h2 { color: var(--pass); } .foot { padding: 0; }
@media print { section { break-inside: avoid; box-shadow: none; } .scroll { overflow: visible; } .pic { max-width: 100%; height: auto; } }
`;

const MAX_SHOWN = 200;
const MAX_FIXES = 8;

export const html: PathsFormat = {
  name: 'html',
  render(report, context) {
    const { paths: texts } = messagesIn(context.language);
    const { words } = texts;
    const { summary, paths, nodes, exposure } = report;
    const rest = paths.length - MAX_SHOWN;
    return page(texts.title, context, [
      hero(report, context),
      overview(paths, nodes, context),
      bestFixes(report, context),
      ...paths.slice(0, MAX_SHOWN).map((path, index) => pathSection(path, { index, all: summary.paths, nodes, context })),
      ...(rest > 0 ? [`<p class="dim">${text(words.more(rest))}</p>`] : []),
      exposureSection(
        words.exposure,
        exposure.filter(({ reachable }) => reachable !== false),
        context,
      ),
      nearMisses(exposure, context),
      ...(report.diagnostics.length === 0
        ? []
        : [
            `<section><h2>${words.diagnostics}</h2><ul class="plain">${report.diagnostics.map(({ file, line, message }) => `<li><code>${text(placeText({ file, line }))}</code> ${text(message)}</li>`).join('')}</ul></section>`,
          ]),
    ]);
  },
  renderDiff(diff, context) {
    const { diff: texts } = messagesIn(context.language).paths;
    const isQuiet = diff.opened.length + diff.closed.length + diff.exposed.length + diff.noLongerExposed.length === 0;
    return page(texts.title, context, [
      `<div class="hero"><div class="hero-text"><h1>${texts.title}</h1><p>${isQuiet ? texts.nothing : [texts.opened(diff.opened.length), texts.closed(diff.closed.length), texts.kept(diff.kept)].join(' · ')}</p></div></div>`,
      overview(diff.opened, diff.nodes, context),
      ...diffPart(texts.opened(diff.opened.length), 'open', diff.opened, { diff, context }),
      ...diffPart(texts.closed(diff.closed.length), 'shut', diff.closed, { diff, context }),
      exposureSection(texts.exposed, diff.exposed, context),
      exposureSection(texts.noLongerExposed, diff.noLongerExposed, context),
    ]);
  },
};

function page(title: string, { language }: PathsOutputContext, parts: readonly string[]): string {
  return staticPage({
    language,
    title: `kumomori: ${title}`,
    style,
    main: `${parts.filter((part) => part !== '').join('\n')}
<p class="foot">kumomori · ${messagesIn(language).paths.words.offline}</p>`,
  });
}

function hero({ summary, targets, finishedAt }: PathsReport, context: PathsOutputContext): string {
  const { title, words } = messagesIn(context.language).paths;
  const counts = severitiesText(summary.bySeverity, context);
  const about = [...targets.map(({ path }) => path), finishedAt.slice(0, 16).replace('T', ' ')].map((each) => `<span>${text(each)}</span>`);
  const found =
    summary.paths === 0
      ? words.none
      : `${words.found(summary.paths, summary.resources, summary.principals)}${counts === '' ? '' : ` (${counts})`}`;
  return `<div class="hero"><div class="hero-text"><h1>${title}</h1><p>${text(found)}</p><p>${text(words.exposed(summary.exposed, summary.exposureUnknown))}</p>${summary.unreadGrants > 0 ? `<p>${text(words.unread(summary.unreadGrants))}</p>` : ''}${summary.paths === 0 ? `<p>${words.noneNote}</p>` : ''}<div class="hero-meta">${about.join('')}</div></div></div>`;
}

function overview(paths: readonly PathEntry[], nodes: Readonly<Record<string, PathNode>>, { language }: PathsOutputContext): string {
  if (paths.length < 2) return '';
  const { words } = messagesIn(language).paths;
  const graph = mergePaths(paths, nodes);
  const note = graph.drawn < paths.length ? `<p class="dim">${words.pictureCut(graph.drawn, paths.length)}</p>` : '';
  return `<section><h2>${words.pictureAll}</h2>${note}<div class="scroll">${picture(graph, { language, prefix: 'all', label: words.pictureAll })}</div></section>`;
}

function bestFixes({ fixes, paths }: PathsReport, { language }: PathsOutputContext): string {
  const { words } = messagesIn(language).paths;
  if (fixes.length === 0 || paths.length < 2) return '';
  const rows = fixes.slice(0, MAX_FIXES).map(({ summary, breaksPaths, evidence }) => {
    const width = Math.round((120 * breaksPaths) / paths.length);
    return `<tr><td class="num"><span class="bar"><svg width="120" height="8" aria-hidden="true"><rect width="${width}" height="8"/></svg></span>${words.closes(breaksPaths, paths.length)}</td><td>${text(summary)}</td><td><code>${text(evidenceText(evidence))}</code></td></tr>`;
  });
  return `<section><h2>${words.bestFixes}</h2><table><tbody>${rows.join('')}</tbody></table></section>`;
}

interface PathView {
  readonly index: number;
  readonly all: number;
  readonly nodes: Readonly<Record<string, PathNode>>;
  readonly context: PathsOutputContext;
}

function pathSection(path: PathEntry, { index, all, nodes, context }: PathView): string {
  const { language } = context;
  const { words } = messagesIn(language).paths;
  const graph = mergePaths([path], nodes);
  return `<section class="path" id="${text(path.id)}">
<header><span class="sev ${path.severity}">${messagesFor(language).severity[path.severity]}</span><h3>${text(path.title)}</h3><span class="dim">${words.score(path.score)} · ${text(path.id)}</span></header>
<div class="scroll">${picture(graph, { language, prefix: `p${index}`, label: path.title })}</div>
<h4>${words.steps}</h4><ol class="way">${path.steps.map((step) => stepItem(step, nodes, context)).join('')}</ol>
${itemList(
  words.sideFacts,
  path.sideFacts.map(({ text: fact, evidence }) => ({ words: fact, evidence })),
)}
${itemList(
  words.fixes,
  path.fixes.slice(0, MAX_FIXES).map((fix) => ({ words: fixWords(fix, all, context), evidence: fix.evidence })),
)}
${path.fixes
  .slice(0, MAX_FIXES)
  .flatMap((fix) => patchDetails(fix, words.patch))
  .join('')}
${path.alternatives === 0 ? '' : `<p class="note">${words.alternatives(path.alternatives, path.fixes.length)}</p>`}
${(path.otherWays ?? []).map((way, nth) => `<details><summary>${words.otherWay(nth + 2)}</summary><ol class="way">${way.map((step) => stepItem(step, nodes, context)).join('')}</ol></details>`).join('')}
${path.alsoFrom.length === 0 ? '' : `<p class="note">${text(words.alsoFrom(path.alsoFrom))}</p>`}${path.alsoReaches.length === 0 ? '' : `<p class="note">${text(words.alsoReaches(path.alsoReaches))}</p>`}
</section>`;
}

/** Closed at first: a page of many paths stays readable. */
function patchDetails({ summary, patch }: PathFix, title: string): readonly string[] {
  if (patch === null) return [];
  const lines = patch
    .trimEnd()
    .split('\n')
    .map((line) => {
      const tone = /^(?:---|\+\+\+) [ab]\//.test(line)
        ? 'at'
        : line.startsWith('+')
          ? 'add'
          : line.startsWith('-')
            ? 'del'
            : line.startsWith('@@')
              ? 'at'
              : '';
      return tone === '' ? text(line) : `<span class="${tone}">${text(line)}</span>`;
    });
  return [`<details class="patch"><summary>${title}: ${text(summary)}</summary><pre>${lines.join('\n')}</pre></details>`];
}

function fixWords({ summary, breaksPaths }: PathFix, all: number, { language }: PathsOutputContext): string {
  return `${summary} (${messagesIn(language).paths.words.closes(breaksPaths, all)})`;
}

function stepItem(step: PathStep, nodes: Readonly<Record<string, PathNode>>, { language }: PathsOutputContext): string {
  const messages = messagesIn(language);
  const { words } = messages.paths;
  const name = (id: string): string => {
    const node = nodes[id];
    const about = node?.type === null || node === undefined ? '' : `${shortType(node.type)} ${nodePlace(node)}`;
    return `<code title="${text(about.trim())}">${text(nodeText(id, messages))}</code>`;
  };
  return `<li>${name(step.from)}<span class="go">${text(edgeText(step.edge, messages))} →</span>${name(step.to)}<p>${text(step.because)}</p>
${step.requires.map((each) => `<p class="need">${words.requires}: ${text(each)}</p>`).join('')}
${step.condition === null ? '' : `<p class="cond">${words.condition}: ${text(step.condition)}</p>`}
${step.evidence.length === 0 ? '' : `<p class="where">${text(evidenceText(step.evidence))}</p>`}</li>`;
}

function itemList(title: string, items: readonly { readonly words: string; readonly evidence: PathStep['evidence'] }[]): string {
  if (items.length === 0) return '';
  const lines = items.map(
    ({ words, evidence }) =>
      `<li>${text(words)}${evidence.length === 0 ? '' : ` <code class="dim">${text(evidenceText(evidence))}</code>`}</li>`,
  );
  return `<h4>${title}</h4><ul class="plain">${lines.join('')}</ul>`;
}

function exposureSection(title: string, exposure: readonly ExposureEntry[], { language }: PathsOutputContext): string {
  if (exposure.length === 0) return '';
  const messages = messagesIn(language);
  const { words } = messages.paths;
  const rows = exposure
    .slice(0, MAX_SHOWN)
    .map(
      (each) =>
        `<tr><td><code>${text(each.node)}</code></td><td>${each.reachable === 'unknown' ? words.undecided : text(portsText(each.ports, messages))}</td><td>${text(each.steps.length > 0 ? each.steps.map((step) => step.text).join('; ') : reasonsText(each, messages))}</td><td><code class="dim">${text(evidenceText(each.steps).split(', ').slice(0, 4).join(', '))}</code></td></tr>`,
    );
  return `<section><h2>${text(title)}</h2><table><thead><tr><th>${words.resource}</th><th>${words.ports}</th><th>${words.because}</th><th>${words.evidence}</th></tr></thead><tbody>${rows.join('')}</tbody></table></section>`;
}

function nearMisses(exposure: readonly ExposureEntry[], { language }: PathsOutputContext): string {
  const near = exposure.filter(({ reachable, oneChangeAway }) => reachable === false && oneChangeAway !== null).slice(0, MAX_SHOWN);
  if (near.length === 0) return '';
  const { words } = messagesIn(language).paths;
  const rows = near.map(
    ({ node, oneChangeAway }) =>
      `<tr><td><code>${text(node)}</code></td><td>${text((oneChangeAway ?? []).map((each) => each.text).join('; '))}</td></tr>`,
  );
  return `<section><h2>${words.notExposed}</h2><table><thead><tr><th>${words.resource}</th><th>${words.oneChange}</th></tr></thead><tbody>${rows.join('')}</tbody></table></section>`;
}

function diffPart(
  title: string,
  kind: string,
  paths: readonly PathEntry[],
  of: { readonly diff: PathsDiff; readonly context: PathsOutputContext },
): readonly string[] {
  if (paths.length === 0) return [];
  const { diff, context } = of;
  return [
    `<div class="${kind}"><h2>${text(title)}</h2></div>`,
    ...paths
      .slice(0, MAX_SHOWN)
      .map((path, index) =>
        pathSection(path, { index: index + (kind === 'open' ? 0 : MAX_SHOWN), all: paths.length, nodes: diff.nodes, context }),
      ),
  ];
}
