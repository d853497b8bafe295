/** One finding: the code that decided, where its value came from, why it matters, how to fix it. */
export const findingScript = String.raw`
function findingPage(id) {
  const finding = findingById.get(id);
  if (!finding) return [empty(say('notFound')), h('p', {}, h('a', { href: link('findings') }, say('back')))];
  const details = readDetails(finding);
  const check = finding.check;
  return [
    neighbours(finding),
    h('header', { class: 'finding-head ' + finding.severity },
      h('div', { class: 'head-pills' }, badge(finding.severity), finding.status !== 'fail' ? pill(say(finding.status), finding.status) : null, finding.suppressed ? pill(say('suppressed')) : null,
        finding.others > 0 ? pill('×' + number(finding.others + 1) + ' ' + say('instances')) : null),
      h('h1', {}, finding.message[language]),
      h('p', { class: 'lead' }, say('expected') + ': ' + check.title[language])),
    finding.suppressed ? suppressionCard(finding.suppressed) : null,
    h('div', { class: 'grid finding' },
      h('div', { class: 'stack-y' },
        finding.live ? answerCard(details, finding) : codeCard(details, finding),
        contextCard(details, finding),
        chainCard(details, finding),
        check.why && check.why[language] ? card(say('why'), h('p', {}, check.why[language])) : null,
        fixCard(finding),
        evidenceCard(details),
        instancesCard(details, finding)),
      h('aside', { class: 'stack-y' }, factsCard(details, finding), controlsCard(check), referencesCard(check))),
  ];
}

function neighbours(finding) {
  const at = shownFindings.indexOf(finding);
  const to = (other, key) => (other ? h('a', { href: link('finding/' + encodeURIComponent(other.id)), rel: key === 'previous' ? 'prev' : 'next' }, key === 'previous' ? '← ' + say('previous') : say('next') + ' →') : null);
  return h('nav', { class: 'crumbs' }, h('a', { href: link('findings') }, '← ' + say('back')),
    at >= 0 ? h('span', { class: 'pager' }, to(shownFindings[at - 1], 'previous'), h('span', { class: 'dim' }, number(at + 1) + ' / ' + number(shownFindings.length)), to(shownFindings[at + 1], 'next')) : null);
}

function suppressionCard(one) {
  const where = one.file ? mono(one.file + (one.line ? ':' + one.line : '')) : null;
  return h('section', { class: 'card suppression' }, h('strong', {}, say('suppressed') + ' — ' + say(one.by)), one.reason ? h('span', {}, one.reason) : null,
    one.owner ? h('span', { class: 'dim' }, say('owner') + ': ' + one.owner) : null,
    h('span', { class: 'dim' }, say('expires') + ': ' + (one.expires || say('never'))), where);
}

/** What really runs has no source; it has an answer of the cloud. */
function answerCard(details, finding) {
  const calls = new Map();
  for (const piece of details.evidence) if (piece.file) calls.set(piece.file + ':' + piece.line, piece);
  const group = finding.waitsFor >= 0 ? report.unanswered[finding.waitsFor] : null;
  const rows = [...calls].map(([place, piece]) => [piece.call ? mono(piece.call, 'call') : h('span', { class: 'dim' }, '—'), piece.at ? h('span', { class: 'when' }, piece.at) : h('span', { class: 'dim' }, '—'), mono(place)]);
  return h('section', { class: 'card' }, h('h2', {}, say('answer')),
    group ? h('p', { class: 'lacking' }, group.reason, group.permission ? [' · ' + say('permission') + ': ', mono(group.permission)] : null) : null,
    group ? h('p', { class: 'note sub' }, h('a', { href: link('findings', { status: 'unknown', waits: String(finding.waitsFor) }) }, say('sameAnswer', { n: number(group.count) }))) : null,
    rows.length > 0 ? dataTable([say('call'), say('answeredAt'), say('where')], rows) : group ? null : h('p', { class: 'note' }, mono(finding.place)));
}

function codeCard(details, finding) {
  const frame = details.frame;
  if (!frame) return card(say('code'), h('p', { class: 'note' }, mono(finding.place), ' ', say('codeMissing')));
  const piece = frame.evidence >= 0 ? details.evidence[frame.evidence] : null;
  const last = frame.lines.reduce((found, line, at) => (line.to > 0 ? at : found), -1);
  const isOneLine = frame.lines.filter((line) => line.to > 0).length === 1;
  const rows = frame.lines.map((line, at) => [
    h('div', { class: 'line' + (line.to > 0 ? ' marked' : '') }, h('span', { class: 'line-number' }, line.number),
      h('span', { class: 'line-text' }, line.to > 0 && isOneLine ? [line.text.slice(0, line.from), h('mark', { class: frame.absent ? 'absent' : '' }, line.text.slice(line.from, line.to)), line.text.slice(line.to)] : line.text || ' ')),
    at === last && piece ? h('div', { class: 'line note-line' }, h('span', { class: 'line-number' }), h('span', { class: 'line-text' }, evidenceNote(piece))) : null,
  ]);
  return h('section', { class: 'card code-card ' + finding.severity }, h('h2', {}, mono(finding.place)), h('div', { class: 'code', tabindex: 0 }, rows));
}

function evidenceNote(piece) {
  if (piece.state === 'absent') return say('absentNote', { path: piece.path });
  if (piece.state === 'default') return say('defaultNote', { path: piece.path, value: piece.value });
  if (piece.state === 'explicit') return piece.path + ' = ' + piece.value;
  return piece.path + ': ' + say(piece.state) + (piece.reason ? ' (' + piece.reason + ')' : '');
}

/** What it opens, and why it is graver or less grave than the setting alone. */
function contextCard(details, finding) {
  if (details.context.length === 0) return null;
  const known = (report.attackPaths || []).filter((path) => details.paths.includes(path.id));
  return card(say('context') + (finding.risk < 0 ? '' : ' · ' + say('risk', { n: number(finding.risk) })),
    h('ul', { class: 'plain' }, details.context.map((reason) => h('li', {}, reason[language]))),
    known.length === 0 ? null : h('ul', { class: 'plain' }, known.map((path) => h('li', {}, badge(path.severity), ' ', h('span', {}, path.title[language]), ' ', h('span', { class: 'dim' }, say('risk', { n: number(path.score) }))))));
}

function chainCard(details, finding) {
  const piece = details.frame && details.frame.evidence >= 0 ? details.evidence[details.frame.evidence] : details.evidence.find((one) => one.chain.length > 0);
  if (!piece || piece.chain.length === 0) return null;
  const step = (title, place, note) => h('li', {}, h('span', { class: 'step' }, note ? h('small', {}, note) : null, h('strong', {}, title), place ? mono(place) : null));
  return card(say('chain'), h('ol', { class: 'chain' },
    piece.file ? step(piece.value || piece.path, piece.file + ':' + piece.line, say('chainStart')) : null,
    piece.chain.map((one) => step(one.name, one.file + ':' + one.line)),
    step(finding.address, finding.block, say('chainEnd'))));
}

function fixCard(finding) {
  const check = finding.check;
  const snippets = (check.snippets || []).map(([label, text]) => [label, text, true]);
  const steps = [['CLI', check.cli, true], [say('console'), check.console ? check.console[language] : '', false]];
  // What really runs is changed where it runs.
  const order = finding.live ? [...steps.reverse(), ...snippets] : [...snippets, ...steps];
  const tabs = [...order, [say('patch'), finding.patch, true]].filter((tab) => tab[1]);
  const panel = h('div', { class: 'tab-panel', role: 'tabpanel' });
  const buttons = tabs.map((tab, at) => h('button', { type: 'button', role: 'tab', onclick: () => open(at) }, tab[0]));
  const open = (at) => {
    buttons.forEach((button, index) => button.setAttribute('aria-selected', String(index === at)));
    panel.replaceChildren(tabs[at][2] ? snippet(tabs[at][1]) : h('p', {}, tabs[at][1]));
  };
  if (tabs.length > 0) open(finding.patch ? tabs.length - 1 : 0);
  // The steps in the console may be all there is to say.
  const summary = (check.fix || {})[language] || '';
  const isSaid = steps.some((step) => step[1] === summary);
  return card(say('fix'), summary && !isSaid ? h('p', { class: 'fix-summary' }, summary) : null,
    (check.cautions || []).map((caution) => h('p', { class: 'caution' }, h('strong', {}, say('beforeApplying') + ': '), caution[language])),
    finding.fixAt ? h('p', { class: 'note' }, say('fixAt') + ': ', mono(finding.fixAt)) : null,
    tabs.length > 0 ? [h('div', { class: 'tabs', role: 'tablist' }, buttons), panel] : null);
}

function snippet(content) {
  const button = h('button', { type: 'button', class: 'copy', onclick: () => {
    if (!navigator.clipboard) return;
    navigator.clipboard.writeText(content).then(() => { button.textContent = say('copied'); setTimeout(() => { button.textContent = say('copy'); }, 1500); }, () => {});
  } }, say('copy'));
  return h('div', { class: 'snippet' }, h('pre', { tabindex: 0 }, h('code', {}, content)), button);
}

function evidenceCard(details) {
  if (details.evidence.length === 0) return null;
  const isLive = details.evidence.some((piece) => piece.call);
  return card(say('evidence'), dataTable([say('attribute'), say('value'), say('state'), say(isLive ? 'call' : 'where')], details.evidence.map((piece) => [
    mono(piece.path), piece.value ? mono(piece.value) : h('span', { class: 'dim' }, '—'),
    [pill(say(piece.state), 's-' + piece.state), piece.reason ? h('div', { class: 'dim' }, piece.reason) : null],
    piece.call ? mono(piece.call, 'call') : piece.file ? mono(piece.file + ':' + piece.line) : '',
  ])));
}

function instancesCard(details, finding) {
  if (finding.others === 0) return null;
  const more = finding.others - details.instances.length;
  return card(say('instances') + ' (' + number(finding.others + 1) + ')', h('p', { class: 'note sub' }, say('instancesNote')),
    h('ul', { class: 'instances' }, [{ address: finding.address, message: finding.message }, ...details.instances].map((one) => h('li', {}, mono(one.address), h('span', { class: 'dim' }, one.message[language])))),
    more > 0 ? h('p', { class: 'note' }, say('moreInstances', { n: number(more) })) : null);
}

function facts(rows) {
  return h('dl', { class: 'facts' }, rows.filter((row) => row[1]).map(([name, value]) => [h('dt', {}, name), h('dd', {}, value)]));
}

function factsCard(details, finding) {
  return card(say('resource'), facts([
    [say('resource'), h('strong', {}, finding.name)],
    [say('type'), mono(finding.type)],
    [say('address'), mono(finding.address)],
    [say('where'), finding.live ? null : mono(finding.block)],
    [say('account'), finding.account],
    [say('region'), finding.region || (finding.live ? noRegion : null)],
    [say('tags'), details.tags.length > 0 ? details.tags.map(([key, value]) => h('span', { class: 'tag' }, key + ': ' + value)) : null],
    [say('check'), mono(finding.check.id)],
    [say('fingerprint'), mono(finding.id)],
  ]));
}

function controlsCard(check) {
  const references = check.frameworks || [];
  if (references.length === 0) return null;
  const name = (key) => { const known = report.frameworks.find((one) => one.key === key); return known ? known.name + ' ' + known.version : key.replace('@', ' '); };
  const byFramework = Map.groupBy ? Map.groupBy(references, (one) => one[0]) : new Map(references.map((one) => [one[0], references.filter((other) => other[0] === one[0])]));
  return card(say('controls'), h('ul', { class: 'plain' }, [...byFramework].map(([key, list]) => h('li', {},
    h('a', { href: link('framework/' + encodeURIComponent(key)) }, name(key)), h('div', {}, list.map((one) => h('span', { class: 'tag' }, one[1])))))));
}

function referencesCard(check) {
  const references = (check.references || []).filter((url) => /^https?:\/\//.test(url));
  const others = check.equivalents || [];
  return [
    references.length > 0 ? card(say('references'), h('ul', { class: 'plain' }, references.map((url) => h('li', {}, h('a', { href: url, target: '_blank', rel: 'noopener noreferrer' }, url.replace(/^https?:\/\//, '')))))) : null,
    others.length > 0 ? card(say('equivalents'), h('div', {}, others.map((one) => h('span', { class: 'tag' }, one)))) : null,
  ];
}
`;
