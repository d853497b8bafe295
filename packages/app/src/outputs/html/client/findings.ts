/** The list: filters kept in the address, rows drawn only where one looks. */
export const findingsScript = String.raw`
const ROW = 88;
const MARGIN_ROWS = 6;
/** Rows put on paper: more than that is for JSON. */
const PRINTED_ROWS = 500;
let shownFindings = openFindings;

function matching(filter) {
  const severities = new Set((filter.severity || '').split(',').filter(Boolean));
  const words = (filter.q || '').toLowerCase().split(/\s+/).filter(Boolean);
  const suppressed = filter.suppressed || 'hide';
  const control = filter.framework ? frameworkChecks(filter.framework, filter.control) : null;
  return findings.filter((finding) =>
    (severities.size === 0 || severities.has(finding.severity)) &&
    (!filter.status || finding.status === filter.status) &&
    (suppressed === 'all' || (suppressed === 'only') === (finding.suppressed !== null)) &&
    (!filter.check || finding.check.id === filter.check) &&
    (!control || control.has(finding.check)) &&
    (!filter.folder || finding.folder === filter.folder) &&
    (!filter.account || finding.account === filter.account) &&
    (!filter.region || (finding.region || noRegion) === filter.region) &&
    (!filter.waits || finding.waitsFor === Number(filter.waits)) &&
    words.every((word) => haystack(finding).includes(word)));
}

/** What lives in no region: people, zones, the account itself. */
const noRegion = 'global';
const scopeOf = (finding) => [finding.account, finding.region || noRegion].filter(Boolean).join(' · ');

function frameworkChecks(key, control) {
  const framework = report.frameworks.find((one) => one.key === key);
  const controls = framework ? framework.controls.filter((one) => !control || one[0] === control) : [];
  return new Set(controls.flatMap((one) => one[1].map((at) => report.checks[at])));
}

function select(label, name, value, options, change) {
  return h('label', { class: 'field' }, h('span', {}, label),
    h('select', { name, onchange: (event) => change(name, event.target.value) },
      options.map(([id, title]) => h('option', { value: id, selected: id === (value || '') }, title))));
}

function findingsPage(filter) {
  const current = Object.assign({}, filter);
  const holder = h('div', { class: 'results' });
  const chips = h('div', { class: 'chips', role: 'group', 'aria-label': say('severity') });
  const change = (name, value) => {
    current[name] = value;
    if (name === 'framework') delete current.control;
    if (name === 'status') delete current.waits;
    history.replaceState(null, '', link('findings', current));
    draw();
  };
  const counts = countBy(findings.filter((finding) => finding.status === 'fail' && !finding.suppressed), (finding) => finding.severity);
  const drawChips = () => {
    const active = new Set((current.severity || '').split(',').filter(Boolean));
    chips.replaceChildren(...SEVERITIES.map((severity) => h('button', {
      type: 'button', class: 'chip ' + severity, 'aria-pressed': String(active.has(severity)),
      onclick: () => {
        if (active.has(severity)) active.delete(severity); else active.add(severity);
        change('severity', SEVERITIES.filter((one) => active.has(one)).join(','));
      },
    }, h('span', { class: 'dot ' + severity }), say(severity), h('strong', {}, number(counts.get(severity) || 0)))));
  };
  const draw = () => {
    drawChips();
    shownFindings = matching(current);
    const isFiltered = ['q', 'severity', 'status', 'check', 'framework', 'folder', 'account', 'region', 'waits', 'suppressed'].some((name) => current[name]);
    holder.replaceChildren(
      h('div', { class: 'result-head' }, h('span', { id: 'result-count' }, say('shown', { n: number(shownFindings.length), all: number(findings.length) })),
        isFiltered ? h('a', { href: link('findings') }, say('clear')) : null,
        h('span', { class: 'keys' }, say('keys'))),
      shownFindings.length === 0 ? empty(say('nothingMatches')) : virtualList(shownFindings));
  };
  draw();
  return [h('h1', { class: 'page-title' }, say('findings')), leftOut(), filterBar(current, change, chips), holder];
}

function filterBar(current, change, chips) {
  const checks = [...new Set(findings.map((finding) => finding.check))].sort((a, b) => a.severity - b.severity || (a.id < b.id ? -1 : 1));
  const folders = [...new Set(findings.filter((finding) => !finding.live).map((finding) => finding.folder))].sort();
  const accounts = [...new Set(findings.map((finding) => finding.account).filter(Boolean))].sort();
  const regions = [...new Set(findings.filter((finding) => finding.live).map((finding) => finding.region || noRegion))].sort();
  const all = ['', say('all')];
  return h('div', { class: 'filters card' },
    h('input', { type: 'search', id: 'search', placeholder: say('search'), 'aria-label': say('search'), value: current.q || '', oninput: (event) => change('q', event.target.value) }),
    chips,
    h('div', { class: 'fields' },
      select(say('status'), 'status', current.status, [all, ...STATUSES.filter((status) => findings.some((one) => one.status === status)).map((status) => [status, say(status)])], change),
      select(say('check'), 'check', current.check, [all, ...checks.map((check) => [check.id, check.title[language]])], change),
      select(say('framework'), 'framework', current.framework, [all, ...report.frameworks.map((one) => [one.key, one.name + ' ' + one.version])], change),
      accounts.length > 0 ? select(say('account'), 'account', current.account, [all, ...accounts.map((one) => [one, one])], change) : null,
      regions.length > 0 ? select(say('region'), 'region', current.region, [all, ...regions.map((one) => [one, one])], change) : null,
      folders.length > 0 ? select(say('folder'), 'folder', current.folder, [all, ...folders.map((folder) => [folder, folder])], change) : null,
      select(say('suppressed'), 'suppressed', current.suppressed, [['', say('hideSuppressed')], ['only', say('onlySuppressed')], ['all', say('withSuppressed')]], change)));
}

function findingRow(finding, position, size) {
  return h('a', { class: 'row ' + finding.severity + (report.live ? ' with-scope' : '') + (finding.suppressed ? ' is-suppressed' : ''), href: link('finding/' + encodeURIComponent(finding.id)), 'data-position': position,
    role: 'listitem', 'aria-posinset': position + 1, 'aria-setsize': size },
    h('span', { class: 'row-badge' }, badge(finding.severity)),
    h('span', { class: 'row-main' },
      h('span', { class: 'row-title' }, finding.message[language]),
      h('span', { class: 'row-message' }, finding.check.title[language]),
      h('span', { class: 'row-where' }, mono(finding.address), h('span', { class: 'dim' + (finding.live ? ' narrow' : '') }, finding.live ? scopeOf(finding) : finding.place))),
    report.live ? h('span', { class: 'row-scope' }, finding.account ? mono(finding.account) : null, h('span', {}, finding.live ? finding.region || noRegion : finding.region)) : null,
    h('span', { class: 'row-pills' },
      finding.status !== 'fail' ? pill(say(finding.status), finding.status) : null,
      finding.others > 0 ? pill('×' + number(finding.others + 1)) : null,
      finding.suppressed ? pill(say('suppressed')) : null));
}

/** Draws the rows in sight; the box keeps the height of all. */
function virtualList(list) {
  const box = h('div', { class: 'vlist', role: 'list' });
  const drawn = new Map();
  box.style.height = list.length * ROW + 'px';
  const place = (first, last) => {
    for (const [at, row] of drawn) if (at < first || at >= last) { row.remove(); drawn.delete(at); }
    for (let at = first; at < last; at += 1) {
      if (drawn.has(at)) continue;
      const row = findingRow(list[at], at, list.length);
      row.style.top = at * ROW + 'px';
      drawn.set(at, row);
      box.append(row);
    }
  };
  const update = () => {
    if (!box.isConnected) return;
    const top = box.getBoundingClientRect().top;
    place(Math.max(0, Math.floor(-top / ROW) - MARGIN_ROWS), Math.min(list.length, Math.max(0, Math.ceil((innerHeight - top) / ROW) + MARGIN_ROWS)));
  };
  place(0, Math.min(list.length, 20));
  onScroll = update;
  onPrint = () => { box.style.height = 'auto'; place(0, Math.min(list.length, PRINTED_ROWS)); };
  onMove = (step) => {
    const focused = document.activeElement && document.activeElement.dataset ? document.activeElement.dataset.position : undefined;
    const at = Math.min(list.length - 1, Math.max(0, focused === undefined ? 0 : Number(focused) + step));
    const top = box.getBoundingClientRect().top + scrollY + at * ROW;
    if (top < scrollY + 80 || top + ROW > scrollY + innerHeight) scrollTo(0, top - innerHeight / 3);
    update();
    if (drawn.get(at)) drawn.get(at).focus({ preventScroll: true });
  };
  requestAnimationFrame(update);
  return box;
}
`;
